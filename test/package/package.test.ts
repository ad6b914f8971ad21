/** What npm would publish: packed, looked at, installed into an empty project and run there. */
import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInCases, readCases } from "../src/io/read-cases.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "package-"));
const project = join(folder, "project");
const isWindows = process.platform === "win32";

const npm = (args: string[], cwd: string) =>
	spawnSync("npm", [...args, "--no-audit", "--no-fund", "--no-update-notifier"], {
		cwd,
		encoding: "utf8",
		shell: isWindows,
	});

interface Packed {
	filename: string;
	size: number;
	unpackedSize: number;
	files: { path: string }[];
}
let packed: Packed;
let tarball: Buffer;

beforeAll(() => {
	packed = pack();
	tarball = readFileSync(join(folder, packed.filename));
	install();
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packs a copy: npm builds it first, and no other test shall find dist half built. */
function pack(): Packed {
	const copy = join(folder, "copy");
	const left = new Set([".git", "node_modules", "dist", "coverage", "test"]);
	mkdirSync(copy);
	for (const entry of readdirSync(root))
		if (!left.has(entry)) cpSync(join(root, entry), join(copy, entry), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
	const { status, stdout, stderr } = npm(["pack", "--json", "--pack-destination", folder], copy);
	if (status !== 0) throw new Error(`npm pack failed:\n${stdout}\n${stderr}`);
	// What the build prints comes first.
	return JSON.parse(stdout.slice(stdout.search(/^\[/m)))[0];
}

/** Without the network: there is nothing else to install. */
function install(): void {
	mkdirSync(project);
	writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
	const args = ["install", "--ignore-scripts", "--offline", join(folder, packed.filename)];
	const { status, stderr } = npm(args, project);
	if (status !== 0) throw new Error(`npm install failed:\n${stderr}`);
}

/** The installed program, as npx runs it. */
const run = (...args: string[]) => {
	const command = join("node_modules", ".bin", name);
	const { CI: _, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd: project,
		encoding: "utf8",
		shell: isWindows,
		env,
	});
	return { status, stdout, stderr };
};

describe("the tarball", () => {
	const allowed = [
		/^(?:CHANGELOG\.md|LICENSE|README\.md|package\.json)$/,
		/^bin\/(?:package\.json|load-program\.js|should-i-finetune\.js)$/,
		/^dist\/(?:index\.d\.ts|help\.txt|THIRD-PARTY-LICENSES\.txt|what-if\.js|[\w-]+\.jsonl?)$/,
		/^dist\/lib\/[\w-]+\.c?js$/,
		/^man\/should-i-finetune\.1$/,
		/^rules\/[\w-]+\.(?:yaml|json)$/,
		/^schema\/[\w.-]+\.json$/,
	];

	test("holds what is needed, and nothing else", () => {
		const paths = packed.files.map(({ path }) => path);
		expect(paths.filter((path) => !allowed.some((form) => form.test(path)))).toEqual([]);
		for (const form of allowed) expect(paths.some((path) => form.test(path))).toBe(true);
		expect(paths.filter((path) => /(?:^|\/)tests?\/|\.(?:test|spec)\.|\.map$/.test(path))).toEqual(
			[],
		);
	});

	test("is small", () => {
		expect(packed.size).toBeLessThan(400_000);
		expect(packed.unpackedSize).toBeLessThan(1_500_000);
	});

	test("names no folder of the machine that it was made on", () => {
		const installed = join(project, "node_modules", name);
		const naming = packed.files.filter(({ path }) => {
			const content = readFileSync(join(installed, path), "utf8");
			return [root, folder].some((place) => content.includes(place.replace(/[\\/]$/, "")));
		});
		expect(naming).toEqual([]);
	});

	test("passes publint", async () => {
		const data = new Uint8Array(tarball).buffer;
		const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
		expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
	});

	test("passes arethetypeswrong, as a package of modules only", async () => {
		const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
		if (!checked.types) throw new Error("There are no types.");
		// What attw's own profile esm-only leaves out: Node 10, and require() before Node 20.19.
		const old = ["node10", "node16-cjs"];
		const problems = checked.problems.filter(
			(problem) => !("resolutionKind" in problem && old.includes(problem.resolutionKind)),
		);
		expect(problems).toEqual([]);
	});
});

describe("installed", () => {
	test("brings no other package, and runs no install script", () => {
		const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
		expect(Object.keys(lock.packages)).toEqual(["", `node_modules/${name}`]);
		const read = readFileSync(join(project, "node_modules", name, "package.json"), "utf8");
		expect(JSON.parse(read).version).toBe(version);
		for (const script of ["preinstall", "install", "postinstall"])
			expect(JSON.parse(read).scripts).not.toHaveProperty([script]);
	});

	test("tells its version", () => {
		expect(run("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
	});

	test("decides by an answers file, and finds the one that init wrote", () => {
		const file = join(project, "contract.yaml");
		writeFileSync(file, "goal: task-quality\ntask: narrow\n");
		const { status, stdout } = run("--answers", "contract.yaml", "--format", "json");
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, verdict: "prompt-engineering" });
		expect(run("init")).toMatchObject({ status: 0, stdout: "" });
		const found = run("--format", "json");
		expect(found).toMatchObject({ status: 0, stderr: "Read should-i-finetune.yaml.\n" });
		rmSync(join(project, "should-i-finetune.yaml"));
	});

	test.each([
		[0, ["explain", "goal"]],
		[0, ["explain", "airbnb-test-migration"]],
		[0, ["rules", "check"]],
		[1, ["--expect", "fine-tuning"]],
		[2, ["--goal", "speed"]],
		[2, ["--rules", "nowhere"]],
	])("exits with %i after %j", (status, args) => {
		expect(run(...args).status).toBe(status);
	});

	test("takes a rule set that extends the built-in one", () => {
		mkdirSync(join(project, "ours"));
		writeFileSync(join(project, "ours", "rules.yaml"), "extends: built-in\nname: ours\n");
		const { status, stdout } = run("--rules", "ours", "--format", "json");
		expect(status).toBe(0);
		expect(JSON.parse(stdout).ruleset.name).toBe("ours");
	});

	test("brings the manual page that package.json names", () => {
		const installed = join(project, "node_modules", name);
		const { man } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
		expect(readFileSync(join(installed, man), "utf8")).toContain(".TH ");
	});
});

describe("the library", () => {
	const example = readFileSync(new URL("../examples/library.mjs", import.meta.url), "utf8");

	test("runs the example of the README", () => {
		writeFileSync(join(project, "library.mjs"), example);
		const args = { cwd: project, encoding: "utf8" } as const;
		const output = execFileSync(process.execPath, ["library.mjs"], args);
		expect(output).toMatch(/^.+ Confidence: 0\.\d+\.\n/);
		expect(output).toMatch(/^Ask next: [\w-]+$/m);
		expect(run("check", "decision.md")).toMatchObject({ status: 0 });
		const readme = readFileSync(join(root, "README.md"), "utf8");
		expect(readme).toContain(example.trim());
	});

	test("does nothing on import", () => {
		const before = readdirSync(project);
		const script = `const before = Object.keys(globalThis).length;
			const library = await import(${JSON.stringify(name)});
			if (Object.keys(globalThis).length !== before) throw new Error("It adds globals.");
			process.stderr.write(Object.keys(library).sort().join(" "));`;
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			["--input-type=module", "--eval", script],
			{ cwd: project, encoding: "utf8" },
		);
		expect({ status, stdout, stderr }).toEqual({
			status: 0,
			stdout: "",
			stderr: "decide formats loadCases loadRules parseAnswers report",
		});
		expect(readdirSync(project)).toEqual(before);
	});

	test("has every case as it is written", async () => {
		const script = `const { loadCases } = await import(${JSON.stringify(name)});
			process.stdout.write(JSON.stringify(await loadCases()));`;
		const args = ["--input-type=module", "--eval", script];
		const output = execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
		expect(JSON.parse(output)).toEqual(await readCases(builtInCases));
	});

	const check = (file: string, text: string, ...flags: string[]) => {
		writeFileSync(join(project, file), text);
		const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
		const { status, stdout } = spawnSync(process.execPath, [tsc, ...strict, ...flags, file], {
			cwd: project,
			encoding: "utf8",
		});
		return { status, stdout };
	};
	const strict =
		"--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023".split(" ");

	test("has types that a strict project can use", { timeout: 120_000 }, () =>
		expect(check("use.ts", use, "--types", "")).toEqual({ status: 0, stdout: "" }),
	);

	test("has the types of its source", { timeout: 120_000 }, () => {
		const types = join(root, "node_modules", "@types");
		const flags = ["--noUncheckedIndexedAccess", "--allowImportingTsExtensions", "--skipLibCheck"];
		const found = check("same.ts", same, ...flags, "--typeRoots", types, "--types", "node");
		expect(found).toEqual({ status: 0, stdout: "" });
	});
});

/** Compiles if each type is the very one of the source. */
const same = `import type * as source from ${JSON.stringify(join(root, "src", "index.ts"))};
import type * as built from "should-i-finetune";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same: [
	Same<typeof source, typeof built>,
	Same<source.Decision, built.Decision>,
	Same<source.RuleSet, built.RuleSet>,
	Same<source.PublishedCase, built.PublishedCase>,
	Same<source.DecideOptions, built.DecideOptions>,
	Same<source.Decision, object>,
] = [true, true, true, true, true, false];
`;

/** Each line with an expectation fails to compile unless the types are as they should be. */
const use = `import { type Decision, decide, type Format, loadRules, parseAnswers, report } from "should-i-finetune";
const rules = await loadRules();
if (!rules.ok) throw new Error(rules.problems.map(({ message, at }) => message + at?.line).join());
const answers = parseAnswers(rules.value, { goal: "task-quality", examples: 500 }, "here");
if (!answers.ok) throw new Error();
const decision: Decision = decide(rules.value, answers.value, { asOf: "2026-11-22" });
const verdict: "prompt-engineering" | "fine-tuning" = decision.verdict;
const format: Format = "markdown";
export const text: string = verdict + report(format, decision, rules.value, { width: 100 });
// @ts-expect-error: no such format
report("docx", decision, rules.value);
// @ts-expect-error: answers come from parseAnswers
decide(rules.value, { goal: "task-quality" });
// @ts-expect-error: a result has to be looked at
rules.value.name.toFixed();
// @ts-expect-error: a decision has no such field
decision.verdicts;
`;
