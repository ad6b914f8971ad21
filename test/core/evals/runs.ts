/** Made-up runs. */
import type { EvalRun } from "../../../src/core/evals/run.ts";

/** A run of tests 0, 1, 2 …, of which those with 1 pass; with a number, only the first so many. */
export const passingRun = (
	file: string,
	values: readonly number[],
	passes = values.length,
): EvalRun => ({
	file,
	format: "table",
	label: "",
	prompt: file,
	model: "model",
	metric: "pass",
	scale: [0, 1],
	outcomes: values.map((value, test) => ({
		test: String(test),
		name: `test ${test}`,
		pass: value === 1 && test < passes,
	})),
	notes: [],
});
