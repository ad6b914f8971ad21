/** Real files with the values that a right reader finds. */
import { existsSync } from "node:fs";
import { join } from "node:path";

const here = join(import.meta.dirname, "files");
const root = join(import.meta.dirname, "../../..");
/** Larger files are not in the repository: they lie beside it where the project is worked on. */
const shared = ["../shared/data", "../../shared/data"]
	.map((folder) => join(root, folder))
	.find(existsSync);

/** The path of a file, or undefined where this machine does not have it. */
export const pathOf = (name: string): string | undefined =>
	[join(here, name), ...(shared ? [join(shared, "evals", name), join(shared, name)] : [])].find(
		(path) => existsSync(path),
	);

export interface Expected {
	tests: number;
	rows: number;
	errors?: number;
	/** Passes of each run, in order; undefined where nothing is scored or there are only scores. */
	passes: (number | undefined)[];
	/** The last pair: the first run against the last one. */
	pair?: [both: number, lost: number, won: number, neither: number, p: number];
	common?: number;
	state: string;
	why?: string;
	/** Means by metric, of each run. */
	means?: Record<string, [number, number][]>;
}

export interface Sequence {
	name: string;
	files: string[];
	pass?: string;
	target?: number;
	expected: Expected;
}

const popularity = (name: string) => `inspect-popularity-${name}.eval`;
const azure = [
	"baseline-1",
	"generalprompt-1",
	"refinedprompt-1",
	"refinedprompt-2",
	"refinedprompt-trimmed-1",
	"badprompt-ignoresources-1",
].map((name) => `azure-rag/${name}/eval_results.jsonl`);
const [run1, run2, other] = [
	popularity("flash-lite-run-1"),
	popularity("flash-lite-run-2"),
	popularity("gpt-4o-mini"),
];
const negotiation = (task: string) =>
	["16-04-34.219874", "18-15-33.115417"].map(
		(time) => `lm-eval-negotiation/samples_negotiationtom_${task}_2026-07-08T${time}.jsonl`,
	);
const bias = ["12-20-26.826621", "15-44-37.867068"].map(
	(time) => `lm-eval-bias/samples_bias_classification_2024-06-17T${time}.json`,
);
const forms = ["2026-02-24", "2026-02-25", "2026-03-02"].map(
	(day) => `promptfoo-forms/results-${day}.json`,
);
const steps = ["00", "03", "06", "09", "12", "15", "18"].map(
	(step) => `openai-platform-steps/step-${step}.json`,
);

/** From the table of the data set; each value was computed by two independent scripts. */
export const sequences: Sequence[] = [
	{
		name: "Inspect: two runs of a model, then another model",
		files: [run1, run2, other],
		expected: {
			tests: 100,
			rows: 300,
			passes: [68, 70, 63],
			common: 100,
			pair: [60, 8, 3, 29, 0.2266],
			state: "cannot-tell",
			why: "two-versions",
		},
	},
	{
		name: "Inspect: two runs of one model are one version",
		files: [run1, run2],
		expected: {
			tests: 100,
			rows: 200,
			passes: [68, 70],
			common: 100,
			pair: [65, 3, 5, 27, 0.7266],
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "Inspect: epochs",
		files: [popularity("epochs-5")],
		expected: {
			tests: 10,
			rows: 50,
			passes: [33],
			common: 10,
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "Inspect: zstd, unscored",
		files: ["inspect-zstd-unscored.eval"],
		expected: {
			tests: 1,
			rows: 1,
			passes: [undefined],
			common: 0,
			state: "cannot-tell",
			why: "nothing-scored",
		},
	},
	{
		name: "Inspect: unscored, then scored",
		files: ["inspect-unscored.eval", "inspect-scored.eval"],
		expected: {
			tests: 10,
			rows: 20,
			passes: [undefined, 8],
			common: 10,
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "Inspect: cancelled",
		files: ["inspect-cancelled.json"],
		expected: {
			tests: 3,
			rows: 3,
			passes: [2],
			common: 3,
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "two models side by side in a table",
		files: ["inspect-paired-models.csv"],
		expected: {
			tests: 300,
			rows: 600,
			passes: [282, 267],
			common: 300,
			pair: [261, 21, 6, 12, 0.0059],
			state: "cannot-tell",
			why: "two-versions",
		},
	},
	{
		name: "lm-eval: equal runs of acc",
		files: negotiation("belief"),
		expected: {
			tests: 20,
			rows: 40,
			passes: [9, 9],
			common: 20,
			pair: [9, 0, 0, 11, 1],
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "lm-eval: equal runs of exact_match beside lists",
		files: negotiation("intention"),
		expected: {
			tests: 20,
			rows: 40,
			passes: [4, 4],
			common: 20,
			pair: [4, 0, 0, 16, 1],
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "lm-eval: June 2024, JSON Lines named .json",
		files: bias,
		expected: {
			tests: 80,
			rows: 160,
			passes: [58, 50],
			common: 80,
			pair: [40, 18, 10, 12, 0.1849],
			state: "cannot-tell",
			why: "two-versions",
		},
	},
	{
		name: "lm-eval: the later of these, in the repository",
		files: [bias[1] as string, "lm-eval-bias/results_2024-06-17T15-44-37.867068.json"],
		expected: {
			tests: 80,
			rows: 80,
			passes: [50],
			common: 80,
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "lm-eval: --write_out",
		files: ["lm-eval-write-out/winogrande-llama.json", "lm-eval-write-out/winogrande-llama13.json"],
		expected: {
			tests: 120,
			rows: 240,
			passes: [88, 94],
			common: 120,
			pair: [81, 7, 13, 19, 0.2632],
			state: "cannot-tell",
			why: "few-tests",
		},
	},
	{
		name: "OpenAI evals: aborted and nothing scored",
		files: ["openai-evals-model-graded.jsonl"],
		expected: {
			tests: 9,
			rows: 9,
			passes: [undefined],
			common: 0,
			state: "cannot-tell",
			why: "nothing-scored",
		},
	},
	{
		name: "DeepEval",
		files: ["deepeval-metrics-data.json"],
		expected: { tests: 2, rows: 2, passes: [2], common: 2, state: "cannot-tell" },
	},
	{
		name: "DeepEval: scores in the trace only",
		files: ["deepeval-trace-scores.json"],
		expected: { tests: 2, rows: 2, passes: [1], common: 2, state: "cannot-tell" },
	},
	{
		name: "DeepEval: 2024",
		files: ["deepeval-old-metrics-metadata.json"],
		expected: { tests: 9, rows: 9, passes: [4], common: 9, state: "cannot-tell" },
	},
	{
		name: "promptfoo: a suite that was rewritten",
		files: forms,
		expected: {
			tests: 35,
			rows: 60,
			passes: [10, 22, 22],
			common: 0,
			state: "not-comparable",
			why: "other-tests",
		},
	},
	{
		name: "promptfoo: two runs of one prompt",
		files: forms.slice(1),
		expected: {
			tests: 25,
			rows: 50,
			passes: [22, 22],
			common: 25,
			pair: [22, 0, 0, 3, 1],
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "promptfoo: version 2 with a table",
		files: ["promptfoo-v2-table.json"],
		expected: {
			tests: 2,
			rows: 4,
			passes: [1, 1],
			common: 2,
			pair: [1, 0, 0, 1, 1],
			state: "cannot-tell",
		},
	},
	{
		name: "promptfoo: old CSV, headers in JSON",
		files: ["promptfoo-classification.csv"],
		expected: {
			tests: 68,
			rows: 1020,
			passes: [48, 48, 47, 49, 48, 64, 63, 64, 64, 61, 65, 65, 64, 64, 65],
			common: 68,
			pair: [47, 1, 18, 2, 0.0001],
			state: "cannot-tell",
			why: "few-tests",
		},
	},
	{
		name: "promptfoo: old CSV, headers with files",
		files: ["promptfoo-text-to-sql.csv"],
		expected: {
			tests: 3,
			rows: 30,
			passes: [2, 2, 2, 1, 1, 2, 2, 2, 3, 1],
			common: 3,
			pair: [1, 1, 0, 1, 1],
			state: "cannot-tell",
		},
	},
	{
		name: "promptfoo 0.123.1: an error and a part of the score",
		files: ["promptfoo-0.123.1/results.json"],
		expected: {
			tests: 6,
			rows: 12,
			errors: 1,
			passes: [3, 6],
			common: 5,
			pair: [3, 0, 2, 0, 0.5],
			state: "cannot-tell",
		},
	},
	{
		name: "promptfoo 0.123.1 as CSV",
		files: ["promptfoo-0.123.1/results.csv"],
		expected: {
			tests: 6,
			rows: 12,
			errors: 1,
			passes: [3, 6],
			common: 5,
			pair: [3, 0, 2, 0, 0.5],
			state: "cannot-tell",
		},
	},
	{
		name: "promptfoo 0.123.1 as JSON Lines",
		files: ["promptfoo-0.123.1/results.jsonl"],
		expected: {
			tests: 6,
			rows: 12,
			errors: 1,
			passes: [3, 6],
			common: 5,
			pair: [3, 0, 2, 0, 0.5],
			state: "cannot-tell",
		},
	},
	{
		name: "promptfoo 0.123.1: two providers, each test twice",
		files: ["promptfoo-0.123.1/results-two-providers-repeat2.json"],
		expected: {
			tests: 2,
			rows: 16,
			passes: [0, 4, 0, 2],
			common: 2,
			pair: [0, 0, 1, 1, 1],
			state: "cannot-tell",
		},
	},
	{
		// One question stands twice; in the last run it passes once. As one test it is lost.
		name: "Azure: groundedness",
		files: azure,
		expected: {
			tests: 99,
			rows: 600,
			passes: [96, 98, 97, 95, 97, 83],
			common: 99,
			pair: [81, 14, 1, 3, 0.001],
			state: "plateau",
		},
	},
	{
		name: "Azure: relevance",
		files: azure,
		pass: "gpt_relevance",
		expected: {
			tests: 99,
			rows: 600,
			passes: [95, 97, 97, 96, 95, 76],
			common: 99,
			pair: [73, 21, 2, 3, 0.0001],
			state: "plateau",
		},
	},
	{
		name: "HELM",
		files: ["llama-3-8b", "claude-3-opus"].flatMap((model) =>
			["per_instance_stats.json", "run_spec.json", "stats.json"].map(
				(file) => `helm-bbq/${model}/${file}`,
			),
		),
		expected: {
			tests: 50,
			rows: 100,
			passes: [30, 38],
			common: 50,
			pair: [30, 0, 8, 12, 0.0078],
			state: "improving",
		},
	},
	{
		name: "SWE-bench",
		files: ["no", "with"].map((word) => `swe-bench/agentless.lite_eval_20_${word}_test_patch.json`),
		expected: {
			tests: 18,
			rows: 36,
			passes: [3, 4],
			common: 18,
			pair: [3, 0, 1, 14, 1],
			state: "cannot-tell",
		},
	},
	{
		name: "OpenAI platform: seven checkpoints, ten inputs five times",
		files: steps,
		expected: {
			tests: 10,
			rows: 350,
			passes: [26, 23, 20, 34, 30, 34, 40],
			common: 10,
			pair: [3, 1, 6, 0, 0.125],
			state: "cannot-tell",
			why: "few-tests",
		},
	},
	{
		name: "OpenAI platform: the export",
		files: ["openai-platform-items.jsonl"],
		expected: {
			tests: 10,
			rows: 50,
			passes: [27],
			common: 10,
			state: "cannot-tell",
			why: "one-version",
		},
	},
	{
		name: "scores only, one of them blank",
		files: ["haystack-rag/top-k-1.csv", "haystack-rag/top-k-3.csv"],
		expected: {
			tests: 107,
			rows: 214,
			errors: 1,
			passes: [undefined, undefined],
			common: 106,
			state: "improving",
			means: {
				faithfulness: [
					[0.846, 107],
					[0.932, 106],
				],
				context_relevance: [
					[0.898, 107],
					[0.948, 107],
				],
				sas: [
					[0.539, 107],
					[0.643, 107],
				],
			},
		},
	},
	{
		name: "three iterations of a pipeline",
		files: ["one", "two", "three"].map((level) => `rag-levels/level-${level}.csv`),
		expected: {
			tests: 100,
			rows: 300,
			passes: [72, 80, 84],
			common: 100,
			pair: [67, 5, 17, 11, 0.0169],
			state: "improving",
		},
	},
];
