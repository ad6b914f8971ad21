/**
 * The share of completions that say YES, and how it moves with the answer to each fact.
 * Every completion counts alike: each cell that a fact may still have is as likely as the next.
 *
 * The share depends on a node and on what the points so far leave to need. Below some need
 * every completion says YES and above some other none does; only the needs between are told apart.
 */

import { type Cells, listCells } from "../answers/domain.ts";
import { type Diagram, OPEN } from "./diagram.ts";
import { type NodeRanges, nodeRanges, unreachable } from "./ranges.ts";
import { pointsNeeded, type VerdictQuery, verdictLimits } from "./verdict-diagram.ts";

/** How the share of YES moves with the answer to one fact. */
export interface FactShares {
	fact: number;
	shares: { cell: number; share: number }[];
	/** Proved by the shares that the fact can change what some completion says. */
	isProved: boolean;
}

export interface CompletionShares {
	/** The share of completions whose total reaches the threshold (and ends open). */
	share: number;
	/** Every fact with more than one cell left that may decide. */
	byFact: FactShares[];
}

export function completionShares(
	diagram: Diagram,
	masks: readonly Cells[],
	query: VerdictQuery & { ranges?: NodeRanges },
): CompletionShares {
	const table = layOutShares(diagram, masks, query);
	fillShares(table);
	const { root } = diagram;
	const share = shareAt(table, root, table.need);
	return { share, byFact: isDecided(table, root, table.need) ? [] : sharesByFact(table, share) };
}

/** The share alone takes half the time. */
export function completionShare(
	diagram: Diagram,
	masks: readonly Cells[],
	query: VerdictQuery & { ranges?: NodeRanges },
): number {
	const table = layOutShares(diagram, masks, query);
	fillShares(table);
	return shareAt(table, diagram.root, table.need);
}

/** By node: the needs that occur and are not decided, `least` to `most`, and their shares from `place` on. */
interface ShareTable {
	diagram: Diagram;
	cells: number[][];
	need: number;
	yes: Int32Array;
	no: Int32Array;
	least: Int32Array;
	most: Int32Array;
	place: Int32Array;
	shares: Float64Array;
}

function layOutShares(
	diagram: Diagram,
	masks: readonly Cells[],
	{
		threshold,
		closedToo = false,
		ranges = nodeRanges(diagram, masks),
	}: VerdictQuery & { ranges?: NodeRanges },
): ShareTable {
	const { root, level, first, child, points } = diagram;
	const cells = diagram.order.map((fact) => listCells(masks[fact] as Cells));
	const { yes, no } = verdictLimits(ranges, closedToo);
	const least = new Int32Array(level.length).fill(unreachable);
	const most = new Int32Array(level.length).fill(-unreachable);
	const place = new Int32Array(level.length);
	const need = pointsNeeded(diagram, threshold);
	if (need > (yes[root] as number) && need <= (no[root] as number)) {
		least[root] = need;
		most[root] = need;
	}
	let size = 0;
	// Parents have greater numbers than children.
	for (let node = root; node > OPEN; node -= 1) {
		const low = least[node] as number;
		const high = most[node] as number;
		if (low > high) continue;
		place[node] = size;
		size += high - low + 1;
		for (const cell of cells[level[node] as number] as number[]) {
			const edge = (first[node] as number) + cell;
			const below = child[edge] as number;
			const gained = points[edge] as number;
			const from = Math.max(low - gained, (yes[below] as number) + 1);
			const to = Math.min(high - gained, no[below] as number);
			if (from > to) continue;
			if (from < (least[below] as number)) least[below] = from;
			if (to > (most[below] as number)) most[below] = to;
		}
	}
	return { diagram, cells, need, yes, no, least, most, place, shares: new Float64Array(size) };
}

const isDecided = ({ yes, no }: ShareTable, node: number, need: number): boolean =>
	need <= (yes[node] as number) || need > (no[node] as number);

/** The share of ways from a node that bring at least `need` points. */
function shareAt(
	{ yes, no, least, place, shares }: ShareTable,
	node: number,
	need: number,
): number {
	if (need <= (yes[node] as number)) return 1;
	if (need > (no[node] as number)) return 0;
	return shares[(place[node] as number) + need - (least[node] as number)] as number;
}

function fillShares(table: ShareTable): void {
	const { diagram, cells, yes, no, least, most, place, shares } = table;
	const { level, first, child, points } = diagram;
	for (let node = OPEN + 1; node < level.length; node += 1) {
		const low = least[node] as number;
		const high = most[node] as number;
		if (low > high) continue;
		const allowed = cells[level[node] as number] as number[];
		const start = place[node] as number;
		const end = start + high - low;
		for (const cell of allowed) {
			const edge = (first[node] as number) + cell;
			const below = child[edge] as number;
			const moved = start - low + (points[edge] as number);
			const sure = Math.min(end, (yes[below] as number) + moved);
			const last = Math.min(end, (no[below] as number) + moved);
			const from = (place[below] as number) - (least[below] as number) - moved;
			let slot = start;
			for (; slot <= sure; slot += 1) (shares[slot] as number) += 1;
			for (; slot <= last; slot += 1) (shares[slot] as number) += shares[from + slot] as number;
		}
		for (let slot = start; slot <= end; slot += 1) (shares[slot] as number) /= allowed.length;
	}
}

/** Shares that differ by less may differ by the order of their sums alone. */
const roundingError = 1e-9;

/** Completions on their way down, over the places of a table: how many need so much at a node, and so much or less. */
interface Passing {
	table: ShareTable;
	ways: Float64Array;
	sums: Float64Array;
}

/** One pass down: a cell moves the share by what its child says more than the node. */
function sharesByFact(table: ShareTable, share: number): FactShares[] {
	const { diagram, cells, least, most, place, shares } = table;
	const { root, level, order } = diagram;
	const size = shares.length;
	const passing = { table, ways: new Float64Array(size), sums: new Float64Array(size) };
	passing.ways[place[root] as number] = 1;
	const moved: (number[] | undefined)[] = [];
	const proved: boolean[] = [];
	for (let node = root; node > OPEN; node -= 1) {
		if ((least[node] as number) > (most[node] as number)) continue;
		const at = level[node] as number;
		const allowed = cells[at] as number[];
		const shift = moved[at] ?? allowed.map(() => 0);
		moved[at] = shift;
		const here = divideWays(passing, node, allowed.length);
		const all = passing.sums[endOf(table, node)] as number;
		for (let index = 0; index < allowed.length; index += 1) {
			const more = passDown(passing, node, allowed[index] as number) - here;
			(shift[index] as number) += more;
			if (more > roundingError * all) proved[at] = true;
		}
	}
	return moved.flatMap((shift, at) =>
		shift && shift.length > 1
			? {
					fact: order[at] as number,
					isProved: proved[at] ?? false,
					shares: shift.map((value, index) => ({
						cell: cells[at]?.[index] as number,
						share: share + value,
					})),
				}
			: [],
	);
}

/** The last place of a node. */
const endOf = ({ place, least, most }: ShareTable, node: number): number =>
	(place[node] as number) + (most[node] as number) - (least[node] as number);

/** Adds up the ways that reach a node, and leaves for each cell its part. Gives the share of YES here. */
function divideWays({ table, ways, sums }: Passing, node: number, cells: number): number {
	const { place, shares } = table;
	const end = endOf(table, node);
	let all = 0;
	let here = 0;
	for (let slot = place[node] as number; slot <= end; slot += 1) {
		const part = ways[slot] as number;
		all += part;
		sums[slot] = all;
		here += part * (shares[slot] as number);
		ways[slot] = part / cells;
	}
	return here;
}

/** Passes a cell's part on to its child. Gives the share of YES there, if all ways took this cell. */
function passDown({ table, ways, sums }: Passing, node: number, cell: number): number {
	const { diagram, cells, yes, no, least, place, shares } = table;
	const { level, first, child, points } = diagram;
	const start = place[node] as number;
	const end = endOf(table, node);
	const edge = (first[node] as number) + cell;
	const below = child[edge] as number;
	const up = start - (least[node] as number) + (points[edge] as number);
	const sure = Math.min(end, (yes[below] as number) + up);
	const last = Math.min(end, (no[below] as number) + up);
	const from = (place[below] as number) - (least[below] as number) - up;
	let there = 0;
	for (let slot = Math.max(start, sure + 1); slot <= last; slot += 1) {
		const part = ways[slot] as number;
		(ways[from + slot] as number) += part;
		there += part * (shares[from + slot] as number);
	}
	const count = (cells[level[node] as number] as number[]).length;
	return there * count + (sure < start ? 0 : (sums[sure] as number));
}
