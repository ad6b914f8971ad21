/** Inspect AI: a log as `.json`, or as `.eval` with its header and the summaries of its samples. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Reader } from "../reader.ts";
import { type Fields, fieldOf, isFields, listOf, numberOf, objectsOf, textOf } from "../source.ts";
import { timeOf } from "../times.ts";

export const inspect: Reader = {
	format: "Inspect AI",
	looksLike: "logs/*.eval of Inspect AI",
	recognizes: ({ content }) =>
		content.kind === "value" &&
		textOf(fieldOf(content.value, "eval", "task")) !== undefined &&
		fieldOf(content.value, "eval", "model") !== undefined,
	read: ({ file, content }, columns) => {
		const log = content.kind === "value" ? content.value : undefined;
		const samples = samplesOf(log);
		const scorers = scorersOf(log, samples);
		const scorer = columns.pass ?? scorers[0];
		const status = textOf(fieldOf(log, "status"));
		const outcomes = samples.map((sample) => outcomeOf(sample, scorer));
		return {
			runs: [
				{
					file,
					format: "Inspect AI",
					label: "",
					prompt: promptOf(log),
					model: textOf(fieldOf(log, "eval", "model")),
					settings: settingsOf(log),
					when: timeOf(fieldOf(log, "eval", "created")),
					metric: scorer ?? "none",
					outcomes: asPasses(outcomes),
					notes: status === "success" || status === undefined ? [] : ["cancelled"],
				},
			],
		};
	},
};

/** Samples, each with its scores; where they were not logged, the reduced score of each. */
function samplesOf(log: unknown): Fields[] {
	const samples = objectsOf(fieldOf(log, "samples"));
	if (samples.length > 0)
		return samples.map((sample) => ({ ...sample, scores: flatScores(sample) }));
	return objectsOf(fieldOf(log, "reductions")).flatMap(({ scorer, samples: reduced }) =>
		objectsOf(reduced).map((one) => ({
			id: one.sample_id,
			input: "",
			scores: flatScores({ scores: { [textOf(scorer) ?? "score"]: one } }),
		})),
	);
}

/** One value for each name: a scorer may give several, which the results list by their own names. */
function flatScores({ scores, score }: Fields): Fields {
	const all = isFields(scores) ? scores : score === undefined || score === null ? {} : { score };
	return Object.fromEntries(
		Object.entries(all).flatMap(([name, one]) => {
			const value = fieldOf(one, "value");
			return isFields(value) && Object.keys(value).length > 1
				? Object.entries(value).map(([key, part]) => [key, { ...(one as Fields), value: part }])
				: [[name, one]];
		}),
	);
}

/** The scorers, as the log has them in its results, and else by name. */
function scorersOf(log: unknown, samples: readonly Fields[]): string[] {
	const listed = objectsOf(fieldOf(log, "results", "scores")).flatMap(
		({ name }) => textOf(name) ?? [],
	);
	const found = new Set(
		samples.flatMap(({ scores }) => (isFields(scores) ? Object.keys(scores) : [])),
	);
	return [...listed.filter((name) => found.has(name)), ...[...found].sort()];
}

/** The text that was sent stands nowhere; what makes it is the plan, and the arguments of the task. */
const promptOf = (log: unknown): string =>
	fingerprint([
		fieldOf(log, "eval", "task"),
		fieldOf(log, "eval", "task_args") ?? {},
		fieldOf(log, "eval", "solver") ?? null,
		fieldOf(log, "eval", "solver_args") ?? null,
		listOf(fieldOf(log, "plan", "steps")).map((step) => [
			fieldOf(step, "solver"),
			fieldOf(step, "params") ?? {},
		]),
	]);

/** What only says how fast a run may go. */
const ofSpeed = new Set(["max_connections", "max_retries", "timeout", "attempt_timeout", "batch"]);

function settingsOf(log: unknown): string {
	const all = [fieldOf(log, "plan", "config"), fieldOf(log, "eval", "model_generate_config")]
		.concat(fieldOf(log, "eval", "model_args"))
		.flatMap((config) => (isFields(config) ? Object.entries(config) : []))
		.filter(([name, value]) => !ofSpeed.has(name) && value !== null);
	return fingerprint(Object.fromEntries(all));
}

/** Summaries cut long inputs; so much of them is whole in both forms of a log. */
const sameInBoth = 100;

function outcomeOf(sample: Fields, scorer: string | undefined): Outcome {
	const input = inputOf(sample.input);
	const id = textOf(sample.id) ?? "";
	const scores = isFields(sample.scores) ? sample.scores : {};
	const score = scorer === undefined ? undefined : fieldOf(scores, scorer);
	const value = scoreOf(fieldOf(score, "value"));
	const error = errorOf(sample.error);
	const answer = textOf(fieldOf(score, "answer"));
	const explanation = textOf(fieldOf(score, "explanation"));
	const metadata = isFields(sample.metadata) ? sample.metadata : {};
	return {
		test: fingerprint([id, input.trim().slice(0, sameInBoth)]),
		name: `${id}: ${input}`,
		...(value !== undefined && { score: value }),
		...(error !== undefined && { error }),
		// Most scorers repeat the answer as their explanation.
		...(explanation !== undefined &&
			explanation.trim() !== answer?.trim() && { reason: explanation }),
		expected: textOf(sample.target)?.trim(),
		answer: answer?.trim(),
		length: input.length + (answer?.length ?? 0),
		tags: Object.entries(metadata).flatMap(([name, tag]) =>
			typeof tag === "string" && tag.length <= 60 ? [`${name}: ${tag}`] : [],
		),
		metrics: Object.fromEntries(
			Object.entries(scores).flatMap(([name, one]) => {
				const number = scoreOf(fieldOf(one, "value"));
				return number === undefined ? [] : [[name, number]];
			}),
		),
	};
}

const inputOf = (input: unknown): string =>
	textOf(input) ??
	objectsOf(input)
		.map(
			({ content }) =>
				textOf(content) ??
				objectsOf(content)
					.map(({ text }) => textOf(text) ?? "")
					.join(""),
		)
		.join("\n");

const errorOf = (error: unknown): string | undefined =>
	error === undefined || error === null
		? undefined
		: (textOf(fieldOf(error, "message")) ?? textOf(error) ?? "error");

/** Correct, incorrect, partial, no answer. */
const letters: Record<string, number> = { C: 1, I: 0, P: 0.5, N: 0 };

function scoreOf(value: unknown): number | undefined {
	if (typeof value === "boolean") return Number(value);
	if (typeof value === "string")
		return Object.hasOwn(letters, value) ? letters[value] : wordOf(value);
	if (isFields(value)) {
		const numbers = Object.values(value).map(scoreOf);
		return numbers.length === 1 ? numbers[0] : undefined;
	}
	return numberOf(value);
}

const wordOf = (value: string): number | undefined => {
	const word = value.trim().toLowerCase();
	if (word === "") return undefined;
	if (["yes", "true", "correct", "pass"].includes(word)) return 1;
	if (["no", "false", "incorrect", "fail"].includes(word)) return 0;
	return numberOf(Number(word));
};

/** Scores that are all right, wrong or half right are passes and failures; others stay scores. */
export function asPasses(outcomes: readonly Outcome[]): Outcome[] {
	const isPlain = outcomes.every(({ score }) => score === undefined || [0, 0.5, 1].includes(score));
	return outcomes.map((outcome) =>
		isPlain && outcome.score !== undefined ? { ...outcome, pass: outcome.score === 1 } : outcome,
	);
}
