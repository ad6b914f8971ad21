/** Every sequence of real runs: what the readers find in it, and what it shows. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeEvals } from "../../../src/core/evals/judge.ts";
import type { EvalJudgment } from "../../../src/core/evals/judgment.ts";
import type { EvalRun } from "../../../src/core/evals/run.ts";
import { readEvals } from "../../../src/inspect/evals/read-evals.ts";
import { pathOf, type Sequence, sequences } from "./files.ts";

const isHere = ({ files }: Sequence) => files.every((file) => pathOf(file) !== undefined);
const here = sequences.filter(isHere);

async function read({ files, pass }: Pick<Sequence, "files" | "pass">): Promise<EvalRun[]> {
	const paths = files.map((file) => pathOf(file) ?? file);
	const runs = await readEvals(paths, pass === undefined ? {} : { pass });
	if (!runs.ok) throw new Error(runs.problems.map(({ message }) => message).join("\n"));
	return runs.value;
}

test("a clone has sequences to test", () => {
	expect(here.length).toBeGreaterThanOrEqual(16);
});

describe.each(here)("$name", (sequence) => {
	const { expected, target } = sequence;

	test("the right values", async () => {
		const runs = await read(sequence);
		const judgment = judgeEvals(runs, { target });
		const tests = new Set(runs.flatMap(({ outcomes }) => outcomes.map((one) => one.test)));
		const sum = (of: (run: EvalJudgment["runs"][number]) => number) =>
			judgment.runs.reduce((total, run) => total + of(run), 0);
		expect({
			tests: tests.size,
			rows: sum(({ rows }) => rows),
			errors: sum(({ errors }) => errors),
			passes: judgment.runs.map(({ passes }) => passes),
			common: judgment.common,
			state: judgment.state,
		}).toEqual({
			tests: expected.tests,
			rows: expected.rows,
			errors: expected.errors ?? 0,
			passes: expected.passes,
			common: expected.common,
			state: expected.state,
		});
		if (expected.why) expect(judgment.why).toBe(expected.why);
		const pair = judgment.pairs.at(-1);
		if (expected.pair && pair) {
			const [both, lost, won, neither, p] = expected.pair;
			expect(pair).toMatchObject({ both, lost, won, neither });
			expect(pair.p).toBeCloseTo(p, 3);
		} else expect(expected.pair).toBeUndefined();
		for (const [name, means] of Object.entries(expected.means ?? {}))
			for (const [place, [mean, n]] of means.entries()) {
				const metric = judgment.runs[place]?.metrics.find((one) => one.name === name);
				expect(metric?.n).toBe(n);
				expect(metric?.mean).toBeCloseTo(mean, 3);
			}
	});

	test("the order of rows does not matter, nor that of dated files", async () => {
		const runs = await read(sequence);
		const judgment = judgeEvals(runs, { target });
		const mixed = runs.map((run) => ({ ...run, outcomes: run.outcomes.toReversed() }));
		expect(judgeEvals(mixed, { target })).toEqual(judgment);
		const isOneFile = new Set(runs.map(({ file }) => file)).size === 1;
		if (judgment.isDated && !isOneFile)
			expect(judgeEvals(mixed.toReversed(), { target })).toEqual(judgment);
	});
});

test("the tests of a sequence are told apart as the tools mean them: 0 common, then 25", async () => {
	if (!pathOf("promptfoo-forms/results-2026-02-24.json")) return;
	const runs = await read({
		files: sequences.find(({ name }) => name.includes("rewritten"))?.files ?? [],
	});
	const judgment = judgeEvals(runs);
	expect(judgment.comparable).toEqual([1, 2]);
	expect(judgment.pairs).toHaveLength(1);
	const names = runs.map(({ outcomes }) => new Set(outcomes.map(({ name }) => name)));
	expect([...(names[0] ?? [])].filter((name) => names[1]?.has(name))).toHaveLength(5);
	expect(new Set(runs.map(({ prompt }) => prompt)).size).toBe(1);
});

test.each([
	["openai-evals-pandas-dump.csv", /Python dictionaries/],
	["utf16-metrics.json", /holds no eval results/],
	["SOURCES.md", /No column|neither JSON nor a table/],
])("%s is refused", async (name, says) => {
	const found = await readEvals([pathOf(name) ?? name]);
	expect(found).toMatchObject({ ok: false, problems: [{ message: expect.stringMatching(says) }] });
});

test("files are known by what they hold, and not by their names", async () => {
	const folder = mkdtempSync(join(tmpdir(), "evals-"));
	const names = [
		"inspect-scored.eval",
		"promptfoo-0.123.1/results.json",
		"swe-bench/agentless.lite_eval_20_no_test_patch.json",
	];
	for (const name of names) {
		const plain = await read({ files: [name] });
		const copy = join(folder, "x.dat");
		copyFileSync(pathOf(name) as string, copy);
		const found = await readEvals([copy]);
		expect(found.ok && found.value[0]?.outcomes).toEqual(plain[0]?.outcomes);
	}
});

test("a folder is all the files in it", async () => {
	const found = await readEvals([dirname(pathOf("rag-levels/level-one.csv") as string)]);
	expect(found.ok && found.value.map(({ file }) => basename(file))).toEqual([
		"level-one.csv",
		"level-three.csv",
		"level-two.csv",
	]);
});

test("JSON keeps its meaning with a mark, in UTF-16 and with blanks around it", async () => {
	const path = pathOf("promptfoo-v2-table.json") as string;
	const plain = await read({ files: ["promptfoo-v2-table.json"] });
	const text = readFileSync(path, "utf8");
	const folder = join(mkdtempSync(join(tmpdir(), "evals-")), "a");
	mkdirSync(folder);
	const forms: [string, Buffer][] = [
		["mark.json", Buffer.from(`\ufeff${text}`)],
		["wide.json", Buffer.from(`\ufeff${text}`, "utf16le")],
		["blank.json", Buffer.from(`\n\n  ${JSON.stringify(JSON.parse(text))}\n`)],
	];
	for (const [name, bytes] of forms) {
		writeFileSync(join(folder, name), bytes);
		const found = await readEvals([join(folder, name)]);
		expect(found.ok && found.value.map(({ outcomes }) => outcomes)).toEqual(
			plain.map(({ outcomes }) => outcomes),
		);
	}
});
