/** DeepEval: a test run with `testCases`, whose metrics stand in one of three places. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Reader } from "../reader.ts";
import {
	baseName,
	type Fields,
	fieldOf,
	isFields,
	numberOf,
	objectsOf,
	textOf,
} from "../source.ts";
import { timeInName } from "../times.ts";

export const deepeval: Reader = {
	format: "DeepEval",
	looksLike: ".deepeval/.latest_run_full.json",
	recognizes: ({ content }) => {
		const [first] = content.kind === "value" ? casesOf(content.value) : [];
		return (
			first !== undefined &&
			(typeof first.success === "boolean" || Array.isArray(either(first, "metricsData")))
		);
	},
	read: ({ file, content }) => {
		const run = content.kind === "value" ? content.value : undefined;
		const parameters = fieldOf(run, "hyperparameters") ?? fieldOf(run, "configurations");
		const known =
			isFields(parameters) && Object.keys(parameters).length > 0 ? parameters : undefined;
		const cases = casesOf(run);
		const isSnake =
			fieldOf(run, "test_results") !== undefined || fieldOf(run, "test_cases") !== undefined;
		return {
			runs: [
				{
					file,
					format: "DeepEval",
					label: "",
					prompt: known && fingerprint(known),
					model: known && textOf(known.model),
					when: timeInName(baseName(file)),
					metric: metricOf(cases),
					scale: [0, 1],
					outcomes: cases.map((one) => outcomeOf(one, metricOf(cases))),
					notes: isSnake ? ["unverified-layout"] : [],
				},
			],
		};
	},
};

/** The results of evaluate() have the same fields in snake case. */
const either = (one: unknown, camel: string): unknown =>
	fieldOf(one, camel) ??
	fieldOf(
		one,
		camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	);

const casesOf = (run: unknown): Fields[] => {
	const whole = fieldOf(run, "testRunData") ?? run;
	return [
		...objectsOf(either(whole, "testCases") ?? either(whole, "testResults")),
		...objectsOf(either(whole, "conversationalTestCases")),
	];
};

const metricsOf = (one: Fields): Fields[] =>
	objectsOf(either(one, "metricsData")).concat(objectsOf(one.metricsMetadata));
const nameOf = (metric: Fields): string => textOf(metric.name) ?? textOf(metric.metric) ?? "score";

function metricOf(cases: readonly Fields[]): string {
	const names = new Set(cases.flatMap((one) => metricsOf(one).map(nameOf)));
	return names.size === 1 ? ([...names][0] as string) : "success";
}

/** A case passes with all its metrics. */
function passOf({ success }: Fields, metrics: readonly Fields[]): boolean | undefined {
	if (typeof success === "boolean") return success;
	const passes = metrics.flatMap((metric) =>
		typeof metric.success === "boolean" ? [metric.success] : [],
	);
	return passes.length > 0 ? passes.every((one) => one) : undefined;
}

/** What DeepEval calls a case that was given no name: it depends on the order. */
const noName = /^(?:conversational_)?test_case_\d+$/;

function outcomeOf(one: Fields, counts: string): Outcome {
	const metrics = metricsOf(one);
	const scores = metrics.flatMap((metric) => {
		const score = numberOf(metric.score);
		return score === undefined ? [] : [[nameOf(metric), score] as const];
	});
	const counted = scores.find(([metric]) => metric === counts)?.[1];
	const name = textOf(one.name) ?? "";
	const input = textOf(one.input) ?? JSON.stringify(one.turns ?? "");
	const error = metrics.flatMap((metric) => textOf(metric.error) ?? [])[0];
	const answer = textOf(either(one, "actualOutput"));
	const pass = passOf(one, metrics);
	return {
		test: fingerprint([
			noName.test(name) ? "" : name,
			input,
			either(one, "expectedOutput") ?? null,
		]),
		name: noName.test(name) || name === "" ? input : name,
		...(pass !== undefined && { pass }),
		// Scores of different metrics have different units.
		...(counted !== undefined && { score: counted }),
		...(error !== undefined && { error }),
		reason: textOf(metrics.find(({ success }) => success === false)?.reason),
		expected: textOf(either(one, "expectedOutput")),
		answer,
		length: input.length + (answer?.length ?? 0),
		metrics: Object.fromEntries(scores),
	};
}
