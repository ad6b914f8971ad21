/** Layouts that no real file here has: each with the least that it holds. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeEvals } from "../../../src/core/evals/judge.ts";
import { readEvals } from "../../../src/inspect/evals/read-evals.ts";
import type { NamedColumns } from "../../../src/inspect/evals/reader.ts";
import { timeInName, timeOf } from "../../../src/inspect/evals/times.ts";
import { pathOf } from "./files.ts";

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const csv = (...rows: string[]) => rows.join("\n");

interface Found {
	format: string;
	/** Of each run. */
	passes: (number | undefined)[];
	tests: number[];
	errors?: number;
	labels?: string[];
	metric?: string;
	notes?: string[];
}

const promptRow = (more: object) => ({
	prompt: { raw: "p", label: "p" },
	vars: { q: "a" },
	...more,
});
const helmRow = (id: string, value: number, more: object = {}) => ({
	instance_id: id,
	stats: [
		{ name: { name: "exact_match", split: "test" }, mean: value },
		{ name: { name: "exact_match", split: "test", perturbation: { name: "x" } }, mean: 1 - value },
	],
	...more,
});
const gsm = (doc: number, filter: string, value: number) => ({
	doc_id: doc,
	doc: { question: `q${doc}` },
	target: "1",
	filter,
	metrics: ["exact_match"],
	exact_match: value,
});

test.each<[name: string, content: string, found: Found, columns?: NamedColumns, file?: string]>([
	[
		"promptfoo, first version",
		JSON.stringify({
			results: [promptRow({ success: true }), promptRow({ success: false, vars: { q: "b" } })],
			stats: {},
			table: [],
		}),
		{ format: "promptfoo", passes: [1], tests: [2], notes: ["unverified-layout"] },
	],
	[
		"promptfoo, as documented",
		JSON.stringify({
			version: 3,
			results: { outputs: [promptRow({ pass: true, score: 1 })], stats: {} },
		}),
		{ format: "promptfoo", passes: [1], tests: [1] },
	],
	[
		"promptfoo, an old error that nobody judged",
		JSON.stringify({
			results: {
				version: 2,
				results: [
					promptRow({ success: false, error: "API error: 500" }),
					promptRow({
						success: false,
						error: "not equal",
						gradingResult: { pass: false },
						vars: { q: "b" },
					}),
				],
			},
		}),
		{ format: "promptfoo", passes: [0], tests: [2], errors: 1 },
	],
	[
		"promptfoo, a judge without a verdict",
		JSON.stringify({
			results: {
				version: 3,
				results: [
					promptRow({
						success: false,
						failureReason: 1,
						gradingResult: {
							pass: false,
							reason: "no JSON",
							componentResults: [{ pass: false, metadata: { graderError: true } }],
						},
					}),
				],
			},
		}),
		{ format: "promptfoo", passes: [undefined], tests: [1], errors: 1 },
	],
	[
		"promptfoo as YAML",
		"results:\n  version: 3\n  stats: {}\n  prompts: []\n  results:\n    - success: true\n      score: 1\n      vars: { q: a }\n      prompt: { raw: p }\n",
		{ format: "promptfoo", passes: [1], tests: [1] },
		{},
		"results.yaml",
	],
	[
		"Inspect: letters, an error, an epoch",
		JSON.stringify({
			version: 2,
			status: "success",
			eval: { task: "t", model: "m", created: "2026-01-01T00:00:00Z" },
			plan: { steps: [] },
			samples: [
				{ id: 1, epoch: 1, input: "a", scores: { s: { value: "C" } } },
				{ id: 1, epoch: 2, input: "a", scores: { s: { value: "I" } } },
				{ id: 2, epoch: 1, input: [{ role: "user", content: "b" }], scores: { s: { value: "P" } } },
				{ id: 3, epoch: 1, input: "c", error: { message: "boom" } },
			],
		}),
		{ format: "Inspect AI", passes: [1], tests: [3], errors: 1, metric: "s" },
	],
	[
		"Inspect: two scorers, one named",
		JSON.stringify({
			eval: { task: "t", model: "m" },
			samples: [{ id: 1, epoch: 1, input: "a", scores: { x: { value: "C" }, y: { value: "I" } } }],
		}),
		{ format: "Inspect AI", passes: [0], tests: [1], metric: "y" },
		{ pass: "y" },
	],
	[
		"Inspect: scores in parts are no passes",
		JSON.stringify({
			eval: { task: "t", model: "m" },
			samples: [{ id: 1, epoch: 1, input: "a", scores: { x: { value: 0.7 } } }],
		}),
		{ format: "Inspect AI", passes: [undefined], tests: [1] },
	],
	[
		"Inspect: a scorer with several values",
		JSON.stringify({
			eval: { task: "t", model: "m" },
			results: { scores: [{ name: "found" }, { name: "cited" }] },
			samples: [
				{ id: 1, input: "a", scores: { s: { value: { cited: 0, found: 1 } } } },
				{ id: 2, input: "b", scores: { s: { value: { cited: 0, found: 0 } } } },
			],
		}),
		{ format: "Inspect AI", passes: [1], tests: [2], metric: "found" },
	],
	[
		"Inspect: samples that were not logged",
		JSON.stringify({
			eval: { task: "t", model: "m" },
			reductions: [
				{
					scorer: "match",
					samples: [
						{ value: 1, sample_id: 1 },
						{ value: 0, sample_id: 2 },
					],
				},
			],
		}),
		{ format: "Inspect AI", passes: [1], tests: [2], metric: "match" },
	],
	[
		"lm-eval: results with the samples in them",
		JSON.stringify({
			results: { t: {} },
			configs: {},
			samples: { t: [gsm(0, "none", 1), gsm(1, "none", 0)] },
		}),
		{ format: "lm-evaluation-harness", passes: [1], tests: [2], notes: ["unverified-layout"] },
	],
	[
		"lm-eval: a metric that says nothing",
		lines(
			{ doc_id: 0, doc: { q: "a" }, bypass: 999, acc: 1 },
			{ doc_id: 1, doc: { q: "b" }, bypass: 999, acc: 0 },
		),
		{ format: "lm-evaluation-harness", passes: [1], tests: [2], metric: "acc" },
	],
	[
		"lm-eval: a filter that is named",
		lines(gsm(0, "strict-match", 0), gsm(0, "flexible-extract", 1)),
		{
			format: "lm-evaluation-harness",
			passes: [0],
			tests: [1],
			metric: "exact_match (strict-match)",
		},
		{ pass: "exact_match (strict-match)" },
	],
	[
		"OpenAI evals: a match that is told as metrics, too",
		lines(
			{ sample_id: "a", event_id: 0, type: "match", data: { correct: true } },
			{ sample_id: "a", event_id: 1, type: "metrics", data: { accuracy: 1, f1_score: 0.4 } },
			{ sample_id: "b", event_id: 2, type: "match", data: { correct: false } },
			{ final_report: {} },
		),
		{ format: "OpenAI evals", passes: [1], tests: [2], notes: [] },
	],
	[
		"OpenAI evals: metrics alone",
		lines(
			{ sample_id: "a", event_id: 0, type: "metrics", data: { accuracy: 1, f1_score: 0.4 } },
			{ sample_id: "b", event_id: 1, type: "metrics", data: { accuracy: 0, f1_score: 0.1 } },
		),
		{ format: "OpenAI evals", passes: [1], tests: [2] },
	],
	[
		"OpenAI platform: graders that passed",
		JSON.stringify({
			data: [
				{ datasource_item: { input: "a" }, results: [{ name: "g", passed: true, score: 1 }] },
				{ datasource_item: { input: "b" }, results: [{ name: "g", passed: false, score: 0 }] },
			],
		}),
		{ format: "OpenAI platform evals", passes: [1], tests: [2], notes: ["unverified-layout"] },
	],
	[
		"DeepEval: a case passes with all its metrics",
		JSON.stringify({
			testCases: [
				{ name: "a", input: "x", metricsData: [{ name: "m", score: 1, success: true }] },
				{
					name: "b",
					input: "y",
					metricsData: [
						{ name: "m", score: 1, success: true },
						{ name: "n", score: 0, success: false },
					],
				},
			],
		}),
		{ format: "DeepEval", passes: [1], tests: [2], notes: [] },
	],
	[
		"a table as pandas writes it, by column",
		JSON.stringify({
			user_input: { 0: "a", 1: "b" },
			faithfulness: { 0: 0.5, 1: 1 },
		}),
		{ format: "table", passes: [undefined], tests: [2], metric: "faithfulness" },
	],
	[
		"a table as lists by column",
		JSON.stringify({ question: ["a", "b"], correct: [true, false] }),
		{ format: "table", passes: [1], tests: [2], metric: "correct" },
	],
	[
		"results within an object, beside figures that say nothing of quality",
		JSON.stringify({
			results: [
				{ question: "a", latency_ms: 12, scores: { faithfulness: 0.5 } },
				{ question: "b", latency_ms: 900, scores: { faithfulness: 0.7 } },
			],
		}),
		{ format: "table", passes: [undefined], tests: [2], metric: "scores.faithfulness" },
	],
	[
		"lm-eval: filters are no repeats",
		lines(
			gsm(0, "strict-match", 0),
			gsm(0, "flexible-extract", 1),
			gsm(1, "strict-match", 0),
			gsm(1, "flexible-extract", 1),
		),
		{ format: "lm-evaluation-harness", passes: [2], tests: [2] },
	],
	[
		"OpenAI evals: matches and a report",
		lines(
			{ spec: { eval_name: "e", completion_fns: ["gpt"], created_at: "2026-01-01 00:00:00" } },
			{
				run_id: "r",
				event_id: 0,
				sample_id: "s.0",
				type: "match",
				data: { correct: true, expected: "a", picked: "a" },
			},
			{
				run_id: "r",
				event_id: 1,
				sample_id: "s.1",
				type: "match",
				data: { correct: false, expected: "a", picked: null },
			},
			{ final_report: { accuracy: 0.5 } },
		),
		{ format: "OpenAI evals", passes: [1], tests: [2], notes: [] },
	],
	[
		"OpenAI evals: a match that says nothing",
		lines(
			{ sample_id: "a", event_id: 0, type: "match", data: { correct: 1 } },
			{ sample_id: "b", event_id: 1, type: "match", data: { prompt: "x" } },
		),
		{ format: "OpenAI evals", passes: [1], tests: [2], notes: ["cancelled"] },
	],
	[
		"OpenAI platform: the list of output items",
		JSON.stringify({
			object: "list",
			data: [
				{
					run_id: "r",
					status: "pass",
					datasource_item: { input: "a" },
					results: [{ name: "g", score: 1 }],
				},
				{ run_id: "r", status: "error", datasource_item: { input: "b" }, results: [] },
			],
		}),
		{ format: "OpenAI platform evals", passes: [1], tests: [2], errors: 1 },
	],
	[
		"DeepEval in snake case",
		JSON.stringify({
			test_results: [
				{
					name: "a",
					success: true,
					input: "x",
					metrics_data: [{ name: "m", score: 0.9, success: true }],
				},
				{
					name: "b",
					success: false,
					input: "y",
					metrics_data: [{ name: "m", score: 0.1, success: false, reason: "r" }],
				},
			],
		}),
		{ format: "DeepEval", passes: [1], tests: [2], metric: "m" },
	],
	[
		"HELM: a perturbed input is a test of its own",
		JSON.stringify([helmRow("id1", 1), helmRow("id1", 0, { perturbation: { name: "typos" } })]),
		{ format: "HELM", passes: [1], tests: [2], metric: "exact_match" },
	],
	[
		"SWE-bench of 2024",
		JSON.stringify({
			generated: ["a__b-1", "a__b-2"],
			no_generation: ["a__b-3"],
			resolved: ["a__b-1"],
			applied: [],
		}),
		{ format: "SWE-bench", passes: [1], tests: [3] },
	],
	[
		"SWE-bench by instance",
		JSON.stringify({ "a__b-1": { resolved: true }, "a__b-2": { resolved: false } }),
		{ format: "SWE-bench", passes: [1], tests: [2] },
	],
	[
		"LangSmith",
		lines(
			{
				session_id: "s",
				reference_example_id: "e1",
				start_time: "2026-01-01T00:00:00",
				inputs: { q: 1 },
				feedback_stats: { correct: { n: 1, avg: 1 } },
			},
			{
				session_id: "s",
				reference_example_id: "e2",
				start_time: "2026-01-01T00:00:00",
				inputs: { q: 2 },
				feedback_stats: { correct: { n: 1, avg: 0 } },
			},
		),
		{ format: "LangSmith", passes: [1], tests: [2], notes: ["unverified-layout"] },
	],
	[
		"Braintrust: two experiments",
		lines(
			{ experiment: "a", input: "x", output: "y", expected: "y", scores: { exact: 1 } },
			{ experiment: "b", input: "x", output: "z", expected: "y", scores: { exact: 0 } },
		),
		{ format: "Braintrust", passes: [1, 0], tests: [1, 1], labels: ["a", "b"] },
	],
	[
		"Azure evaluators, newer",
		JSON.stringify({
			rows: [
				{
					"inputs.query": "a",
					"outputs.groundedness.groundedness": 5,
					"outputs.groundedness.groundedness_result": "pass",
				},
				{
					"inputs.query": "b",
					"outputs.groundedness.groundedness": 2,
					"outputs.groundedness.groundedness_result": "fail",
				},
			],
			metrics: {},
		}),
		{
			format: "Azure evaluators",
			passes: [1],
			tests: [2],
			notes: ["unverified-layout", "columns-guessed"],
		},
	],
	[
		"Azure: ratings go before other columns",
		lines(
			{ question: "a", gpt_groundedness: 5, gpt_relevance: 1, has_citation: true },
			{ question: "b", gpt_groundedness: 3, gpt_relevance: 5, has_citation: true },
		),
		{ format: "Azure evaluators", passes: [1], tests: [2], metric: "gpt_groundedness" },
	],
	[
		"a table of pandas or MLflow",
		JSON.stringify({
			columns: ["question", "correct"],
			data: [
				["a", true],
				["b", false],
			],
		}),
		{ format: "table", passes: [1], tests: [2] },
	],
	[
		"a list below one key",
		JSON.stringify({
			accuracy: 0.5,
			details: [
				{ id: 1, passed: true },
				{ id: 2, passed: false },
			],
		}),
		{ format: "table", passes: [1], tests: [2] },
	],
	[
		"Ragas: scores only",
		csv("user_input,faithfulness,answer_relevancy", "a,0.5,1", "b,,0.5"),
		{ format: "table", passes: [undefined], tests: [2], errors: 1, metric: "faithfulness" },
	],
	[
		"versions in a column",
		csv("version;question;passed", "v2;a;yes", "v10;a;no", "v2;b;yes", "v10;b;yes"),
		{ format: "table", passes: [2, 1], tests: [2, 2], labels: ["v2", "v10"] },
	],
	[
		"two columns by their beginnings",
		csv("id,baseline_correct,tuned_correct", "1,0,1", "2,0,1", "3,1,1"),
		{ format: "table", passes: [1, 3], tests: [3, 3], labels: ["baseline", "tuned"] },
	],
	[
		"two systems by the columns of their answers",
		csv(
			"questions,plain_rag_responses,plain_rag_metric_recall,plain_rag_metric_sas,hyde_rag_responses,hyde_rag_metric_recall,hyde_rag_metric_sas",
			"q1,a,0,0.1,b,0,0.5",
			"q2,c,1,0.2,d,1,0.9",
		),
		{
			format: "table",
			passes: [undefined, undefined],
			tests: [2, 2],
			labels: ["plain", "hyde"],
			metric: "rag_metric_sas",
		},
	],
	[
		"two metrics of one system are no two systems",
		csv("question,retrieval_f1,retrieval_recall,answer_f1,answer_recall", "a,0.1,0.2,0.3,0.4"),
		{ format: "table", passes: [undefined], tests: [1], metric: "retrieval_f1" },
	],
	[
		"named columns",
		csv("a,b,c", "x,ok,m1", "y,fail,m1", "x,fail,m2", "y,fail,m2"),
		{ format: "table", passes: [1, 0], tests: [2, 2], labels: ["m1", "m2"], notes: [] },
		{ pass: "b", test: "a", variant: "c" },
	],
	[
		"words for right and wrong",
		csv("question\tverdict", "a\tCorrect", "b\tIncorrect", "c\tcorrect"),
		{ format: "table", passes: [2], tests: [3] },
	],
	[
		"a test that stands twice is one test",
		csv("question,passed", "a,true", "a,false", "b,true"),
		{ format: "table", passes: [2], tests: [2] },
	],
])("%s", async (_name, content, found, columns = {}, file = "x.dat") => {
	const path = join(mkdtempSync(join(tmpdir(), "layout-")), file);
	writeFileSync(path, content);
	const read = await readEvals([path], columns);
	expect(read.ok ? [] : read.problems).toEqual([]);
	const { runs } = judgeEvals(read.ok ? read.value : []);
	expect({
		format: runs[0]?.format,
		passes: runs.map(({ passes }) => passes),
		tests: runs.map(({ tests }) => tests),
		errors: runs.reduce((sum, { errors }) => sum + errors, 0),
	}).toEqual({
		format: found.format,
		passes: found.passes,
		tests: found.tests,
		errors: found.errors ?? 0,
	});
	if (found.labels) expect(runs.map(({ label }) => label)).toEqual(found.labels);
	if (found.metric) expect(runs[0]?.metric).toBe(found.metric);
	if (found.notes) expect(runs[0]?.notes).toEqual(found.notes);
});

test.each<[name: string, file: string, columns: NamedColumns, says: RegExp]>([
	[
		"a metric that is not there",
		"inspect-scored.eval",
		{ pass: "mach" },
		/no metric "mach"\. Did you mean match/,
	],
	["a column of no table", "inspect-scored.eval", { test: "id" }, /is not a table/],
	[
		"a metric where there are passes only",
		"promptfoo-text-to-sql.csv",
		{ pass: "x" },
		/no metric "x"/,
	],
	["a column that is not there", "rag-levels/level-one.csv", { time: "when" }, /no column "when"/],
])("%s is refused", async (_, file, columns, says) => {
	const read = await readEvals([pathOf(file) as string], columns);
	expect(read).toMatchObject({ ok: false, problems: [{ message: expect.stringMatching(says) }] });
});

test("totals of metrics are no tests", async () => {
	const path = join(mkdtempSync(join(tmpdir(), "totals-")), "x.csv");
	writeFileSync(path, csv("metrics,score", "faithfulness,0.8", "sas,0.5"));
	expect(await readEvals([path])).toMatchObject({
		ok: false,
		problems: [{ message: expect.stringContaining("totals by metric") }],
	});
});

test("Azure's parameters beside the results say when a run was", async () => {
	const folder = mkdtempSync(join(tmpdir(), "azure-"));
	for (const [run, evaluation_timestamp] of [
		["a", 1724265437],
		["b", 1724179037],
	]) {
		const results = { question: "q", gpt_groundedness: 5 };
		mkdirSync(join(folder, `${run}`));
		writeFileSync(
			join(folder, `${run}`, "eval_results.jsonl"),
			lines(results, { ...results, question: "r" }),
		);
		writeFileSync(
			join(folder, `${run}`, "evaluate_parameters.json"),
			JSON.stringify({ evaluation_timestamp, target_parameters: { top: 3 } }),
		);
	}
	const read = await readEvals([folder]);
	const { runs, isDated } = judgeEvals(read.ok ? read.value : []);
	expect(isDated).toBe(true);
	expect(runs.map(({ when }) => when?.slice(0, 10))).toEqual(["2024-08-20", "2024-08-21"]);
});

test("a named score of promptfoo counts where it is chosen", async () => {
	const read = await readEvals([pathOf("promptfoo-0.123.1/results.json") as string], {
		pass: "intent",
	});
	const { runs } = judgeEvals(read.ok ? read.value : []);
	expect(runs.map(({ metric, passes, scored }) => [metric, passes, scored])).toEqual([
		["intent", 3, 5],
		["intent", 5, 5],
	]);
});

test.each([
	["2025-09-15T15:06:47-04:00", "2025-09-15T19:06:47.000Z"],
	["2024-02-06 06:29:11.191527+00:00", "2024-02-06T06:29:11.191Z"],
	["2026-01-02", "2026-01-02T00:00:00.000Z"],
	["2026-01-02 03:04", "2026-01-02T03:04:00.000Z"],
	[1718606959.3283007, "2024-06-17T06:49:19.328Z"],
	[1763455482, "2025-11-18T08:44:42.000Z"],
	["1", undefined],
	[7, undefined],
	["2026-13-45", undefined],
	["yesterday", undefined],
])("the time %s", (given, expected) => {
	expect(timeOf(given)).toBe(expected);
});

test.each([
	["samples_x_2026-07-08T16-04-34.219874.jsonl", "2026-07-08T16:04:34.000Z"],
	["test_run_20250102_030405.json", "2025-01-02T03:04:05.000Z"],
	["results-2026-02-24.json", "2026-02-24T00:00:00.000Z"],
	["results-v2.json", undefined],
])("the time in the name %s", (name, expected) => {
	expect(timeInName(name)).toBe(expected);
});
