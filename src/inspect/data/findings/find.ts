/** Findings from what was measured: a code each, with a count, a share and where to look first. */
import { formatRaw } from "../../../core/answers/answers.ts";
import { formatNumber } from "../../../core/answers/numbers.ts";
import { count } from "../../../report/words.ts";
import { layouts } from "../layouts/layouts.ts";
import { type Mark, marksOf } from "../layouts/marks.ts";
import type { RowPlace } from "../rows/collectors.ts";
import type { Numbered } from "../rows/columns.ts";
import { mostSketched } from "../rows/sketches.ts";
import type { Survey } from "../rows/survey.ts";
import { answerKeyOf } from "./answer-key.ts";
import { type Balance, balanceOf } from "./balance.ts";
import { type Code, catalogue, type Level } from "./catalogue.ts";
import type { Measures } from "./measures.ts";
import { sayKeys } from "./nearest-layouts.ts";

export interface Finding {
	code: Code;
	level: Level;
	title: string;
	/** Rows that have it, of those that could. */
	count: number;
	of: number;
	share: number;
	/** The first of them. */
	rows: RowPlace[];
	/** What more is known, in a few words. */
	detail?: string;
	why: string;
	fix: string;
}

interface Found {
	code: Code;
	count: number;
	of?: number;
	rows: RowPlace[];
	detail?: string | undefined;
}

/** Fewer rows say nothing about their balance. */
const leastForBalance = 20;
const tenfold = 10;

export interface Judged {
	survey: Survey;
	measures: Measures;
	/** All rows of training files, the broken ones as well. */
	rows: number;
	validationRows: number;
	/** Whether reading was stopped before the end. */
	isPartial: boolean;
	/** How many places are told. */
	places: number;
}

export function findAll(judged: Judged): Finding[] {
	const all: Found[] = [
		...ofEmptyFiles(judged),
		...ofReading(judged),
		...ofFormat(judged),
		...ofRows(judged),
		...ofRepeats(judged),
		...ofValidation(judged),
		...ofBalance(judged),
		...ofContent(judged),
	];
	return all
		.filter(({ count }) => count > 0)
		.map(({ code, count, of = judged.rows, rows, detail }) => {
			const { level, title, why, fix } = catalogue[code];
			const share = count / Math.max(1, of);
			const more = detail ? { detail } : {};
			return { code, level, title, count, of, share, rows, ...more, why, fix };
		});
}

const found = (
	code: Code,
	rows: readonly number[],
	{ survey, places }: Judged,
	more = {},
): Found => ({
	code,
	count: rows.length,
	rows: rows.slice(0, places).map(survey.placeOf),
	...more,
});

/** Of what was not read nothing is known. */
function ofEmptyFiles({ survey: { files }, isPartial, places }: Judged): Found[] {
	const empty = isPartial ? [] : files.filter(({ rows }) => rows === 0).map(({ file }) => file);
	const detail = files.length > 1 ? `in ${empty.slice(0, places).join(", ")}` : undefined;
	return [{ code: "no-rows", count: empty.length, of: files.length, rows: [], detail }];
}

function ofReading({ survey }: Judged): Found[] {
	const { faults, files } = survey;
	const count = faults.reduce((sum, fault) => sum + fault.count, 0);
	const detail = faults.map((fault) => `${faultWords[fault.fault]}: ${fault.count}`).join("; ");
	const wide = files.filter(({ encoding, isValidation }) => encoding !== "utf-8" && !isValidation);
	return [
		{ code: "broken", count, rows: faults.flatMap(({ places }) => places), detail },
		{
			code: "not-utf8",
			count: wide.reduce((sum, { rows }) => sum + rows, 0),
			rows: wide.map(({ file }) => ({ file, row: 1 })),
			detail: "UTF-16; it was decoded for this report",
		},
	];
}

const faultWords = {
	"not-json": "not JSON",
	"not-utf8": "not UTF-8",
	"too-long": "longer than 64 MB",
	"too-deep": "nested more than 200 levels deep",
	"not-an-object": "JSON, but no object",
};

function ofFormat(judged: Judged): Found[] {
	const { survey, measures } = judged;
	const { columns, trainRows } = survey;
	const { format, others } = measures;
	const own = layouts.findIndex(({ id }) => id === format.layout);
	const strangers = rowsWhere(trainRows, (row) => columns.layout.at(row) !== own);
	const isUnknown = format.id === "unknown";
	const names = [...others].map(([id, count]) => {
		const keys = layouts.find((one) => one.id === id)?.keys;
		return keys ? `${count} with ${keys}` : `${count} of unknown layout`;
	});
	const unknown = isUnknown ? rowsWhere(trainRows, (row) => columns.layout.at(row) === own) : [];
	return [
		found("mixed-formats", strangers, judged, { detail: names.join("; ") }),
		found("unknown-format", unknown, judged, { detail: sayKeys(survey.unknownKeys) }),
	];
}

function ofRows(judged: Judged): Found[] {
	const { survey, measures } = judged;
	const { columns, trainRows } = survey;
	const { format } = measures;
	const own = layouts.findIndex(({ id }) => id === format.layout);
	const isOwn = (row: number) => columns.layout.at(row) === own;
	const rowsWith = (mark: Mark, but = 0) => {
		const bit = marksOf([mark]);
		return rowsWhere(trainRows, (row) => {
			const set = columns.marks.at(row);
			return (set & bit) !== 0 && (set & but) === 0 && isOwn(row);
		});
	};
	// A row without any assistant message also does not end with one: once is enough.
	const butFor = (mark: Mark) => (mark === "ends-open" ? marksOf(["no-assistant"]) : 0);
	const key = answerKeyOf(survey);
	const detail = key && `the answers seem to be under the key ${formatRaw(key)}`;
	const ofFaults = format.faults.map((mark) =>
		found(
			mark as Code,
			rowsWith(mark, butFor(mark)),
			judged,
			mark === "empty-answer" ? { detail } : {},
		),
	);
	if (format.kind !== "judged") return ofFaults;
	const liked = rowsWith("liked");
	const isOneSided = liked.length === 0 || liked.length === trainRows;
	const all = rowsWhere(trainRows, isOwn);
	return [
		...ofFaults,
		found("one-sided", isOneSided && format.id !== "trl-stepwise" ? all : [], judged),
	];
}

const rowsWhere = (end: number, wants: (row: number) => boolean): number[] => {
	const rows: number[] = [];
	for (let row = 0; row < end; row += 1) if (wants(row)) rows.push(row);
	return rows;
};

function ofRepeats(judged: Judged): Found[] {
	const { survey, measures } = judged;
	const { firsts, near, sameInput, format } = measures;
	const repeats = rowsWhere(survey.trainRows, (row) => firsts[row] !== row);
	// Of preferences and judgments several answers to one input are the point.
	const isPlain = !["preference", "judged"].includes(format.kind);
	const groups = isPlain ? sameInput.filter(({ kind }) => kind !== "variant") : [];
	const bad = groups.filter(({ kind }) => kind === "contradiction");
	return [
		found("duplicates", repeats, judged),
		found("near-duplicates", near, judged, {
			detail: `at least 80% of their three-word sequences in common${survey.near.isPartly ? `; among the first ${formatNumber(mostSketched)} distinct rows` : ""}`,
		}),
		{
			code: "same-input",
			count: groups.reduce((sum, { rows }) => sum + rows.length, 0),
			rows: groups
				.slice(0, judged.places)
				.flatMap(({ rows: [row] }) => (row === undefined ? [] : survey.placeOf(row))),
			detail: `${groups.length} inputs; ${bad.length} with short answers that can hardly all be right, ${groups.length - bad.length} with longer ones, perhaps wordings of one answer`,
		},
	];
}

function ofValidation(judged: Judged): Found[] {
	const { leaks } = judged.measures;
	const { equalExamples, equalRows, inputs, near } = leaks;
	const of = judged.validationRows;
	const exact = [...new Set([...equalExamples, ...equalRows])].sort((a, b) => a - b);
	const whole = new Set(exact);
	return [
		found("leakage", exact, judged, { of }),
		found(
			"shared-inputs",
			inputs.filter((row) => !whole.has(row)),
			judged,
			{ of },
		),
		found("near-leakage", near, judged, { of }),
	];
}

function ofBalance(judged: Judged): Found[] {
	const { survey } = judged;
	const { labels, columns, trainRows } = survey;
	const long = longRows(columns.characters, trainRows);
	const rest = [found("long-rows", long, judged)];
	const balance = balanceOf(labels);
	if (!balance || balance.rows < leastForBalance || balance.share < shareOfMost(balance))
		return rest;
	const detail = `the most common of ${balance.labels.length} answers; always giving it scores ${Math.round(100 * balance.share)}%`;
	return [
		{
			code: "label-balance",
			count: balance.labels[0]?.count ?? 0,
			of: balance.rows,
			rows: [],
			detail,
		},
		...rest,
	];
}

/** One of two labels may well be three quarters of the rows; one of ten that is half of them is too much. */
const shareOfMost = ({ labels }: Balance): number => Math.max(0.5, 1.5 / labels.length);

function longRows(characters: Numbered, end: number): number[] {
	if (end < leastForBalance) return [];
	const sorted = Uint32Array.from({ length: end }, (_, row) => characters.at(row)).sort();
	const limit = tenfold * (sorted[sorted.length >> 1] as number);
	return rowsWhere(end, (row) => characters.at(row) > limit);
}

function ofContent(judged: Judged): Found[] {
	const { survey, places } = judged;
	const { columns, trainRows, secrets } = survey;
	const withMark = (mark: Mark) => {
		const bit = marksOf([mark]);
		return rowsWhere(trainRows, (row) => (columns.marks.at(row) & bit) !== 0);
	};
	const kinds = (isSecret: boolean) =>
		[
			...new Set(
				secrets.first
					.filter((one) => one.isSecret === isSecret)
					.map((one) => `${one.kind} ${one.masked}`),
			),
		]
			.slice(0, places)
			.join("; ");
	return [
		found("secrets", withMark("secret"), judged, { detail: kinds(true) }),
		found("personal-data", withMark("personal"), judged, { detail: kinds(false) }),
		found("placeholders", withMark("placeholder"), judged),
		...ofTerms(judged),
	];
}

function ofTerms({ survey: { terms } }: Judged): Found[] {
	const [first] = terms?.terms ?? [];
	if (!terms?.terms || !first) return [];
	const detail = terms.terms.map(({ word, rows }) => `${word} (${count(rows, "row")})`).join(", ");
	return [
		{
			...{ code: "in-house-terms", count: first.rows, of: terms.rows, rows: [] },
			// A word keeps its case.
			detail: `most often ${detail}`,
		},
	];
}
