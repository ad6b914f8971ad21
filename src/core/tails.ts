/**
 * How the total is spread over the completions, in one pass down and one pass up the
 * diagram. Every completion counts alike: each cell that a fact may still have is as
 * likely as the next.
 */
import type { Cells } from "./domain.ts";
import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
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
	const cells = diagram.order.map((fact) => cellsIn(masks[fact] as Cells));
	const above = tailsOf(diagram, masks, cells, closedToo);
	const need = threshold - diagram.offset;
	const share = at(above, diagram.root, need);
	// Ways down to each node: sum of points so far -> share of completions.
	const ways: Map<number, number>[] = diagram.level.map(() => new Map());
	(ways[diagram.root] as Map<number, number>).set(0, 1);
	const moved = new Map<number, number[]>();
	for (let node = diagram.root; node > OPEN; node -= 1) {
		const here = ways[node] as Map<number, number>;
		if (here.size === 0) continue;
		const level = diagram.level[node] as number;
		const allowed = cells[level] as number[];
		const shift = moved.get(level) ?? allowed.map(() => 0);
		moved.set(level, shift);
		for (const [sum, part] of here) {
			const average = at(above, node, need - sum);
			for (const [index, cell] of allowed.entries()) {
				const child = diagram.children[node]?.[cell] as number;
				const next = sum + (diagram.points[node]?.[cell] as number);
				const below = ways[child] as Map<number, number>;
				below.set(next, (below.get(next) ?? 0) + part / allowed.length);
				shift[index] =
					(shift[index] as number) + part * (at(above, child, need - next) - average);
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

function cellsIn(mask: Cells): number[] {
	const cells: number[] = [];
	for (let rest = mask; rest !== 0; rest &= rest - 1)
		cells.push(31 - Math.clz32(rest & -rest));
	return cells;
}
