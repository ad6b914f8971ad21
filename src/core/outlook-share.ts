/**
 * The share of completions with the outlook fine-tuning, for answer after answer. It goes down a
 * diagram of the points alone, with all completions at the top: at each node it is known how many
 * of them need how many points more, and those that are sure to get them, or sure not to, stop.
 */
import { type Diagram, OPEN } from "./diagram.ts";
import { buildJoint } from "./diagrams.ts";
import { type Cells, firstCell, isSingle } from "./domain.ts";
import { far, type Range, rangeOf, sweepOf, union } from "./ranges.ts";
import { fullCells, type RuleSet } from "./rule-set.ts";
import { shareOf } from "./tails.ts";
import { clean, isTooWide } from "./unknowns.ts";

/** Takes the cells that are still possible, by fact number; undefined where shares are not counted. */
export type OutlookShare = (masks: readonly Cells[]) => number | undefined;

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
				: clean(shareOf(joint, masks, { threshold, closedToo: true }));
	const need = Math.ceil(threshold - diagram.offset);
	return (masks) => {
		tell(tables, masks);
		const count = reach(diagram, tables);
		bound(tables, count);
		return clean(flow(tables, { root: diagram.root, count, need }));
	};
}

const rangeOfTotal = (joint: Diagram, masks: readonly Cells[]): Range => {
	const { open, closed } = rangeOf(joint, masks);
	return union(open, closed);
};

type Tables = NonNullable<ReturnType<typeof makeTables>>;

/** Lists of 32-bit numbers, made once and filled anew for each answer. */
function makeTables(diagram: Diagram, full: readonly Cells[]) {
	const { open } = sweepOf(diagram, full);
	const nodes = diagram.level.length;
	const width = (node: number) =>
		node > OPEN ? Math.max(0, (open.max[node] as number) - (open.min[node] as number)) : 0;
	/** Where the share of completions stands that need this many points more, less that number. */
	const place = new Int32Array(nodes);
	let places = 0;
	let widest = 0;
	for (let node = OPEN + 1; node < nodes; node += 1) {
		place[node] = places - (open.min[node] as number) - 1;
		places += width(node);
		widest = Math.max(widest, width(node));
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
		/** Of one node, for each of its ways: the shares, and their sums up to each need. */
		parts: new Float64Array(widest),
		sums: new Float64Array(widest),
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
function bound({ list, start, below, gained, min, max, least, most }: Tables, count: number): void {
	for (let index = count - 1; index >= 0; index -= 1) {
		const node = list[index] as number;
		let low = far;
		let high = -far;
		for (let way = start[index] as number; way < (start[index + 1] as number); way += 1) {
			const next = below[way] as number;
			low = Math.min(low, (min[next] as number) + (gained[way] as number));
			high = Math.max(high, (max[next] as number) + (gained[way] as number));
		}
		min[node] = low;
		max[node] = high;
		least[node] = far;
		most[node] = -far;
	}
}

/** The share that reaches `need` from the root down. */
function flow(
	tables: Tables,
	{ root, count, need }: { root: number; count: number; need: number },
): number {
	const { list, start, below, gained, place, shares, parts, sums, min, max, least, most } = tables;
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
		let sum = 0;
		for (let left = low; left <= high; left += 1) {
			const share = (shares[here + left] as number) * part;
			shares[here + left] = 0;
			parts[left - low] = share;
			sum += share;
			sums[left - low] = sum;
		}
		for (let way = start[index] as number; way < end; way += 1) {
			const next = below[way] as number;
			const more = gained[way] as number;
			// Needs up to `sure` are met whatever comes; those above `last` never are.
			const sure = Math.min(high, (min[next] as number) + more);
			const last = Math.min(high, (max[next] as number) + more);
			if (sure >= low) yes += sums[sure - low] as number;
			const from = Math.max(low, sure + 1);
			if (from > last) continue;
			if (from - more < (least[next] as number)) least[next] = from - more;
			if (last - more > (most[next] as number)) most[next] = last - more;
			const there = (place[next] as number) - more;
			for (let left = from; left <= last; left += 1)
				(shares[there + left] as number) += parts[left - low] as number;
		}
	}
	return yes;
}
