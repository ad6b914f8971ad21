/** Facts whose answer alone turns the verdict: the range after each possible answer, all in two passes. */
import { type Diagram, OPEN } from "./diagram.ts";
import { type Cells, listCells, mostCells } from "./domain.ts";
import { weigh } from "./judge.ts";
import {
	edgesOf,
	emptyReach,
	far,
	type Range,
	type Reach,
	rangeAt,
	type Sweep,
	union,
	walkAlong,
} from "./ranges.ts";

export function turningAlone(
	joint: Diagram,
	masks: readonly Cells[],
	{ threshold, sweep, facts }: { threshold: number; sweep: Sweep; facts: ReadonlySet<number> },
): Set<number> {
	const edges = edgesOf(joint, masks);
	const ways = [sweep.open, sweep.closed].map((down) => rangesByCell(joint, masks, sweep, down));
	const { verdict } = weigh(
		{
			open: rangeAt(sweep.open, joint.root, joint.offset),
			closed: rangeAt(sweep.closed, joint.root, joint.offset),
		},
		walkAlong(joint, edges),
		threshold,
	);
	const turns = (level: number, cell: number): boolean => {
		const [open, closed] = ways.map((at) => at(level, cell));
		const known = walkAlong(joint, edges.with(level, cell));
		const ends = { open: open as Range, closed: closed as Range };
		return weigh(ends, known, threshold).verdict !== verdict;
	};
	const found = joint.order.filter(
		(fact, level) =>
			facts.has(fact) && listCells(masks[fact] as Cells).some((cell) => turns(level, cell)),
	);
	return new Set(found);
}

/** The ends of the sum when the fact of a level has one cell, for one end of the ways. */
function rangesByCell(
	diagram: Diagram,
	masks: readonly Cells[],
	{ reached }: Sweep,
	down: Reach,
): (level: number, cell: number) => Range {
	const { root, offset, level, first, child, points, order } = diagram;
	const up = emptyReach(level.length);
	widen(up, root, 0, 0);
	const taken = emptyReach(order.length * mostCells);
	/** Ways that pass a level by: they are there whatever its fact is. */
	const passing = emptyReach(order.length);
	const pass = (from: number, to: number, least: number, most: number): void => {
		for (let at = from; at < to; at += 1) widen(passing, at, least, most);
	};
	if (down.min[root] !== far)
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
			widen(up, below, least, most);
			if (down.min[below] === far) continue;
			const low = least + (down.min[below] as number);
			const high = most + (down.max[below] as number);
			widen(taken, at * mostCells + cell, low, high);
			pass(at + 1, level[below] as number, low, high);
		}
	}
	return (at, cell) =>
		union(rangeAt(passing, at, offset), rangeAt(taken, at * mostCells + cell, offset));
}

function widen({ min, max }: Reach, place: number, least: number, most: number): void {
	if (least < (min[place] as number)) min[place] = least;
	if (most > (max[place] as number)) max[place] = most;
}
