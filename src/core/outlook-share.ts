/**
 * The share of completions with the outlook fine-tuning, for answer after answer. It goes down a
 * diagram of the points alone, with all completions at the top: at each node it is known how many
 * of them need how many points more, and those that are sure to get them, or sure not to, stop.
 */
import { type Diagram, OPEN } from "./diagram.ts";
import { buildJoint } from "./diagrams.ts";
import { type Cells, countCells } from "./domain.ts";
import { type Range, rangeOf, sweepOf, union } from "./ranges.ts";
import { fullCells, type RuleSet } from "./rule-set.ts";
import { shareOf } from "./tails.ts";
import { clean, isTooWide } from "./unknowns.ts";

/** Takes the cells that are still possible, by fact number; undefined where shares are not counted. */
export type OutlookShare = (masks: readonly Cells[]) => number | undefined;

/** Places for needs in all: more would take too much memory. */
const mostPlaces = 2_000_000;

/** All is counted in whole numbers of 32 bits: other indices of a list would be slow. */
const most32 = 2 ** 30;

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
		const allowed = diagram.order.map((fact) => masks[fact] as Cells);
		const count = reach(diagram, allowed, tables);
		bound(diagram, allowed, tables, count);
		return clean(flow(diagram, allowed, tables, { count, need }));
	};
}

const rangeOfTotal = (joint: Diagram, masks: readonly Cells[]): Range => {
	const { open, closed } = rangeOf(joint, masks);
	return union(open, closed);
};

type Tables = NonNullable<ReturnType<typeof makeTables>>;

/** By node, filled anew for each answer; made once. */
function makeTables(diagram: Diagram, full: readonly Cells[]) {
	const { open } = sweepOf(diagram, full);
	const nodes = diagram.level.length;
	const width = (node: number) =>
		node > OPEN ? Math.max(0, (open.max[node] as number) - (open.min[node] as number)) : 0;
	/** Where the share of completions stands that need this many points more, less that number. */
	const place = new Int32Array(nodes);
	let places = 0;
	for (let node = OPEN + 1; node < nodes; node += 1) {
		place[node] = places - (open.min[node] as number) - 1;
		places += width(node);
		const isLarge = Math.max(-(open.min[node] as number), open.max[node] as number) > most32;
		if (places > mostPlaces || isLarge) return undefined;
	}
	return {
		place,
		shares: new Float64Array(places),
		reached: new Uint8Array(nodes),
		/** The nodes that answers lead to, parents before children. */
		list: new Int32Array(nodes),
		/** The least and greatest points from here down. */
		min: new Int32Array(nodes),
		max: new Int32Array(nodes),
		/** The least and greatest need that completions have here. */
		least: new Int32Array(nodes),
		most: new Int32Array(nodes),
	};
}

/** Lists the nodes that these answers lead to. */
function reach(
	{ root, level, first, child }: Diagram,
	allowed: readonly Cells[],
	{ reached, list }: Tables,
): number {
	let count = 0;
	reached[root] = 1;
	for (let node = root; node > OPEN; node -= 1) {
		if (reached[node] === 0) continue;
		reached[node] = 0;
		list[count] = node;
		count += 1;
		const start = (first[node] as number) + 31;
		for (let rest = allowed[level[node] as number] as Cells; rest !== 0; rest &= rest - 1)
			reached[child[start - Math.clz32(rest & -rest)] as number] = 1;
	}
	return count;
}

function bound(
	{ level, first, child, points }: Diagram,
	allowed: readonly Cells[],
	{ list, min, max, least, most }: Tables,
	count: number,
): void {
	for (let place = count - 1; place >= 0; place -= 1) {
		const node = list[place] as number;
		const start = (first[node] as number) + 31;
		let low = most32;
		let high = -most32;
		for (let rest = allowed[level[node] as number] as Cells; rest !== 0; rest &= rest - 1) {
			const edge = start - Math.clz32(rest & -rest);
			const below = child[edge] as number;
			const gained = (points[edge] as number) | 0;
			low = Math.min(low, (min[below] as number) + gained);
			high = Math.max(high, (max[below] as number) + gained);
		}
		min[node] = low;
		max[node] = high;
		least[node] = most32;
		most[node] = -most32;
	}
}

function flow(
	{ root, level, first, child, points }: Diagram,
	allowed: readonly Cells[],
	tables: Tables,
	{ count, need }: { count: number; need: number },
): number {
	const { list, place, shares, min, max, least, most } = tables;
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
		const cells = allowed[level[node] as number] as Cells;
		const part = 1 / countCells(cells);
		const start = (first[node] as number) + 31;
		for (let rest = cells; rest !== 0; rest &= rest - 1) {
			const edge = start - Math.clz32(rest & -rest);
			const below = child[edge] as number;
			const gained = (points[edge] as number) | 0;
			// Needs up to `sure` are met whatever comes; those above `last` never are.
			const sure = Math.min(high, (min[below] as number) + gained);
			const last = Math.min(high, (max[below] as number) + gained);
			let left = low;
			for (; left <= sure; left += 1) yes += (shares[here + left] as number) * part;
			if (left > last) continue;
			if (left - gained < (least[below] as number)) least[below] = left - gained;
			if (last - gained > (most[below] as number)) most[below] = last - gained;
			const there = (place[below] as number) - gained;
			for (; left <= last; left += 1)
				(shares[there + left] as number) += (shares[here + left] as number) * part;
		}
		for (let left = low; left <= high; left += 1) shares[here + left] = 0;
	}
	return yes;
}
