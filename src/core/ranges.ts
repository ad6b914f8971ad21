/** What a diagram says of the answers that are still possible. */

import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
import { type Cells, firstCell, isSingle } from "./domain.ts";

/** Least and greatest points over some ways; `none` when there is no such way. */
export interface Range {
	min: number;
	max: number;
}

export const none: Range = {
	min: Number.POSITIVE_INFINITY,
	max: Number.NEGATIVE_INFINITY,
};
export const isNone = (range: Range): boolean => range.min > range.max;
export const union = (a: Range, b: Range): Range => ({
	min: Math.min(a.min, b.min),
	max: Math.max(a.max, b.max),
});

/** The exact ends of the sum for all answers within `masks` (by fact number), by end. */
export function rangeOf(diagram: Diagram, masks: readonly Cells[]): { closed: Range; open: Range } {
	const ends = [CLOSED, OPEN].map((end) => {
		const { min, max } = endsOf(diagram, masks, end);
		const root = diagram.root;
		return {
			min: diagram.offset + (min[root] as number),
			max: diagram.offset + (max[root] as number),
		};
	});
	return { closed: ends[0] as Range, open: ends[1] as Range };
}

/** Least and greatest points from every node down to one end. */
export function endsOf(
	diagram: Diagram,
	masks: readonly Cells[],
	end: number,
): { min: Float64Array; max: Float64Array } {
	const { level, children, points, order } = diagram;
	const min = new Float64Array(level.length).fill(none.min);
	const max = new Float64Array(level.length).fill(none.max);
	min[end] = 0;
	max[end] = 0;
	for (let node = OPEN + 1; node < level.length; node += 1) {
		const allowed = masks[order[level[node] as number] as number] as Cells;
		const below = children[node] as number[];
		const gained = points[node] as number[];
		let least = none.min;
		let most = none.max;
		for (let rest = allowed; rest !== 0; rest &= rest - 1) {
			const edge = 31 - Math.clz32(rest & -rest);
			const child = below[edge] as number;
			const here = gained[edge] as number;
			least = Math.min(least, (min[child] as number) + here);
			most = Math.max(most, (max[child] as number) + here);
		}
		min[node] = least;
		max[node] = most;
	}
	return { min, max };
}

/** The edge of every level for the answers as they stand: a cell, or "as answered". */
export const edgesOf = (diagram: Diagram, masks: readonly Cells[]): number[] =>
	diagram.order.map((fact, level) => {
		const cells = masks[fact] as Cells;
		return isSingle(cells) ? firstCell(cells) : (diagram.sizes[level] as number);
	});

/** What is known adds up to this, and whether every gate is known to be open. */
export function walk(diagram: Diagram, masks: readonly Cells[]): { points: number; open: boolean } {
	const edges = edgesOf(diagram, masks);
	let node = diagram.root;
	let points = diagram.offset;
	while (node > OPEN) {
		const edge = edges[diagram.level[node] as number] as number;
		points += diagram.points[node]?.[edge] as number;
		node = diagram.children[node]?.[edge] as number;
	}
	return { points, open: node === OPEN };
}
