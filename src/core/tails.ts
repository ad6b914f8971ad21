/**
 * How the total is spread over the completions, in one pass down and one pass up the
 * diagram. Every completion counts alike: each cell that a fact may still have is as
 * likely as the next.
 */

import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
import { type Cells, listCells } from "./domain.ts";
import { endsOf } from "./ranges.ts";
import type { Aim } from "./verdict-diagram.ts";

/** How the share of YES moves with the answer to one fact. */
export interface Tilt {
	fact: number;
	shares: { cell: number; share: number }[];
}

export interface Shares {
	/** The share of completions whose total reaches the threshold (and ends open). */
	share: number;
	/** Every fact with more than one cell left that lies on some way. */
	tilts: Tilt[];
}

export function sharesOf(
	diagram: Diagram,
	masks: readonly Cells[],
	{ threshold, closedToo = false }: Aim,
): Shares {
	const cells = diagram.order.map((fact) => listCells(masks[fact] as Cells));
	const above = tailsOf(diagram, masks, cells, closedToo);
	const need = threshold - diagram.offset;
	const share = at(above, diagram.root, need);
	const moved = new Map<number, number[]>();
	const ways = makeWays(diagram, cells);
	// Parents have greater numbers than children.
	for (let node = diagram.root; node > OPEN; node -= 1) {
		const here = ways.shares[node] as Float64Array;
		const level = diagram.level[node] as number;
		const allowed = cells[level] as number[];
		const shift = moved.get(level) ?? allowed.map(() => 0);
		moved.set(level, shift);
		for (let index = 0; index < here.length; index += 1) {
			const part = here[index] as number;
			if (part === 0) continue;
			const sum = (ways.least[node] as number) + index;
			const average = at(above, node, need - sum);
			for (const [place, cell] of allowed.entries()) {
				const child = diagram.children[node]?.[cell] as number;
				const next = sum + (diagram.points[node]?.[cell] as number);
				const below = ways.shares[child] as Float64Array;
				const slot = next - (ways.least[child] as number);
				below[slot] = (below[slot] as number) + part / allowed.length;
				shift[place] = (shift[place] as number) + part * (at(above, child, need - next) - average);
			}
		}
	}
	const tilts = [...moved].map(([level, shift]) => ({
		fact: diagram.order[level] as number,
		shares: shift.map((value, index) => ({
			cell: cells[level]?.[index] as number,
			share: share + value,
		})),
	}));
	return { share, tilts: tilts.filter(({ shares }) => shares.length > 1) };
}

/** By node, room for the share of ways from the root that have brought `least + index` points. */
function makeWays(diagram: Diagram, cells: number[][]): Tails {
	const nodes = diagram.level.length;
	const least = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
	const most = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
	least[diagram.root] = 0;
	most[diagram.root] = 0;
	for (let node = diagram.root; node > OPEN; node -= 1)
		for (const cell of cells[diagram.level[node] as number] as number[]) {
			const child = diagram.children[node]?.[cell] as number;
			const gained = diagram.points[node]?.[cell] as number;
			least[child] = Math.min(least[child] as number, (least[node] as number) + gained);
			most[child] = Math.max(most[child] as number, (most[node] as number) + gained);
		}
	const shares = [...least.keys()].map(
		(node) => new Float64Array(Math.max(0, (most[node] as number) - (least[node] as number) + 1)),
	);
	(shares[diagram.root] as Float64Array)[0] = 1;
	return { least, shares };
}

/** By node: the share of ways down that bring at least `least + index` points. */
interface Tails {
	least: Float64Array;
	shares: Float64Array[];
}

function tailsOf(
	diagram: Diagram,
	masks: readonly Cells[],
	cells: number[][],
	closedToo: boolean,
): Tails {
	const ends = closedToo ? [CLOSED, OPEN] : [OPEN];
	const least = new Float64Array(diagram.level.length).fill(Number.POSITIVE_INFINITY);
	const most = new Float64Array(diagram.level.length).fill(Number.NEGATIVE_INFINITY);
	for (const end of ends) {
		const { min, max } = endsOf(diagram, masks, end);
		for (let node = 0; node < least.length; node += 1) {
			least[node] = Math.min(least[node] as number, min[node] as number);
			most[node] = Math.max(most[node] as number, max[node] as number);
		}
	}
	const shares: Float64Array[] = [];
	const tails = { least, shares };
	for (let node = 0; node < diagram.level.length; node += 1) {
		const from = least[node] as number;
		const size = Math.max(0, (most[node] as number) - from + 1);
		const own = new Float64Array(size);
		shares.push(own);
		if (node <= OPEN) {
			if (ends.includes(node)) own[0] = 1;
			continue;
		}
		const allowed = cells[diagram.level[node] as number] as number[];
		for (let index = 0; index < size; index += 1) {
			let sum = 0;
			for (const cell of allowed)
				sum += at(
					tails,
					diagram.children[node]?.[cell] as number,
					from + index - (diagram.points[node]?.[cell] as number),
				);
			own[index] = sum / allowed.length;
		}
	}
	return tails;
}

/** The share of ways from a node that bring at least `need` points. */
function at({ least, shares }: Tails, node: number, need: number): number {
	const own = shares[node] as Float64Array;
	return own[Math.max(0, need - (least[node] as number))] ?? 0;
}
