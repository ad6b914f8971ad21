/** The range after each possible answer to each fact, all in two passes. */

import { type Cells, listCells } from "../answers/domain.ts";
import { mostCells } from "../limits.ts";
import { type Diagram, OPEN } from "./diagram.ts";
import {
	emptyRanges,
	type NodeRanges,
	type Range,
	type RangeTable,
	rangeAt,
	union,
	unreachable,
} from "./ranges.ts";

/** The ends of the sum, as `rangeOf` tells them, when the fact of a level has one cell. */
type RangesByCell = (level: number, cell: number) => { open: Range; closed: Range };

export function rangesByCell(
	diagram: Diagram,
	masks: readonly Cells[],
	{ reached, open, closed }: NodeRanges,
): RangesByCell {
	const openAt = rangesOfEnd(diagram, masks, reached, open);
	const closedAt = rangesOfEnd(diagram, masks, reached, closed);
	return (level, cell) => ({ open: openAt(level, cell), closed: closedAt(level, cell) });
}

/** The same for ways that end where `down` has come from. */
function rangesOfEnd(
	diagram: Diagram,
	masks: readonly Cells[],
	reached: Uint8Array,
	down: RangeTable,
): (level: number, cell: number) => Range {
	const { root, offset, level, first, child, points, order } = diagram;
	const up = emptyRanges(level.length);
	widenRange(up, root, 0, 0);
	const taken = emptyRanges(order.length * mostCells);
	/** Ways that pass a level by: they are there whatever its fact is. */
	const passing = emptyRanges(order.length);
	const pass = (from: number, to: number, least: number, most: number): void => {
		for (let at = from; at < to; at += 1) widenRange(passing, at, least, most);
	};
	if (down.min[root] !== unreachable)
		pass(0, level[root] as number, down.min[root] as number, down.max[root] as number);
	const cells = order.map((fact) => listCells(masks[fact] as Cells));
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		const at = level[node] as number;
		for (const cell of cells[at] as number[]) {
			const edge = (first[node] as number) + cell;
			const below = child[edge] as number;
			const least = (up.min[node] as number) + (points[edge] as number);
			const most = (up.max[node] as number) + (points[edge] as number);
			widenRange(up, below, least, most);
			if (down.min[below] === unreachable) continue;
			const low = least + (down.min[below] as number);
			const high = most + (down.max[below] as number);
			widenRange(taken, at * mostCells + cell, low, high);
			pass(at + 1, level[below] as number, low, high);
		}
	}
	return (at, cell) =>
		union(rangeAt(passing, at, offset), rangeAt(taken, at * mostCells + cell, offset));
}

function widenRange({ min, max }: RangeTable, place: number, least: number, most: number): void {
	if (least < (min[place] as number)) min[place] = least;
	if (most > (max[place] as number)) max[place] = most;
}
