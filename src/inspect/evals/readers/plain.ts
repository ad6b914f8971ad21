/** Tables that no tool stands for: CSV, flat JSON, Ragas, Azure evaluators. Columns are named, or guessed by name and content. */
import type { Outcome, RunNote } from "../../../core/evals/run.ts";
import type { Problem } from "../../../core/problems.ts";
import { fingerprint } from "../fingerprint.ts";
import { grouped } from "../grouped.ts";
import type { NamedColumns, Reader, ReadFile, ReadRun } from "../reader.ts";
import { baseName, folderName } from "../source.ts";
import { timeInName, timeOf } from "../times.ts";
import { type Table, tableOf } from "./as-table.ts";
import { isPassWord, numberIn, passOf } from "./cells.ts";
import { type Columns, type Judged, pickColumns } from "./pick-columns.ts";

export const plain: Reader = {
	format: "table",
	looksLike: "CSV with a column such as passed, correct or score",
	recognizes: (source) => tableOf(source) !== undefined,
	read: (source, named) => {
		const table = tableOf(source) as Table;
		if (isOfTotals(table)) return { runs: [], problem: totals(source.file) };
		if (isPandasDump(table)) return { runs: [], problem: pandasDump(source.file) };
		const picked = pickColumns(table, named);
		if (!picked.ok) return { runs: [], problem: { ...picked.problem, at: { file: source.file } } };
		return { runs: runsOf(table, picked.value, { file: source.file, named }) } satisfies ReadFile;
	},
};

/** The log of OpenAI evals as pandas saves it: its cells are Python and not JSON. */
const isPandasDump = ({ header }: Table): boolean =>
	["spec", "run_id", "sample_id", "type", "data"].every((name) => header.includes(name));

const pandasDump = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} is a log of OpenAI evals that pandas has saved: its cells hold Python dictionaries, which cannot be read safely.`,
	hint: "Give the log itself, the .jsonl file that oaieval writes.",
});

/** A line for each metric: means over tests that are not there. */
const isOfTotals = ({ header, rows }: Table): boolean => {
	const at = header.findIndex((name) => /^metrics?$/i.test(name));
	return at >= 0 && header.length <= 3 && new Set(rows.map((row) => row[at])).size === rows.length;
};

const totals = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} holds totals by metric, and no single tests.`,
	hint: "Give the file with one row for each test.",
});

interface Around {
	file: string;
	named: NamedColumns;
}

function runsOf(table: Table, columns: Columns, { file, named }: Around): ReadRun[] {
	return columns.judged.flatMap((judged) =>
		groupsOf(table, columns).map(({ variant, rows }): ReadRun => {
			const times =
				columns.time === undefined
					? []
					: rows.flatMap((row) => timeOf(row[columns.time as number]) ?? []);
			const prompts =
				columns.prompt === undefined
					? []
					: [...new Set(rows.map((row) => row[columns.prompt as number] ?? ""))];
			const scale = judged.threshold === undefined ? undefined : ([1, 5] as const);
			return {
				file,
				format: isAzure(table.header) ? "Azure evaluators" : "table",
				label: [judged.label, variant].filter(Boolean).join(", "),
				model: modelOf(table, rows, judged),
				prompt: prompts.length === 1 ? fingerprint(prompts[0]) : undefined,
				when: times.sort()[0] ?? timeInName(file),
				metric: judged.metric,
				threshold: judged.threshold,
				scale: judged.isPass ? [0, 1] : scale,
				outcomes: rows.map((row, place) => outcomeOf(row, place, { table, columns, judged })),
				notes: notesOf(table, judged, named),
				isTable: true,
				...(baseName(file) === azureResults && { origin: azureOrigin(file) }),
			};
		}),
	);
}

/** What Azure's rag-chat-evaluator calls the rows of a run. */
const azureResults = "eval_results.jsonl";
export const azureOrigin = (file: string): string => `Azure ${folderName(file)}`;

const isAzure = (header: readonly string[]): boolean =>
	header.some((name) => /^gpt_|^outputs\./.test(name));

function notesOf({ header }: Table, { threshold }: Judged, named: NamedColumns): RunNote[] {
	const notes: RunNote[] = [];
	if (threshold !== undefined) notes.push("rating-threshold");
	if (header.some((name) => name.startsWith("outputs."))) notes.push("unverified-layout");
	if (named.pass === undefined) notes.push("columns-guessed");
	return notes;
}

/** Rows by what stands in the column of variants, in an order that does not depend on that of the rows. */
function groupsOf(
	{ rows }: Table,
	{ variant }: Columns,
): { variant: string; rows: Table["rows"] }[] {
	if (variant === undefined) return [{ variant: "", rows }];
	const groups = grouped(rows, (row) => row[variant] ?? "");
	const natural = new Intl.Collator("en", { numeric: true });
	return [...groups]
		.sort(([a], [b]) => natural.compare(a, b) || (a < b ? -1 : 1))
		.map(([name, own]) => ({ variant: name, rows: own }));
}

/** A column that names one model throughout, with the same ending as the judged one where that has one. */
function modelOf({ header }: Table, rows: Table["rows"], { label }: Judged): string | undefined {
	const at = header.findIndex(
		(name) =>
			/model/i.test(name) && (label === "" ? !/usage/i.test(name) : name.endsWith(`_${label}`)),
	);
	const models = at < 0 ? [] : [...new Set(rows.map((row) => row[at] ?? ""))];
	return models.length === 1 && models[0] ? models[0] : undefined;
}

function outcomeOf(
	row: readonly string[],
	place: number,
	{ table, columns, judged }: { table: Table; columns: Columns; judged: Judged },
): Outcome {
	const cell = (row[judged.at] ?? "").trim();
	const name = columns.test === undefined ? `row ${place + 1}` : (row[columns.test] ?? "");
	const score = numberIn(cell) ?? (isPassWord(cell) ? Number(passOf(cell)) : undefined);
	const pass =
		judged.threshold === undefined
			? judged.isPass
				? passOf(cell)
				: undefined
			: score === undefined
				? undefined
				: score >= judged.threshold;
	const metrics = columns.metrics.map(
		(at) => [table.header[at] as string, numberIn(row[at] ?? "")] as const,
	);
	const isBlank = score === undefined && pass === undefined;
	return {
		test: name.trim(),
		name,
		...(pass !== undefined && { pass }),
		...(score !== undefined && { score }),
		...(isBlank && { error: `no ${judged.metric}` }),
		expected: columns.expected === undefined ? undefined : row[columns.expected],
		answer: columns.answer === undefined ? undefined : row[columns.answer],
		reason: columns.reason === undefined ? undefined : row[columns.reason] || undefined,
		length: name.length + (columns.answer === undefined ? 0 : (row[columns.answer]?.length ?? 0)),
		tags: columns.tags.flatMap((at) => (row[at] ? [`${table.header[at]}: ${row[at]}`] : [])),
		metrics: Object.fromEntries(
			metrics.flatMap(([metric, value]) => (value === undefined ? [] : [[metric, value]])),
		),
	};
}
