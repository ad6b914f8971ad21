/** What npm would publish: what is in it, and what those who install it find. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";
import { folderOf, home, installed, name, root, run } from "../installed/program.ts";

const { packed, project } = installed;
const tarball = new Uint8Array(readFileSync(installed.tarball));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the tarball", () => {
	const allowed = [
		/^(?:CHANGELOG\.md|LICENSE|README\.md|SECURITY\.md|package\.json)$/,
		/^bin\/(?:package\.json|should-i-finetune\.js)$/,
		/^dist\/(?:THIRD-PARTY-LICENSES\.txt|what-if\.js|(?:rules|cases)\.json)$/,
		/^dist\/lib\/(?:[\w-]+\.cjs|index\.js)$/,
		/^dist\/types\/(?:index|public)\.d\.ts$/,
		/^man\/should-i-finetune\.1$/,
		/^rules\/(?:(?:data|prices)\/)?(?:[\w-]+\.yaml|schema\.json)$/,
		/^schema\/[\w.-]+\.json$/,
		/^skills\/should-i-finetune\/SKILL\.md$/,
	];

	test("holds what is needed, and nothing else", () => {
		const paths = packed.files.map(({ path }) => path);
		expect(paths.filter((path) => !allowed.some((form) => form.test(path)))).toEqual([]);
		for (const form of allowed)
			expect(
				paths.some((path) => form.test(path)),
				`${form}`,
			).toBe(true);
	});

	test("is small", () => {
		// Two megabytes are the ranks of the tokenizer, which is loaded only where tokens are counted.
		const tokenizer = statSync(join(home, "dist/lib/o200k_base.cjs")).size;
		expect(tokenizer).toBeLessThan(2_100_000);
		expect(packed.size).toBeLessThan(2_000_000);
		// 200 kB are the protocol for coding agents, which is loaded only by `mcp`.
		expect(packed.unpackedSize - tokenizer).toBeLessThan(3_100_000);
	});

	test("names no folder of the machine that it was made on", () => {
		const naming = packed.files.filter(({ path }) =>
			readFileSync(join(home, path), "utf8").includes(root),
		);
		expect(naming).toEqual([]);
	});

	test("brings the protocol for coding agents in one file, without a validator", () => {
		const lib = join(home, "dist/lib");
		const sizes = readdirSync(lib).map((file) => [file, statSync(join(lib, file)).size] as const);
		expect(sizes.find(([file]) => file === "mcp.cjs")?.[1]).toBeLessThan(200_000);
		const holding = sizes.filter(([file]) =>
			/ajv\/dist|AjvJsonSchemaValidator/.test(readFileSync(join(lib, file), "utf8")),
		);
		expect(holding).toEqual([]);
		const licenses = readFileSync(join(home, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
		expect(licenses).toMatch(/^@modelcontextprotocol\/server .*\(Apache-2\.0\)$/m);
		expect(licenses).toMatch(/^@modelcontextprotocol\/core .*\(Apache-2\.0\)$/m);
		expect(licenses).toContain("Apache License");
	});

	test("is what npm would publish without a warning", () => {
		const flags = ["--dry-run", "--fetch-retries=0", "--registry=http://localhost:9"];
		const argv = ["publish", ...flags, "--//localhost:9/:_authToken=none", installed.tarball];
		const told = spawnSync("npm", argv, {
			cwd: folderOf(),
			encoding: "utf8",
			shell: process.platform === "win32",
		});
		expect(told.stderr).not.toMatch(/npm (?:warn|error)/i);
		expect({ code: told.status, out: told.stdout.trim() }).toEqual({
			code: 0,
			out: `+ ${name}@${version}`,
		});
	});

	test("passes publint", async () => {
		const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
		expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
	});

	test("passes arethetypeswrong, as a package of modules only", async () => {
		const checked = await checkPackage(createPackageFromTarballData(tarball));
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
		const read = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
		expect(read.version).toBe(version);
		for (const script of ["preinstall", "install", "postinstall"])
			expect(read.scripts).not.toHaveProperty([script]);
	});

	test.each([["--version"], ["--help"], ["--goal", "task-quality"]])(
		"%s loads nothing of what serves coding agents",
		(...argv) => {
			const hook = join(folderOf({ "loaded.cjs": listLoaded }), "loaded.cjs");
			const program = join(home, "bin/should-i-finetune.js");
			const told = spawnSync(process.execPath, ["--require", hook, program, ...argv], {
				cwd: folderOf(),
				encoding: "utf8",
			});
			const loaded = /^loaded: (.*)$/m.exec(told.stderr)?.[1]?.split(" ") ?? [];
			expect(loaded).toContain("cli.cjs");
			expect(loaded).not.toContain("mcp.cjs");
			const bytes = loaded.map((file) => statSync(join(home, "dist/lib", file)).size);
			// What starts a decision is 200 kB.
			expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
		},
	);

	test.skipIf(process.platform === "win32")("runs as npx runs it", async () => {
		const command = [join(project, "node_modules/.bin", name)];
		const told = { stdout: `${version}\n`, stderr: "", code: 0 };
		expect(await run(["--version"], { command })).toEqual(told);
	});
});

test("a strict project can use its types", { timeout: 120_000 }, () => {
	const cwd = folderOf({ "package.json": '{ "type": "module" }' });
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	const file = join(project, "use.ts");
	writeFileSync(file, use);
	const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext"];
	const argv = [tsc, ...flags, "--target", "es2023", "--types", "", file];
	const { status, stdout } = spawnSync(process.execPath, argv, { cwd, encoding: "utf8" });
	expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

/** Tells at the end which files of the program were loaded. */
const listLoaded = `process.on("exit", () => {
	const files = Object.keys(require.cache).filter((file) => file.includes("lib"));
	console.error("loaded: " + files.map((file) => require("node:path").basename(file)).join(" "));
});`;

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
