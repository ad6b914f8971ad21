/** `inspect evals` and `trial`, as people run them. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pathOf } from "../inspect/evals/files.ts";
import { folderOf, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const real = (...names: string[]) =>
	folderOf(
		Object.fromEntries(
			names.map((name) => [name.split("/").at(-1) as string, readFileSync(pathOf(name) as string)]),
		),
	);
const levels = ["one", "two", "three"].map((level) => `rag-levels/level-${level}.csv`);
const files = levels.map((name) => name.split("/").at(-1) as string);
const cwd = real(
	...levels,
	"inspect-scored.eval",
	"inspect-unscored.eval",
	"promptfoo-0.123.1/results.json",
	"openai-evals-pandas-dump.csv",
	"utf16-metrics.json",
);

test.each<[title: string, argv: string[], code: number]>([
	["inspect evals improving", ["evals", ...files, "--target", "0.95"], 0],
	["inspect evals as markdown", ["evals", ...files, "--format", "markdown"], 0],
	["inspect evals with errors", ["evals", "results.json"], 0],
	["inspect evals unscored", ["evals", "inspect-unscored.eval", "inspect-scored.eval"], 0],
	[
		"inspect evals other column",
		["evals", "level-one.csv", "level-two.csv", "--columns", "pass=retrieval_recall"],
		0,
	],
	[
		"inspect evals refused",
		["evals", "openai-evals-pandas-dump.csv", "utf16-metrics.json", "none.json"],
		2,
	],
	[
		"inspect evals bad flags",
		["evals", "level-one.csv", "--columns", "passed=x", "--target", "high", "--gain", "0"],
		2,
	],
	["inspect evals no such column", ["evals", "level-one.csv", "--columns", "pass=e2e_corect"], 2],
])("%s", async (title, argv, code) => {
	await expectTranscript(title, ["inspect", ...argv], { cwd, code });
});

test.each<[title: string, argv: string[], code: number]>([
	["trial judge better", ["judge", "--prompt", "level-one.csv", "--tuned", "level-three.csv"], 0],
	[
		"trial judge more tests",
		["judge", "--prompt", "level-two.csv", "--tuned", "level-three.csv"],
		0,
	],
	["trial judge one side", ["judge", "--prompt", "level-two.csv"], 2],
	[
		"trial judge several versions",
		["judge", "--prompt", "results.json", "--tuned", "level-three.csv"],
		2,
	],
	["trial plan", ["plan"], 0],
	[
		"trial plan with a baseline",
		["plan", "--baseline", "level-one.csv", "--baseline", "level-two.csv", "--gain", "10"],
		0,
	],
])("%s", async (title, argv, code) => {
	await expectTranscript(title, ["trial", ...argv], { cwd, code });
});

test("eval results answer questions, and say where from", async () => {
	const { stdout, stderr } = await run(
		[
			"--no-input",
			"--eval-results",
			"level-one.csv",
			"--eval-results",
			"level-two.csv",
			"--eval-target",
			"0.99",
			"--format",
			"json",
		],
		{ cwd },
	);
	expect(stderr).toMatch(
		/^Eval results: Improving, if they ran in the order given: the latest attempts/,
	);
	expect(JSON.parse(stdout).answers).toMatchObject({
		evals: { value: "suite", from: "eval results (100 scored tests)" },
		"quality-gap": { value: "large", from: "eval results (100 tests against the target)" },
	});
});

test("what somebody says goes before what was measured, and the difference is told", async () => {
	const argv = [
		"--no-input",
		"--eval-results",
		"level-one.csv",
		"--evals",
		"none",
		"--format",
		"json",
	];
	const { stdout, stderr } = await run(argv, { cwd });
	expect(JSON.parse(stdout).answers.evals).toEqual({ value: "none", from: "--evals" });
	expect(stderr).toContain(
		"evals is none in --evals, but suite by eval results (100 scored tests).",
	);
});

test("JSON on stdout is all there is", async () => {
	const { stdout, stderr, code } = await run(["inspect", "evals", ...files, "--format", "json"], {
		cwd,
	});
	expect(JSON.parse(stdout)).toMatchObject({ state: "improving", common: 100, moreTests: null });
	expect([stderr, code]).toEqual(["", 0]);
});
