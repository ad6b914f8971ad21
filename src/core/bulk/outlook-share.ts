/**
 * The share of completions with the outlook fine-tuning, for answer after answer. It goes down a
 * diagram of the points alone, with all completions at the top: at each node it is known how many
 * of them need how many points more, and those that are sure to get them, or sure not to, stop.
 * Before that, mean and variance tell between which ends the share lies, which is often enough.
 */

import { type Cells, firstCell, isSingle } from "../answers/domain.ts";
import { isTooWide, roundShare } from "../decision/unknowns.ts";
import { buildJoint } from "../diagram/build-diagrams.ts";
import { completionShare } from "../diagram/completion-shares.ts";
import { type Diagram, OPEN } from "../diagram/diagram.ts";
import { nodeRanges, type Range, rangeOf, union, unreachable } from "../diagram/ranges.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";

/**
 * Takes the cells that are still possible, by fact number, and gives the share; undefined where
 * shares are not counted. Where `isEnough` says so of two ends, it may be any share between them.
 */
export type OutlookShare = (
	masks: readonly Cells[],
	isEnough?: (ends: Range) => boolean,
) => number | undefined;

/** Places for needs in all: more would take too much memory. */
const mostPlaces = 2_000_000;

/** @param joint the diagram of the verdict, which also tells the share, though not as quickly */
export function makeOutlookShare(rules: RuleSet, joint: Diagram): OutlookShare {
	const { threshold } = rules.verdict;
	const full = fullCells(rules);
	// Without gates every way ends open.
	const diagram = buildJoint({ ...rules, gates: [] });
	const tables = diagram && makeTables(diagram, full);
	if (!tables || isTooWide(joint, rangeOfTotal(joint, full)))
		return (masks) =>
			isTooWide(joint, rangeOfTotal(joint, masks))
				? undefined
				: roundShare(completionShare(joint, masks, { threshold, closedToo: true }));
	const need = Math.ceil(threshold - diagram.offset);
	return (masks, isEnough = () => false) => {
		tell(tables, masks);
		const count = reach(diagram, tables);
		bound(tables, count);
		const ends = endsOf(tables, diagram.root, need);
		if (isEnough(ends)) return ends.min;
		return roundShare(flow(tables, { root: diagram.root, count, need }));
	};
}

const rangeOfTotal = (joint: Diagram, masks: readonly Cells[]): Range => {
	const { open, closed } = rangeOf(joint, masks);
	return union(open, closed);
};

type Tables = NonNullable<ReturnType<typeof makeTables>>;

/** Lists of 32-bit numbers, made once and filled anew for each answer. */
function makeTables(diagram: Diagram, full: readonly Cells[]) {
	const { open } = nodeRanges(diagram, full);
	const nodes = diagram.level.length;
	const width = (node: number) =>
		node > OPEN ? Math.max(0, (open.max[node] as number) - (open.min[node] as number)) : 0;
	/** Where the share of completions stands that need this many points more, less that number. */
	const place = new Int32Array(nodes);
	let places = 0;
	for (let node = OPEN + 1; node < nodes; node += 1) {
		place[node] = places - (open.min[node] as number) - 1;
		places += width(node);
		if (places > mostPlaces) return undefined;
	}
	const edges = diagram.child.length;
	const levels = diagram.order.length;
	return {
		facts: Int32Array.from(diagram.order),
		points: Int32Array.from(diagram.points),
		/** By level: the cells that are possible, and the only one; -1 for several, and for the ends. */
		allowed: new Int32Array(levels),
		only: new Int32Array(levels + 1).fill(-1),
		place,
		shares: new Float64Array(places),
		reached: new Uint8Array(nodes),
		/** The nodes that answers lead to and leave open, parents before children, and where their ways begin. */
		list: new Int32Array(nodes),
		start: new Int32Array(nodes + 1),
		/** Their ways: to the next such node, past all whose fact is known, and with the points up to there. */
		below: new Int32Array(edges),
		gained: new Int32Array(edges),
		/** The least and greatest points from here down. */
		min: new Int32Array(nodes),
		max: new Int32Array(nodes),
		/** Their mean, and the mean of their squares. */
		mean: new Float64Array(nodes),
		square: new Float64Array(nodes),
		/** The least and greatest need that completions have here. */
		least: new Int32Array(nodes),
		most: new Int32Array(nodes),
	};
}

function tell({ facts, allowed, only }: Tables, masks: readonly Cells[]): void {
	for (let level = 0; level < facts.length; level += 1) {
		const cells = masks[facts[level] as number] as Cells;
		allowed[level] = cells;
		only[level] = isSingle(cells) ? firstCell(cells) : -1;
	}
}

/** Lists the open nodes that these answers lead to, and tells how many there are. */
function reach({ root, level, first, child }: Diagram, tables: Tables): number {
	const { points, allowed, only, reached, list, start, below, gained } = tables;
	let count = 0;
	let ways = 0;
	reached[root] = 1;
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		reached[node] = 0;
		list[count] = node;
		start[count] = ways;
		count += 1;
		for (let rest = allowed[level[node] as number] as Cells; rest !== 0; rest &= rest - 1) {
			let edge = (first[node] as number) + 31 - Math.clz32(rest & -rest);
			let next = child[edge] as number;
			let sum = points[edge] as number;
			for (let cell = only[level[next] as number] as number; cell >= 0; ) {
				edge = (first[next] as number) + cell;
				next = child[edge] as number;
				sum += points[edge] as number;
				cell = only[level[next] as number] as number;
			}
			below[ways] = next;
			gained[ways] = sum;
			ways += 1;
			reached[next] = 1;
		}
	}
	start[count] = ways;
	return count;
}

/** What can still come from each node down. */
function bound(tables: Tables, count: number): void {
	const { list, start, below, gained, min, max, mean, square, least, most } = tables;
	for (let index = count - 1; index >= 0; index -= 1) {
		const node = list[index] as number;
		const first = start[index] as number;
		const end = start[index + 1] as number;
		let low = unreachable;
		let high = -unreachable;
		let sum = 0;
		let squares = 0;
		for (let way = first; way < end; way += 1) {
			const next = below[way] as number;
			const more = gained[way] as number;
			const middle = mean[next] as number;
			low = Math.min(low, (min[next] as number) + more);
			high = Math.max(high, (max[next] as number) + more);
			sum += middle + more;
			squares += (square[next] as number) + more * (2 * middle + more);
		}
		min[node] = low;
		max[node] = high;
		mean[node] = sum / (end - first);
		square[node] = squares / (end - first);
		least[node] = unreachable;
		most[node] = -unreachable;
	}
}

/** Floating-point sums may miss the ends by less. */
const hair = 1e-9;

/** Between what ends the share lies: Cantelli's inequality, for whole points on either side of the need. */
function endsOf({ mean, square }: Tables, root: number, need: number): Range {
	const middle = mean[root] as number;
	const variance = (square[root] as number) - middle * middle;
	const over = Math.max(0, middle - (need - 1));
	const short = Math.max(0, need - middle);
	return {
		min: over === 0 ? 0 : over ** 2 / (variance + over ** 2) - hair,
		max: short === 0 ? 1 : variance / (variance + short ** 2) + hair,
	};
}

/** The share that reaches `need` from the root down. */
function flow(
	tables: Tables,
	{ root, count, need }: { root: number; count: number; need: number },
): number {
	const { list, start, below, gained, place, shares, min, max, least, most } = tables;
	if (need <= (min[root] as number)) return 1;
	if (need > (max[root] as number)) return 0;
	least[root] = need;
	most[root] = need;
	shares[(place[root] as number) + need] = 1;
	let yes = 0;
	for (let index = 0; index < count; index += 1) {
		const node = list[index] as number;
		const low = least[node] as number;
		const high = most[node] as number;
		if (low > high) continue;
		const here = place[node] as number;
		const end = start[index + 1] as number;
		const part = 1 / (end - (start[index] as number));
		for (let way = start[index] as number; way < end; way += 1) {
			const next = below[way] as number;
			const more = gained[way] as number;
			// Needs up to `sure` are met whatever comes; those above `last` never are.
			const sure = here + Math.min(high, (min[next] as number) + more);
			const last = here + Math.min(high, (max[next] as number) + more);
			let slot = here + low;
			for (; slot <= sure; slot += 1) yes += (shares[slot] as number) * part;
			if (slot > last) continue;
			const from = slot - here - more;
			const to = last - here - more;
			if (from < (least[next] as number)) least[next] = from;
			if (to > (most[next] as number)) most[next] = to;
			const shift = (place[next] as number) - here - more;
			// Two at a time, which takes a tenth off the whole.
			for (; slot < last; slot += 2) {
				(shares[shift + slot] as number) += (shares[slot] as number) * part;
				(shares[shift + slot + 1] as number) += (shares[slot + 1] as number) * part;
			}
			if (slot === last) (shares[shift + slot] as number) += (shares[slot] as number) * part;
		}
		for (let slot = here + low; slot <= here + high; slot += 1) shares[slot] = 0;
	}
	return yes;
}
