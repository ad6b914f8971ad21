/** What a diagram says of the answers that are still possible. */

import { type Cells, firstCell, isSingle } from "../answers/domain.ts";
import { CLOSED, type Diagram, OPEN } from "./diagram.ts";

/** Least and greatest points over some ways; `emptyRange` when there is no such way. */
export interface Range {
	min: number;
	max: number;
}

export const emptyRange: Range = {
	min: Number.POSITIVE_INFINITY,
	max: Number.NEGATIVE_INFINITY,
};
export const isEmptyRange = (range: Range): boolean => range.min > range.max;
export const union = (a: Range, b: Range): Range => ({
	min: Math.min(a.min, b.min),
	max: Math.max(a.max, b.max),
});

/** The exact ends of the sum for all answers within `masks` (by fact number), by end. */
export function rangeOf(diagram: Diagram, masks: readonly Cells[]): { closed: Range; open: Range } {
	const { closed, open } = nodeRanges(diagram, masks);
	const { root, offset } = diagram;
	return { closed: rangeAt(closed, root, offset), open: rangeAt(open, root, offset) };
}

export const rangeAt = ({ min, max }: RangeTable, place: number, offset: number): Range =>
	min[place] === unreachable
		? emptyRange
		: { min: offset + (min[place] as number), max: offset + (max[place] as number) };

/** Farther than any sum: where no way leads, the least is this and the greatest its negative. */
export const unreachable = 2 ** 30;

/** By node: least and greatest points from there down; `unreachable` where answers do not lead. */
export interface RangeTable {
	min: Int32Array;
	max: Int32Array;
}

/** What can be reached by the answers within `masks`. */
export interface NodeRanges {
	/** 1 for each node that answers lead to; the edge "as answered" leads nowhere. */
	reached: Uint8Array;
	closed: RangeTable;
	open: RangeTable;
}

export function nodeRanges(diagram: Diagram, masks: readonly Cells[]): NodeRanges {
	const { level, first, child, points, order } = diagram;
	const allowed = order.map((fact) => masks[fact] as Cells);
	const reached = reachedFrom(diagram, allowed);
	const closed = rangesToEnd(level.length, CLOSED);
	const open = rangesToEnd(level.length, OPEN);
	const { min: leastClosed, max: mostClosed } = closed;
	const { min: leastOpen, max: mostOpen } = open;
	for (let node = OPEN + 1; node < level.length; node += 1) {
		if (reached[node] === 0) continue;
		const start = (first[node] as number) + 31;
		for (let rest = allowed[level[node] as number] as Cells; rest !== 0; rest &= rest - 1) {
			const edge = start - Math.clz32(rest & -rest);
			const below = child[edge] as number;
			const here = points[edge] as number;
			// Compared by hand: this is the innermost loop, and Math.min minds NaN and -0.
			const lowClosed = leastClosed[below] as number;
			if (lowClosed !== unreachable) {
				const low = lowClosed + here;
				if (low < (leastClosed[node] as number)) leastClosed[node] = low;
				const high = (mostClosed[below] as number) + here;
				if (high > (mostClosed[node] as number)) mostClosed[node] = high;
			}
			const lowOpen = leastOpen[below] as number;
			if (lowOpen !== unreachable) {
				const low = lowOpen + here;
				if (low < (leastOpen[node] as number)) leastOpen[node] = low;
				const high = (mostOpen[below] as number) + here;
				if (high > (mostOpen[node] as number)) mostOpen[node] = high;
			}
		}
	}
	return { reached, closed, open };
}

function reachedFrom(
	{ root, level, first, child }: Diagram,
	allowed: readonly Cells[],
): Uint8Array {
	const reached = new Uint8Array(level.length);
	reached[root] = 1;
	// Parents have greater numbers than children.
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		const start = (first[node] as number) + 31;
		for (let rest = allowed[level[node] as number] as Cells; rest !== 0; rest &= rest - 1)
			reached[child[start - Math.clz32(rest & -rest)] as number] = 1;
	}
	return reached;
}

/** The ranges of all ways, whichever end they come to. */
export const rangesToEither = ({ open, closed }: NodeRanges): RangeTable => ({
	min: open.min.map((least, node) => Math.min(least, closed.min[node] as number)),
	max: open.max.map((most, node) => Math.max(most, closed.max[node] as number)),
});

/** Nothing is reached yet. */
export const emptyRanges = (places: number): RangeTable => ({
	min: new Int32Array(places).fill(unreachable),
	max: new Int32Array(places).fill(-unreachable),
});

/** From the end itself, nothing is left to gain. */
function rangesToEnd(nodes: number, end: number): RangeTable {
	const reach = emptyRanges(nodes);
	reach.min[end] = 0;
	reach.max[end] = 0;
	return reach;
}

/** The edge of every level for the answers as they stand: a cell, or "as answered". */
export const answeredEdges = (diagram: Diagram, masks: readonly Cells[]): number[] =>
	diagram.order.map((fact, level) => {
		const cells = masks[fact] as Cells;
		return isSingle(cells) ? firstCell(cells) : (diagram.sizes[level] as number);
	});

/** What is known adds up to this, and whether every gate is known to be open. */
interface KnownTotal {
	points: number;
	open: boolean;
}

export const knownTotal = (diagram: Diagram, masks: readonly Cells[]): KnownTotal =>
	knownTotalAlong(diagram, answeredEdges(diagram, masks));

export function knownTotalAlong(diagram: Diagram, edges: readonly number[]): KnownTotal {
	const { level, first, child } = diagram;
	let node = diagram.root;
	let points = diagram.offset;
	while (node > OPEN) {
		const edge = (first[node] as number) + (edges[level[node] as number] as number);
		points += diagram.points[edge] as number;
		node = child[edge] as number;
	}
	return { points, open: node === OPEN };
}
