/** Facts whose answer alone turns the verdict: the range after each possible answer, all in two passes. */
import { type Diagram, OPEN } from "./diagram.ts";
import { type Cells, listCells } from "./domain.ts";
import { weigh } from "./judge.ts";
import { edgesOf, none, type Range, type Reach, type Sweep, union, walkAlong } from "./ranges.ts";

export function turningAlone(
	joint: Diagram,
	masks: readonly Cells[],
	{ threshold, sweep, facts }: { threshold: number; sweep: Sweep; facts: ReadonlySet<number> },
): Set<number> {
	const edges = edgesOf(joint, masks);
	const ways = [sweep.open, sweep.closed].map((down) => rangesByCell(joint, masks, sweep, down));
	const { verdict } = weigh(
		{ open: endsAt(joint, sweep.open), closed: endsAt(joint, sweep.closed) },
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

const endsAt = ({ root, offset }: Diagram, { min, max }: Reach): Range => ({
	min: offset + (min[root] as number),
	max: offset + (max[root] as number),
});

/** The ends of the sum when the fact of a level has one cell, for one end of the ways. */
function rangesByCell(
	diagram: Diagram,
	masks: readonly Cells[],
	{ reached }: Sweep,
	down: Reach,
): (level: number, cell: number) => Range {
	const { root, offset, level, first, child, points, order } = diagram;
	const cells = order.map((fact) => listCells(masks[fact] as Cells));
	const up = upFrom(diagram, cells, reached);
	const taken = order.map((): (Range | undefined)[] => []);
	/** Ways that pass a level by: they are there whatever its fact is. */
	const passing: Range[] = order.map(() => none);
	const pass = (from: number, to: number, range: Range): void => {
		for (let at = from; at < to; at += 1) passing[at] = union(passing[at] as Range, range);
	};
	pass(0, level[root] as number, endsAt(diagram, down));
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		const at = level[node] as number;
		for (const cell of cells[at] as number[]) {
			const edge = (first[node] as number) + cell;
			const below = child[edge] as number;
			const gained = offset + (points[edge] as number);
			const range = {
				min: (up.min[node] as number) + gained + (down.min[below] as number),
				max: (up.max[node] as number) + gained + (down.max[below] as number),
			};
			const own = taken[at] as (Range | undefined)[];
			own[cell] = union(own[cell] ?? none, range);
			pass(at + 1, level[below] as number, range);
		}
	}
	return (at, cell) => union(passing[at] as Range, taken[at]?.[cell] ?? none);
}

/** Least and greatest points from the root to every node. */
function upFrom(
	{ root, level, first, child, points }: Diagram,
	cells: number[][],
	reached: Uint8Array,
): Reach {
	const min = new Float64Array(level.length).fill(none.min);
	const max = new Float64Array(level.length).fill(none.max);
	min[root] = 0;
	max[root] = 0;
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		for (const cell of cells[level[node] as number] as number[]) {
			const edge = (first[node] as number) + cell;
			const below = child[edge] as number;
			const gained = points[edge] as number;
			min[below] = Math.min(min[below] as number, (min[node] as number) + gained);
			max[below] = Math.max(max[below] as number, (max[node] as number) + gained);
		}
	}
	return { min, max };
}
