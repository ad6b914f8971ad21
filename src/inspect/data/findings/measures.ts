/** What the columns of a survey say, before it is judged: counts and places. */
import { layouts } from "../layouts/layouts.ts";
import { marks as allMarks, type Mark, marksOf } from "../layouts/marks.ts";
import { firstsOf, type Numbered } from "../rows/columns.ts";
import { combine } from "../rows/hash.ts";
import type { Survey } from "../rows/survey.ts";
import { type Format, formats } from "./formats.ts";

export interface InputGroup {
	/** Rows with this input, in their order. */
	rows: number[];
	/** What is known of how the answers differ. */
	kind: "contradiction" | "variant" | "alternative";
}

export interface Measures {
	format: Format;
	/** Rows of the format's layout, and of others by layout. */
	others: Map<string, number>;
	/** Training rows that repeat an earlier one, as JSON and by example. */
	equalRows: number[];
	equalExamples: number[];
	/** For each row the first with the same example; of rows without one, the first equal row. */
	firsts: Uint32Array;
	sameInput: InputGroup[];
	/** Training rows that can be used: read, of the format, complete. Not yet distinct. */
	isComplete(row: number): boolean;
	/** Training rows that are near another row, but for one of each group. */
	near: number[];
	leaks: { equalRows: number[]; equalExamples: number[]; inputs: number[]; near: number[] };
}

export function measure(survey: Survey): Measures {
	const { columns, trainRows } = survey;
	const format = formatOf(survey);
	const all = columns.rowHash.length();
	const firsts = firstsOf(exampleOf(survey), all);
	const firstRows = firstsOf(columns.rowHash.at, all);
	const isTrain = (row: number) => row < trainRows;
	const repeats = (list: Uint32Array, wants: (row: number) => boolean) =>
		placesIn(list, (row) => isTrain(row) && list[row] !== row && wants(row));
	const hasInput = (row: number) => columns.inputHash.at(row) !== 0;
	const layout = layouts.findIndex(({ id }) => id === format.layout);
	const faults = marksOf(format.faults);
	return {
		format,
		others: othersOf(survey, layout),
		equalRows: repeats(firstRows, () => true),
		equalExamples: repeats(firsts, hasInput),
		firsts,
		sameInput: sameInputs(survey),
		isComplete: (row) =>
			format.kind !== "unknown" &&
			columns.layout.at(row) === layout &&
			(columns.marks.at(row) & faults) === 0,
		near: nearRows(survey, firsts),
		leaks: leaksOf(survey, { firsts, firstRows }),
	};
}

function formatOf({ columns: { layout, marks }, trainRows }: Survey): Format {
	const counts = new Array<number>(layouts.length).fill(0);
	for (let row = 0; row < trainRows; row += 1) {
		const place = layout.at(row);
		counts[place] = (counts[place] ?? 0) + 1;
	}
	const most = counts.indexOf(Math.max(...counts));
	const id = trainRows > 0 ? layouts[most]?.id : "unknown";
	const share = (mark: Mark): number => {
		const bit = marksOf([mark]);
		let having = 0;
		for (let row = 0; row < trainRows; row += 1)
			if (layout.at(row) === most && (marks.at(row) & bit) !== 0) having += 1;
		return having / Math.max(1, counts[most] ?? 0);
	};
	return formats.find((format) => format.layout === id && (format.when?.(share) ?? true)) as Format;
}

/** One number for what a row teaches. */
const exampleOf =
	({ columns: { inputHash, answerHash, rowHash } }: Survey) =>
	(row: number): number =>
		inputHash.at(row) === 0 ? rowHash.at(row) : combine(inputHash.at(row), answerHash.at(row));

function placesIn(list: Uint32Array, wants: (row: number) => boolean): number[] {
	const found: number[] = [];
	for (let row = 0; row < list.length; row += 1) if (wants(row)) found.push(row);
	return found;
}

function othersOf({ columns, trainRows }: Survey, layout: number): Map<string, number> {
	const others = new Map<string, number>();
	for (let row = 0; row < trainRows; row += 1) {
		const place = columns.layout.at(row);
		const id = layouts[place]?.id ?? "";
		if (place !== layout) others.set(id, (others.get(id) ?? 0) + 1);
	}
	return others;
}

/** Groups of rows with one input and at least two answers, by their first rows. */
function sameInputs({ columns, trainRows }: Survey): InputGroup[] {
	const { inputHash, answerHash } = columns;
	const firsts = firstsOf(inputHash.at, trainRows);
	const differ = new Set<number>();
	for (let row = 0; row < trainRows; row += 1) {
		const first = firsts[row] as number;
		if (inputHash.at(row) !== 0 && answerHash.at(row) !== answerHash.at(first)) differ.add(first);
	}
	const groups = new Map<number, number[]>(
		[...differ].sort((a, b) => a - b).map((row) => [row, []]),
	);
	for (let row = 0; row < trainRows; row += 1) groups.get(firsts[row] as number)?.push(row);
	return [...groups.values()].map((rows) => ({ rows, kind: kindOf(rows, columns) }));
}

/** Up to so many words an answer is a fact or a label: two of them can hardly both be right. */
const shortAnswer = 5;

/**
 * Whether answers contradict each other is for people to judge. What can be told: answers that differ in
 * case and marks alone, or of which one begins like the other and says more, are one answer; long ones
 * are mostly wordings or alternatives.
 */
function kindOf(rows: readonly number[], columns: Survey["columns"]): InputGroup["kind"] {
	const { answerWordsHash, answerWords, answerFirstWord } = columns;
	const count = (list: Numbered) => new Set(rows.map(list.at)).size;
	const lengths = rows.map(answerWords.at);
	// References of a grader are no text: two of them cannot both be right.
	if (Math.max(...lengths) === 0) return "contradiction";
	if (count(answerWordsHash) === 1) return "variant";
	if (count(answerFirstWord) === 1 && Math.min(...lengths) === 1) return "variant";
	return Math.max(...lengths) <= shortAnswer ? "contradiction" : "alternative";
}

function nearRows({ near, trainRows }: Survey, firsts: Uint32Array): number[] {
	const parents = new Map<number, number>();
	const rootOf = (row: number): number => {
		let root = row;
		for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
		return root;
	};
	for (let at = 0; at < near.later.length; at += 1) {
		const later = near.later[at] as number;
		if (later >= trainRows || firsts[later] !== later) continue;
		const [one, other] = [rootOf(near.earlier[at] as number), rootOf(later)];
		if (one !== other) parents.set(Math.max(one, other), Math.min(one, other));
	}
	return [...parents.keys()].sort((a, b) => a - b);
}

function leaksOf(
	{ columns, trainRows, near }: Survey,
	{ firsts, firstRows }: { firsts: Uint32Array; firstRows: Uint32Array },
): Measures["leaks"] {
	const firstInputs = firstsOf(columns.inputHash.at, columns.inputHash.length());
	const leaked = (list: Uint32Array, wants: (row: number) => boolean = () => true) =>
		placesIn(list, (row) => row >= trainRows && (list[row] as number) < trainRows && wants(row));
	const hasInput = (row: number) => columns.inputHash.at(row) !== 0;
	const equalExamples = leaked(firsts, hasInput);
	const known = new Set(leaked(firsts));
	const nearby = new Set<number>();
	for (let at = 0; at < near.later.length; at += 1) {
		const later = near.later[at] as number;
		if (later >= trainRows && (near.earlier[at] as number) < trainRows && !known.has(later))
			nearby.add(later);
	}
	return {
		equalRows: leaked(firstRows),
		equalExamples,
		inputs: leaked(firstInputs, hasInput),
		near: [...nearby].sort((a, b) => a - b),
	};
}

/** How many training rows of the format have each mark. */
export function countMarks({ columns, trainRows }: Survey, layout: string): Record<Mark, number> {
	const place = layouts.findIndex(({ id }) => id === layout);
	const bits = allMarks.map((mark) => marksOf([mark]));
	const counts = bits.map(() => 0);
	for (let row = 0; row < trainRows; row += 1) {
		if (columns.layout.at(row) !== place) continue;
		const set = columns.marks.at(row);
		for (let mark = 0; mark < bits.length; mark += 1)
			if ((set & (bits[mark] as number)) !== 0) counts[mark] = (counts[mark] as number) + 1;
	}
	// The compiler does not follow the types of entries.
	return Object.fromEntries(allMarks.map((mark, at) => [mark, counts[at]])) as Record<Mark, number>;
}
