/** A plain run loads one file of ours: nothing else is there to be loaded. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleStart, inputsOf } from "../scripts/build-bundle.ts";
import { plainFlags } from "../src/cli-flags.ts";
import { makeProgram } from "../src/cli-program.ts";
import { buildDiagrams } from "../src/core/diagrams.ts";
import { packDiagrams } from "../src/core/packed-diagrams.ts";
import { realWorld } from "../src/io/world.ts";
import { ensureBuilt, root } from "./built.ts";
import { open } from "./interviews/terminal.ts";
import { rules } from "./report/decisions.ts";

const folder = mkdtempSync(join(tmpdir(), "start-"));
let inputs: string[] = [];

beforeAll(async () => {
	mkdirSync(join(folder, "dist/lib"), { recursive: true });
	cpSync("bin", join(folder, "bin"), { recursive: true });
	writeFileSync(join(folder, "dist/help.txt"), "The help.");
	inputs = inputsOf(await bundleStart(join(folder, "dist/lib")));
	// There is no file with what is read later.
	const later = ["evidence", "tests"];
	const builtIn = { rules, later, diagrams: packDiagrams(buildDiagrams(rules)) };
	writeFileSync(join(folder, "dist/built-in.json"), JSON.stringify(builtIn));
	writeFileSync(
		join(folder, "dist/compared-cases.jsonl"),
		JSON.stringify({ ids: [], outcomes: [], counts: [], tellers: rules.domains.map(() => []) }),
	);
	const known = Object.fromEntries(
		Object.keys(rules.questions).flatMap((fact, place) => (place % 2 ? [[fact, "unknown"]] : [])),
	);
	writeFileSync(join(folder, "known.json"), JSON.stringify(known));
	writeFileSync(
		join(folder, "tell-modules.cjs"),
		`process.on("exit", () => {
			require("node:fs").writeSync(2, process.moduleLoadList.join("\\n"));
		});`,
	);
	writeFileSync(join(folder, "answers.json"), '{\n"goal": "format-style-tone",\n"examples": 500 }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const alone = {
	cwd: folder,
	encoding: "utf8",
	env: { PATH: process.env.PATH, CI: "true" },
} as const;

const runAlone = (...flags: string[]) =>
	execFileSync(process.execPath, ["bin/should-i-finetune.js", ...flags], alone);

/** The modules of Node that a run has loaded in the end, without their inner parts. */
function modulesOf(...args: string[]): string[] {
	const more = ["--require", "./tell-modules.cjs"];
	const { status, stderr } = spawnSync(process.execPath, [...more, ...args], alone);
	expect(status).toBe(0);
	return stderr
		.split("\n")
		.flatMap((line) => /^NativeModule (?!internal\/)(.*)$/.exec(line)?.[1] ?? []);
}

describe("a plain run", () => {
	test.each(["yaml", "zod", "inquirer", "chalk", "commander", "string-width", "wrap-ansi"])(
		"is without %s",
		(name) => expect(inputs.filter((file) => file.includes(`node_modules/${name}/`))).toEqual([]),
	);

	test("asks Node for nothing that it does not start with", () => {
		const [bare, plain, other] = [
			modulesOf("-e", "0"),
			modulesOf("bin/should-i-finetune.js", "-a", "known.json", "-f", "json"),
			modulesOf("-e", 'require("node:child_process")'),
		];
		const more = (modules: string[]) => modules.filter((name) => !bare.includes(name));
		expect(more(plain)).toEqual(["vm"]);
		// What others would load is seen here.
		expect(more(other)).toContain("child_process");
	});

	test("decides by answers in JSON with no other file of the program", () => {
		const decision = JSON.parse(runAlone("--answers", "answers.json", "--format", "json"));
		expect(decision.answers).toEqual({
			goal: { value: "format-style-tone", from: "answers.json:2" },
			examples: { value: 500, from: "answers.json:3" },
		});
	});

	test("decides by flags with no other file of the program", () =>
		expect(JSON.parse(runAlone("--goal=cost-latency", "-f", "json")).answers.goal.from).toBe(
			"--goal",
		));
});

describe("the help", () => {
	test.each(["-h", "--help"])("is there with %s and no other file of the program", (flag) =>
		expect(runAlone(flag)).toBe("The help.\n"),
	);

	test("is for 80 columns what commander makes of it, and is made anew for others", async () => {
		ensureBuilt();
		const shown = async (columns: number, ...flags: string[]) => {
			const command = ["bash", "-c", `stty cols ${columns}; exec "$0" "$@"`, process.execPath];
			return (await open(["bin/should-i-finetune.js", ...flags], { cwd: root, command }).end())
				.text;
		};
		const widthOf = (text: string) => Math.max(...text.split(/\r?\n/).map((line) => line.length));
		const usual = await shown(80, "--help");
		expect(usual).toBe(await shown(80, "--no-input", "--help"));
		expect(widthOf(usual)).toBeGreaterThan(75);
		const [narrow = ""] = (await shown(60, "--help")).split("Examples:");
		expect(widthOf(narrow)).toBeLessThanOrEqual(60);
	});
});

describe("plain flags", () => {
	const parsed = async (argv: string[]) => {
		const program = makeProgram(rules, realWorld(), () => {});
		program.action(() => {}).exitOverride();
		await program.parseAsync(argv, { from: "user" });
		return program.opts();
	};

	test.each([
		[[]],
		[["-a", "a.json", "--answers=b.json", "-a", "-"]],
		[["--goal", "x", "--goal=y", "--monthly-requests", "", "--spec="]],
		[["--no-input", "--no-file", "--all", "--strict"]],
		[["-f", "json", "--format", "text", "--as-of", "2026-01-01"]],
		[["--expect", "--strict", "-o", "--help"]],
		[["--rules=a=b\nc"]],
	])("%j are read as commander reads them", async (argv) =>
		expect(plainFlags(argv, rules.questions)).toEqual(await parsed(argv)),
	);

	test.each([
		[["--help"]],
		[["-V"]],
		[["-h"]],
		[["explain", "goal"]],
		[["--goal"]],
		[["--goal", "x", "y"]],
		[["--all=yes"]],
		[["-ajson"]],
		[["-a=json"]],
		[["--"]],
		[["-"]],
		[[""]],
		[["--input"]],
		[["--constructor", "x"]],
		[["--unknown=1"]],
	])("%j are left to commander", (argv) =>
		expect(plainFlags(argv, rules.questions)).toBeUndefined(),
	);
});
