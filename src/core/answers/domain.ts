/**
 * The cells of a fact: the pieces of its range that no rule tells apart.
 * A set of cells is a bit mask, so a fact has only so many: see `mostCells`.
 */
import { formatNumber, parseNumber } from "./numbers.ts";
import type { Question } from "./question.ts";

/** A bit for every cell: bit 0 is the first cell. */
export type Cells = number;

export type Domain =
	/** `otherwise`: the value of a computed fact that cannot be computed; the others are unknown then. */
	| { fact: string; kind: "choice"; values: string[]; otherwise?: string }
	/** `cuts` ascending; cell i runs from cut i-1 (included) to cut i (excluded). */
	| { fact: string; kind: "number"; cuts: number[]; most: number }
	/** Names that rules mention, in lower case; the last cell is every other name. */
	| { fact: string; kind: "text"; values: string[] };

export function sizeOf(domain: Domain): number {
	if (domain.kind === "choice") return domain.values.length;
	return (domain.kind === "number" ? domain.cuts : domain.values).length + 1;
}

/** Every cell: the answer "I don't know". */
export const allCells = (domain: Domain): Cells => 2 ** sizeOf(domain) - 1;

/** Whether it follows from answers, and is never asked. */
export const isComputed = (domain: Domain): boolean =>
	domain.kind === "choice" && domain.otherwise !== undefined;

/** The facts that somebody answers. */
export const askedDomains = (domains: readonly Domain[]): Domain[] =>
	domains.filter((domain) => !isComputed(domain));

export const isSubset = (inner: Cells, outer: Cells): boolean => (inner & ~outer) === 0;

export const isSingle = (cells: Cells): boolean => cells !== 0 && (cells & (cells - 1)) === 0;

/** The number of the only, or the first, cell of a set. */
export const firstCell = (cells: Cells): number => 31 - Math.clz32(cells & -cells);

/** The numbers of the cells in a set. */
export function listCells(set: Cells): number[] {
	const cells: number[] = [];
	for (let rest = set; rest !== 0; rest &= rest - 1) cells.push(firstCell(rest));
	return cells;
}

export const countCells = (cells: Cells): number => listCells(cells).length;

/** The least number, or the word, of a cell; undefined for "another name". */
export const valueInCell = (domain: Domain, cell: number): string | number | undefined =>
	domain.kind === "number" ? (domain.cuts[cell - 1] ?? 0) : domain.values[cell];

/** The cells `[from, to)` of a number that pass a test. */
export function cellsWhere(cuts: number[], passes: (from: number, to: number) => boolean): Cells {
	let cells = 0;
	for (let cell = 0; cell <= cuts.length; cell += 1)
		if (passes(cuts[cell - 1] ?? 0, cuts[cell] ?? Number.POSITIVE_INFINITY)) cells |= 1 << cell;
	return cells;
}

/** The values that a choice or yes/no question offers. */
export function valuesOf(question: Question): string[] | undefined {
	if (question.choices) return Object.keys(question.choices);
	return question["yes-no"] && ["yes", "no"];
}

/** Half-open ranges of the rule language: one line an operator. */
const ranges: { form: RegExp; bounds: (a: number, b: number) => [number, number] }[] = [
	{ form: /^under (\S+)$/, bounds: (to) => [0, to] },
	{ form: /^(\S+) to (\S+)$/, bounds: (from, to) => [from, to] },
	{ form: /^(\S+) up$/, bounds: (from) => [from, Number.POSITIVE_INFINITY] },
];
export const rangeForms = "`under 50`, `50 to 500` or `500 up`";

/** `[from, to)` of a range in the rule language, or undefined. */
export function parseRange(text: string): [number, number] | undefined {
	for (const { form, bounds } of ranges) {
		const match = form.exec(text.trim());
		if (!match) continue;
		const numbers = match.slice(1).map(parseNumber);
		if (numbers.includes(undefined)) return undefined;
		const [from, to] = bounds(numbers[0] as number, numbers[1] as number);
		return from < to ? [from, to] : undefined;
	}
	return undefined;
}

/** A set of cells for people: `50 to 499`, `at least 500`, `monthly or daily`. */
export function formatCells(domain: Domain, cells: Cells): string {
	if (domain.kind === "number") return formatRuns(domain.cuts, cells);
	const names = domain.kind === "text" ? [...domain.values, "another name"] : domain.values;
	return names.filter((_, cell) => cells & (1 << cell)).join(" or ");
}

/** Neighbouring cells of a number read as one range; whole numbers are printed. */
function formatRuns(cuts: number[], cells: Cells): string {
	const runs: string[] = [];
	for (let cell = 0; cell <= cuts.length; cell += 1) {
		if (!(cells & (1 << cell))) continue;
		const from = cuts[cell - 1];
		while (cells & (1 << (cell + 1)) && cell < cuts.length) cell += 1;
		runs.push(formatRun(from, cuts[cell]));
	}
	return runs.join(" or ");
}

function formatRun(from: number | undefined, to: number | undefined): string {
	if (to === undefined) return from === undefined ? "any number" : `at least ${formatNumber(from)}`;
	if (from === undefined) return `under ${formatNumber(to)}`;
	if (!Number.isInteger(from) || !Number.isInteger(to))
		return `${formatNumber(from)} to under ${formatNumber(to)}`;
	const last = formatNumber(to - 1);
	return from === to - 1 ? last : `${formatNumber(from)} to ${last}`;
}
