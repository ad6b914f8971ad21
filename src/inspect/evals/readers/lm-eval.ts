/** lm-evaluation-harness: `results_*.json` and `samples_*.jsonl`, and lists of older versions. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { NamedColumns, Reader, ReadFile, ReadRun } from "../reader.ts";
import {
	baseName,
	type Fields,
	fieldOf,
	folderName,
	isFields,
	numberOf,
	objectsOf,
	type Source,
	textOf,
} from "../source.ts";
import { timeInName, timeOf } from "../times.ts";

const format = "lm-evaluation-harness";

export const lmEval: Reader = {
	format,
	looksLike: "samples_*.jsonl of lm-evaluation-harness (--log_samples)",
	recognizes: ({ content }) =>
		content.kind === "rows"
			? isSample(content.rows[0])
			: content.kind === "value" && (isSample(content.value) || isResults(content.value)),
	read: (source, columns) => {
		const { content } = source;
		if (content.kind === "value" && isResults(content.value)) {
			const whole = content.value;
			const tasks = fieldOf(whole, "samples");
			if (!isFields(tasks)) return resultsOnly(source, whole);
			const { about } = resultsOnly(source, whole);
			const runs = Object.entries(tasks).map(
				([task, rows]): ReadRun => ({
					...runOf(objectsOf(rows), `samples_${task}.jsonl`, columns),
					file: source.file,
					origin: about?.origin,
					notes: ["unverified-layout"],
				}),
			);
			return { runs, ...(about && { about }) };
		}
		const rows =
			content.kind === "rows"
				? objectsOf(content.rows)
				: content.kind === "value"
					? objectsOf([content.value])
					: [];
		return { runs: [runOf(rows, source.file, columns)] };
	},
};

const isSample = (row: unknown): boolean =>
	isFields(row) &&
	row.doc_id !== undefined &&
	("doc" in row || "truth" in row || "target" in row || "prompt_0" in row || "logit_0" in row);

const isResults = (value: unknown): boolean =>
	isFields(fieldOf(value, "results")) &&
	(fieldOf(value, "configs") !== undefined || fieldOf(value, "versions") !== undefined);

/** The folder and the time in a name: parts of one run share both. */
const originOf = (file: string): string | undefined => {
	const stamp = /\d{4}-\d{2}-\d{2}T[\d.:-]*\d/.exec(baseName(file))?.[0];
	return stamp === undefined ? undefined : `${format} ${folderName(file)} ${stamp}`;
};

function resultsOnly({ file }: Source, value: unknown): ReadFile {
	const origin = originOf(file);
	const model =
		textOf(fieldOf(value, "model_name")) ??
		textOf(fieldOf(value, "config", "model_args")) ??
		textOf(fieldOf(value, "config", "model"));
	const settings = fingerprint([
		fieldOf(value, "config", "gen_kwargs") ?? null,
		fieldOf(value, "system_instruction") ?? null,
		fieldOf(value, "n-shot") ?? null,
	]);
	const about = { model, settings, when: timeOf(fieldOf(value, "date")) };
	return { runs: [], about: { origin: origin ?? `${format} ${file}`, ...about } };
}

function runOf(rows: readonly Fields[], file: string, { pass }: NamedColumns): ReadRun {
	const task = /^samples_(.+?)(?:_\d{4}-\d{2}-\d{2}T.*)?\.jsonl?$/.exec(baseName(file))?.[1] ?? "";
	const { rows: own, metrics } = mergeFilters(rows, metricsOf(rows));
	const metric = pass ?? metrics[0] ?? "none";
	const outcomes = own.map((row) => outcomeOf(row, { task, metric, metrics }));
	const isPass = outcomes.every(({ score }) => score === undefined || score === 0 || score === 1);
	return {
		file,
		format,
		label: "",
		prompt: promptOf(rows),
		model: undefined,
		when: timeInName(baseName(file)),
		metric,
		outcomes: isPass
			? outcomes.map((one) => ({
					...one,
					...(one.score !== undefined && { pass: one.score === 1 }),
				}))
			: outcomes,
		notes: [],
		origin: originOf(file),
	};
}

/**
 * The same document is judged once for each filter of its answer: that is no repeat, but another metric, such as
 * `exact_match (strict-match)`.
 */
function mergeFilters(
	rows: readonly Fields[],
	metrics: readonly string[],
): { rows: readonly Fields[]; metrics: readonly string[] } {
	const filters = [...new Set(rows.flatMap(({ filter }) => textOf(filter) ?? []))].sort();
	if (filters.length < 2) return { rows, metrics };
	const nameOf = (metric: string, filter: unknown) => `${metric} (${textOf(filter)})`;
	const documents = grouped(rows, (row) => JSON.stringify([row.doc_id, row.doc_hash]));
	return {
		rows: [...documents.values()].map((own) => ({
			...own[0],
			...Object.fromEntries(
				own.flatMap((row) => metrics.map((metric) => [nameOf(metric, row.filter), row[metric]])),
			),
		})),
		metrics: filters.flatMap((filter) => metrics.map((metric) => nameOf(metric, filter))),
	};
}

/** Fields of a row that are not its metrics. */
const notMetrics =
	/^(?:bypass|doc_id|doc|target|arguments|resps|filtered_resps|filter|metrics|truth|native_id|\w+_hash|prompt_\d+|logit_\d+|logits?|label|query|gold|idx|predictions?)$/;

function metricsOf(rows: readonly Fields[]): string[] {
	const [first = {}] = rows;
	const named = Array.isArray(first.metrics)
		? first.metrics.flatMap((name) => (name === "bypass" ? [] : (textOf(name) ?? [])))
		: Object.keys(first).filter((name) => !notMetrics.test(name));
	return named.filter((name) => rows.some((row) => scoreOf(row[name]) !== undefined));
}

const scoreOf = (value: unknown): number | undefined => {
	if (typeof value === "boolean") return Number(value);
	if (typeof value !== "string") return numberOf(value);
	if (/^(?:true|false)$/i.test(value)) return Number(/^true$/i.test(value));
	return value.trim() === "" ? undefined : numberOf(Number(value));
};

function outcomeOf(
	row: Fields,
	{ task, metric, metrics }: { task: string; metric: string; metrics: readonly string[] },
): Outcome {
	const score = scoreOf(row[metric]);
	const question = questionOf(row);
	const id = textOf(row.doc_id) ?? "";
	return {
		test: fingerprint([task, row.doc_hash ?? row.doc ?? id]),
		name: [task, id, question].filter(Boolean).join(" "),
		...(score !== undefined && { score }),
		expected: textOf(row.target) ?? textOf(row.truth),
		length: JSON.stringify(row.doc ?? row.prompt_0 ?? "").length,
		tags: task ? [`task: ${task}`] : [],
		metrics: Object.fromEntries(
			metrics.flatMap((name) => {
				const number = scoreOf(row[name]);
				return number === undefined ? [] : [[name, number]];
			}),
		),
	};
}

/** What a person would know the document by: its question, or else the first text in it that is long enough. */
function questionOf({ query, doc, prompt_0 }: Fields): string | undefined {
	const named = textOf(query) ?? textOf(fieldOf(doc, "question")) ?? textOf(fieldOf(doc, "query"));
	const texts = isFields(doc) ? Object.values(doc).flatMap((value) => textOf(value) ?? []) : [];
	return (
		named ??
		texts.find((text) => text.length >= fewestOfText) ??
		textOf(prompt_0)?.split("\n").at(-1)
	);
}

/** Shorter ones are ids and labels. */
const fewestOfText = 20;

/** The texts that were sent, whatever the order of the rows. */
function promptOf(rows: readonly Fields[]): string | undefined {
	const sent = rows.flatMap((row) => row.prompt_hash ?? row.arguments ?? row.prompt_0 ?? []);
	if (sent.length < rows.length || rows.length === 0) return undefined;
	return fingerprint([...new Set(sent.map((one) => textOf(one) ?? JSON.stringify(one)))].sort());
}
