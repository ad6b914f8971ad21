/** Files of runs that were killed while they wrote: what was whole is read, and said; or the file is refused. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeEvals } from "../../../src/core/evals/judge.ts";
import { readEvals } from "../../../src/inspect/evals/read-evals.ts";
import { sayNotes } from "../../../src/report/evals/sentences.ts";
import { pathOf } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "cut-"));

/** A real file without its end. */
function cut(name: string, share: number): string {
	const bytes = readFileSync(pathOf(name) as string);
	const path = join(folder, `${share} ${name.replaceAll("/", " ")}`);
	writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * share)));
	return path;
}

test.each<[name: string, share: number, rows: number]>([
	["promptfoo-0.123.1/results.json", 0.3, 3],
	["promptfoo-0.123.1/results.json", 0.6, 7],
	["promptfoo-0.123.1/results.json", 0.99, 12],
	["promptfoo-0.123.1/results.jsonl", 0.6, 7],
	["promptfoo-v2-table.json", 0.3, 2],
	["inspect-cancelled.json", 0.9, 2],
	["deepeval-metrics-data.json", 0.6, 1],
	["deepeval-old-metrics-metadata.json", 0.6, 5],
	["lm-eval-bias/samples_bias_classification_2024-06-17T15-44-37.867068.json", 0.5, 39],
])("%s, cut to %d: %d results", async (name, share, rows) => {
	const read = await readEvals([cut(name, share)]);
	const judgment = judgeEvals(read.ok ? read.value : []);
	expect(judgment.runs.reduce((sum, run) => sum + run.rows, 0)).toBe(rows);
	expect(sayNotes(judgment)[0]).toMatch(
		new RegExp(`^Cut off: .* only the ${rows} results? before that could be read\\.$`),
	);
});

test("what is whole is read as in the whole file", async () => {
	const name = "promptfoo-0.123.1/results.json";
	const [whole, part] = [
		await readEvals([pathOf(name) as string]),
		await readEvals([cut(name, 0.6)]),
	];
	const outcomes = (read: typeof whole) =>
		read.ok ? read.value.flatMap((run) => run.outcomes.map((one) => JSON.stringify(one))) : [];
	expect(outcomes(part).length).toBeGreaterThan(0);
	expect(outcomes(whole)).toEqual(expect.arrayContaining(outcomes(part)));
});

describe("refused, with the place and what to do", () => {
	test.each<[why: string, name: string, share: number]>([
		[
			"failures stand behind what passed",
			"swe-bench/agentless.lite_eval_20_no_test_patch.json",
			0.6,
		],
		["no result is whole", "promptfoo-0.123.1/results.json", 0.1],
		["no result is whole", "inspect-cancelled.json", 0.3],
	])("%s: %s, %d", async (_, name, share) => {
		expect(await readEvals([cut(name, share)])).toMatchObject({
			ok: false,
			problems: [
				{
					code: "bad-json",
					message: "The JSON has no end.",
					hint: expect.stringContaining("Export it again"),
					at: { line: expect.any(Number) },
				},
			],
		});
	});

	test("a ZIP without its table of contents: inspect log recover", async () => {
		expect(await readEvals([cut("inspect-scored.eval", 0.6)])).toMatchObject({
			ok: false,
			problems: [{ code: "bad-zip", hint: expect.stringContaining("inspect log recover") }],
		});
	});
});
