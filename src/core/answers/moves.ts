/** What can happen to an answer from here. */
import { allCells, type Cells, type Domain, firstCell } from "./domain.ts";
import type { Question } from "./question.ts";

export type Moves = Question["moves"];

/** Whose doing changes are: the team's alone, or also what is given and changes by itself. */
export const movers = ["team", "anyone"] as const;
export type Movers = (typeof movers)[number];

/** The cells that an answer can come to; none where it stays as it is. */
export function reachableCells(
	question: Question,
	{ domain, cells, by }: { domain: Domain; cells: Cells; by: Movers },
): Cells {
	if (question.moves === "freely") return allCells(domain);
	if (question.moves === "given") return by === "anyone" ? allCells(domain) : 0;
	if (question.moves === "never") return 0;
	// Names have no order.
	if (question.text) return allCells(domain);
	// A yes/no question has the cells yes and no, and its way forward is from no to yes.
	if (question["yes-no"]) return cells | yesCell;
	// What may be so already, and all that comes after it.
	return allCells(domain) & ~(2 ** firstCell(cells) - 1);
}

const yesCell = 0b01;
