/** LangSmith and Braintrust: rows as their documentation has them; no file of theirs was seen. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { Reader, ReadRun } from "../reader.ts";
import {
	type Fields,
	fieldOf,
	isFields,
	numberOf,
	objectsOf,
	type Source,
	textOf,
} from "../source.ts";
import { timeOf } from "../times.ts";

const rowsOf = ({ content }: Source): Fields[] =>
	content.kind === "rows"
		? objectsOf(content.rows)
		: content.kind === "value"
			? objectsOf(
					fieldOf(content.value, "results") ??
						fieldOf(content.value, "rows") ??
						fieldOf(content.value, "events"),
				)
			: [];

export const langsmith: Reader = {
	format: "LangSmith",
	looksLike: "runs of a LangSmith experiment",
	recognizes: (source) => {
		const [first] = rowsOf(source);
		return isFields(first?.feedback_stats) && first.reference_example_id !== undefined;
	},
	read: (source, { pass }) => ({
		runs: byExperiment(
			rowsOf(source),
			({ session_id, session_name }) => textOf(session_name) ?? textOf(session_id),
		).map(([label, rows]) => runOf(rows, { format: "LangSmith", label, file: source.file, pass })),
	}),
};

export const braintrust: Reader = {
	format: "Braintrust",
	looksLike: "rows of a Braintrust experiment",
	recognizes: (source) => {
		const [first] = rowsOf(source);
		return first !== undefined && isFields(first.scores) && "input" in first && "output" in first;
	},
	read: (source, { pass }) => ({
		runs: byExperiment(
			rowsOf(source),
			({ experiment_id, experiment }) => textOf(experiment) ?? textOf(experiment_id),
		).map(([label, rows]) => runOf(rows, { format: "Braintrust", label, file: source.file, pass })),
	}),
};

function byExperiment(
	rows: readonly Fields[],
	nameOf: (row: Fields) => string | undefined,
): [label: string, rows: Fields[]][] {
	const groups = grouped(rows, (row) => nameOf(row) ?? "");
	const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
	return all.length === 1 ? all.map(([, own]) => ["", own]) : all;
}

interface Around {
	format: string;
	label: string;
	file: string;
	pass: string | undefined;
}

function runOf(rows: readonly Fields[], { format, label, file, pass }: Around): ReadRun {
	const names = [...new Set(rows.flatMap((row) => Object.keys(scoresOf(row))))].sort();
	const metric = pass ?? names[0] ?? "none";
	const outcomes = rows.map((row) => outcomeOf(row, metric));
	const isPass = outcomes.every(({ score = 0 }) => score === 0 || score === 1);
	const times = rows.flatMap(
		({ start_time, created }) => timeOf(start_time) ?? timeOf(created) ?? [],
	);
	return {
		file,
		format,
		label,
		when: times.sort()[0],
		metric,
		scale: [0, 1],
		outcomes: isPass
			? outcomes.map((one) => ({
					...one,
					...(one.score !== undefined && { pass: one.score === 1 }),
				}))
			: outcomes,
		notes: ["unverified-layout"],
	};
}

const scoresOf = ({ feedback_stats, scores }: Fields): Record<string, number> =>
	Object.fromEntries(
		Object.entries(
			isFields(feedback_stats) ? feedback_stats : isFields(scores) ? scores : {},
		).flatMap(([name, value]) => {
			const number = numberOf(fieldOf(value, "avg")) ?? numberOf(value);
			return number === undefined ? [] : [[name, number]];
		}),
	);

function outcomeOf(row: Fields, metric: string): Outcome {
	const scores = scoresOf(row);
	const input = row.input ?? row.inputs;
	const error = textOf(row.error);
	const shown = textOf(input) ?? JSON.stringify(input ?? "");
	return {
		test: textOf(row.reference_example_id) ?? fingerprint(input),
		name: shown,
		score: scores[metric],
		...(error !== undefined && { error }),
		expected: textOf(row.expected),
		answer: textOf(row.output),
		length: shown.length,
		metrics: scores,
	};
}
