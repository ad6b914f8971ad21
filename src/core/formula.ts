/** Conditions as data: which cells of which facts make something hold. Negation is already inside the cells. */
import type { Cells } from "./domain.ts";

/**
 * `fact` is a number: its place in the rule set's list of facts. A `presumed` test holds
 * until the answer excludes it; any other test holds once the answer lies within it.
 */
export type Formula =
	| { kind: "in"; fact: number; cells: Cells; presumed?: true }
	| { kind: "all" | "any"; of: Formula[] };

export const always: Formula = { kind: "all", of: [] };
export const never: Formula = { kind: "any", of: [] };

export function all(parts: Formula[]): Formula {
	return parts.length === 1 ? (parts[0] as Formula) : { kind: "all", of: parts };
}

export function any(parts: Formula[]): Formula {
	return parts.length === 1 ? (parts[0] as Formula) : { kind: "any", of: parts };
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

/** The facts that a condition names, once for each place. */
export function factsOf(formula: Formula): number[] {
	return formula.kind === "in" ? [formula.fact] : formula.of.flatMap(factsOf);
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
