/** Conditions as data: which cells of which facts make something hold. Negation is already inside the cells. */
import { type Cells, isSingle, isSubset, listCells } from "../answers/domain.ts";

/**
 * One test of one fact. `fact` is a number: its place in the rule set's list of facts. A `presumed` test holds
 * until the answer excludes it; any other test holds once the answer lies within it.
 */
interface FactTest {
	kind: "in";
	fact: number;
	cells: Cells;
	presumed?: true;
}

export type Formula = FactTest | { kind: "all" | "any"; of: Formula[] };

export const always: Formula = { kind: "all", of: [] };
export const never: Formula = { kind: "any", of: [] };

export const all = (parts: Formula[]): Formula => join("all", parts);

export const any = (parts: Formula[]): Formula => join("any", parts);

/** A word is one formula wherever it is used: twice in one list it is there once. */
function join(kind: "all" | "any", parts: Formula[]): Formula {
	const of = [...new Set(parts)];
	return of.length === 1 ? (of[0] as Formula) : { kind, of };
}

/** The opposite. `full` is the set of all cells of every fact. */
export function negate(formula: Formula, full: readonly Cells[]): Formula {
	if (formula.kind === "in") {
		const cells = (full[formula.fact] as Cells) & ~formula.cells;
		return { kind: "in", fact: formula.fact, cells };
	}
	const of = formula.of.map((part) => negate(part, full));
	return { kind: formula.kind === "all" ? "any" : "all", of };
}

/** The facts that a condition names, once for each place. Into one list: a list for each level would be copied at every level above. */
export function factsOf(formula: Formula, facts: number[] = []): number[] {
	if (formula.kind === "in") facts.push(formula.fact);
	else for (const part of formula.of) factsOf(part, facts);
	return facts;
}

/** The same for full answers, but each test holds until the answer excludes it. */
export function presume(formula: Formula): Formula {
	if (formula.kind === "in") return { ...formula, presumed: true };
	return { ...formula, of: formula.of.map(presume) };
}

/** The same for full answers, but nothing is presumed. */
export function certain(formula: Formula): Formula {
	if (formula.kind === "in") return { kind: "in", fact: formula.fact, cells: formula.cells };
	return { ...formula, of: formula.of.map(certain) };
}

/** Whether all of its tests are presumed. */
const isPresumed = (formula: Formula): boolean =>
	formula.kind === "in" ? formula.presumed === true : formula.of.every(isPresumed);

/** How a condition is told by the cells of one fact: it holds when it does for every cell, or for some. */
export interface Split {
	fact: number;
	by: "every" | "some";
}

/**
 * Parts that name one fact can make up for each other: of "10 or more" and "under 10" neither may
 * be certain, and one of them is. Such a fact has to be looked at cell by cell, if it is open. All
 * of several parts are certain when each is, and any of several presumed parts holds when one
 * does: only the other two need it.
 */
export function splitOf(formula: Formula, isOpen: (fact: number) => boolean): Split | undefined {
	const presumed = isPresumed(formula);
	if (formula.kind !== (presumed ? "all" : "any")) return undefined;
	const fact = namedTwice(formula).find(isOpen);
	return fact === undefined ? undefined : { fact, by: presumed ? "some" : "every" };
}

/** The facts that a condition names in more than one place. */
function namedTwice(formula: Formula): number[] {
	const seen = new Set<number>();
	const twice = new Set<number>();
	for (const fact of factsOf(formula)) (seen.has(fact) ? twice : seen).add(fact);
	return [...twice];
}

/** The tests that it takes to evaluate a condition, or its opposite, while nothing is known: see {@link splitOf}. */
export const testsOf = (formula: Formula, sizes: readonly number[]): number =>
	namedTwice(formula).reduce(
		(tests, fact) => tests * (sizes[fact] as number),
		factsOf(formula).length,
	);

/** Whether one test holds for an answer. */
export const testHolds = (
	{ cells, presumed }: { cells: Cells; presumed?: boolean },
	answer: Cells,
): boolean => (presumed ? (answer & cells) !== 0 : isSubset(answer, cells));

/**
 * Whether a condition holds whatever the unknown answers are; a presumed test, until it is excluded.
 *
 * This says what a condition means, for one set of answers. Two more places evaluate conditions, each
 * for a question that this cannot answer in time, and tests hold them against it: diagram/conditions.ts
 * takes one fact after another and keeps what is left, which makes the states of a diagram, and
 * core/bulk makes bit masks of the conditions, for answers by the million.
 */
export function isCertain(formula: Formula, masks: readonly Cells[]): boolean {
	if (formula.kind === "in") return testHolds(formula, masks[formula.fact] as Cells);
	const split = splitOf(formula, (fact) => !isSingle(masks[fact] as Cells));
	if (!split) {
		const holds = (part: Formula) => isCertain(part, masks);
		return formula.kind === "all" ? formula.of.every(holds) : formula.of.some(holds);
	}
	const { fact, by } = split;
	const holds = (cell: number) => isCertain(formula, masks.with(fact, 1 << cell));
	const cells = listCells(masks[fact] as Cells);
	return by === "every" ? cells.every(holds) : cells.some(holds);
}

/** Whether a condition fails whatever the unknown answers are. `full` is the set of all cells of every fact. */
export const isImpossible = (
	formula: Formula,
	masks: readonly Cells[],
	full: readonly Cells[],
): boolean => isCertain(negate(formula, full), masks);
