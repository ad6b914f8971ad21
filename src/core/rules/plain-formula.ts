/** A condition for other programs: facts by their ids, with the values that meet it. */
import { allCells, type Domain, listCells } from "../answers/domain.ts";
import type { Formula } from "./formula.ts";

export type PlainFormula =
	| { all: PlainFormula[] }
	| { any: PlainFormula[] }
	| { fact: string; is: string[] }
	| { fact: string; isNot: string[] }
	/** From the first number on, and below the second if there is one. */
	| { fact: string; ranges: { from: number; below: number | null }[] };

export function plainFormula(formula: Formula, domains: readonly Domain[]): PlainFormula {
	if (formula.kind === "in") return plainTest(domains[formula.fact] as Domain, formula.cells);
	const parts = formula.of.map((part) => plainFormula(part, domains));
	return formula.kind === "all" ? { all: parts } : { any: parts };
}

function plainTest(domain: Domain, cells: number): PlainFormula {
	const { fact } = domain;
	if (domain.kind === "number") return { fact, ranges: rangesOf(domain.cuts, cells) };
	const named = (set: number) => listCells(set).flatMap((cell) => domain.values[cell] ?? []);
	// The last cell of a name is every other name: it can only be told by what it is not.
	const takesOthers = listCells(cells).includes(domain.values.length);
	return takesOthers
		? { fact, isNot: named(allCells(domain) & ~cells) }
		: { fact, is: named(cells) };
}

/** Cells beside each other are one range. */
function rangesOf(cuts: readonly number[], cells: number) {
	const ranges: { from: number; below: number | null }[] = [];
	for (const cell of listCells(cells)) {
		const from = cuts[cell - 1] ?? 0;
		const below = cuts[cell] ?? null;
		const last = ranges.at(-1);
		if (last?.below === from) last.below = below;
		else ranges.push({ from, below });
	}
	return ranges;
}
