/**
 * The fewest changes to the given answers that turn the verdict: provably fewest, since
 * the diagram covers every set of changes at once. Only facts that a team can change.
 */

import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
import { type Cells, listCells } from "./domain.ts";
import { edgesOf } from "./ranges.ts";
import type { Side } from "./rule-file.ts";

export interface FlipAim {
	threshold: number;
	/** The verdict to reach. */
	to: Side;
	/** The cells that are possible now, by fact number. */
	masks: readonly Cells[];
	changeable: (fact: number) => boolean;
}

/** One way to turn the verdict: new cells for some facts, all else as answered. */
export type Change = { fact: number; cells: Cells }[];

const mostChanges = 6;
const mostWays = 4000;

/** All smallest sets of changes, nearest first; none when even six changes do not do it. */
export function findFlips(diagram: Diagram, aim: FlipAim): Change[] {
	const edges = edgesOf(diagram, aim.masks);
	const costs = diagram.order.map((fact) => (aim.changeable(fact) ? 1 : Infinity));
	const reach: Reach[] = [];
	const need = aim.threshold - diagram.offset;
	for (let changes = 0; changes <= mostChanges; changes += 1) {
		reach.push(reachOf(diagram, edges, costs, reach[changes - 1]));
		if (turns(reach[changes] as Reach, diagram.root, need, aim.to))
			return changes === 0
				? []
				: collect(listWays(diagram, { reach, edges, costs, need, to: aim.to }), edges, diagram);
	}
	return [];
}

/** What can be reached from each node with so many changes at most. */
interface Reach {
	least: Float64Array;
	most: Float64Array;
	closes: Uint8Array;
}

function reachOf(
	{ level, children, points, sizes }: Diagram,
	edges: number[],
	costs: number[],
	fewer: Reach | undefined,
): Reach {
	const least = new Float64Array(level.length).fill(Number.POSITIVE_INFINITY);
	const most = new Float64Array(level.length).fill(Number.NEGATIVE_INFINITY);
	const closes = new Uint8Array(level.length);
	least[OPEN] = 0;
	most[OPEN] = 0;
	closes[CLOSED] = 1;
	const here: Reach = { least, most, closes };
	for (let node = OPEN + 1; node < level.length; node += 1) {
		const at = level[node] as number;
		const take = (edge: number, from: Reach) => {
			const child = children[node]?.[edge] as number;
			const gained = points[node]?.[edge] as number;
			least[node] = Math.min(least[node] as number, (from.least[child] as number) + gained);
			most[node] = Math.max(most[node] as number, (from.most[child] as number) + gained);
			closes[node] = (closes[node] as number) | (from.closes[child] as number);
		};
		take(edges[at] as number, here);
		if (!fewer || costs[at] !== 1) continue;
		for (let edge = 0; edge < (sizes[at] as number); edge += 1) take(edge, fewer);
	}
	return here;
}

function turns(reach: Reach, node: number, need: number, to: Side): boolean {
	if (to === "fine-tuning") return (reach.most[node] as number) >= need;
	return reach.closes[node] === 1 || (reach.least[node] as number) < need;
}

interface Search {
	reach: Reach[];
	edges: number[];
	costs: number[];
	need: number;
	to: Side;
}

/** A way names the level and edge of every change. */
type Way = [level: number, edge: number][];

function listWays(diagram: Diagram, search: Search): Way[] {
	const { reach, edges, costs, to } = search;
	const ways: Way[] = [];
	const visit = (node: number, left: number, need: number, way: Way): void => {
		if (ways.length >= mostWays || !turns(reach[left] as Reach, node, need, to)) return;
		if (node <= OPEN) {
			ways.push(way);
			return;
		}
		const level = diagram.level[node] as number;
		const follow = (edge: number, changes: number, next: Way) =>
			visit(
				diagram.children[node]?.[edge] as number,
				left - changes,
				need - (diagram.points[node]?.[edge] as number),
				next,
			);
		const current = edges[level] as number;
		follow(current, 0, way);
		if (left === 0 || costs[level] !== 1) return;
		for (let edge = 0; edge < (diagram.sizes[level] as number); edge += 1)
			if (edge !== current) follow(edge, 1, [...way, [level, edge]]);
	};
	visit(diagram.root, reach.length - 1, search.need, []);
	return ways;
}

/** Ways that change the same facts are one: its nearest way, widened. */
function collect(ways: Way[], edges: number[], { order, sizes }: Diagram): Change[] {
	const groups = new Map<string, Way[]>();
	for (const way of ways) {
		// In order of the facts, so that the order of the levels does not show.
		way.sort(([a], [b]) => (order[a] as number) - (order[b] as number));
		const key = way.map(([level]) => level).join();
		groups.set(key, [...(groups.get(key) ?? []), way]);
	}
	const distance = (way: Way) =>
		way.reduce((sum, [level, edge]) => {
			const from = edges[level] as number;
			return sum + (from === sizes[level] ? edge : Math.abs(edge - from));
		}, 0);
	return [...groups.values()]
		.map((group) => {
			const nearest = group.reduce((a, b) =>
				(distance(b) - distance(a) || byEdges(b, a)) < 0 ? b : a,
			);
			return { distance: distance(nearest), change: widen(nearest, group, order) };
		})
		.sort((a, b) => a.distance - b.distance || byFacts(a.change, b.change))
		.map(({ change }) => change);
}

/** Each fact keeps every cell that does it whichever of their kept cells the others take. */
function widen(nearest: Way, group: Way[], order: readonly number[]): Change {
	const edgesIn = (way: Way) => way.map(([, edge]) => edge);
	const known = new Set(group.map((way) => edgesIn(way).join()));
	const kept = edgesIn(nearest).map((edge) => [edge]);
	for (const [place, cells] of kept.entries()) {
		const others = kept.map((own, other) => (other === place ? [] : own));
		for (const edge of new Set(group.map((way) => way[place]?.[1] as number))) {
			others[place] = [edge];
			if (!cells.includes(edge) && combine(others).every((one) => known.has(one.join())))
				cells.push(edge);
		}
	}
	return nearest.map(([level], place) => ({
		fact: order[level] as number,
		cells: (kept[place] as number[]).reduce((cells, edge) => cells | (1 << edge), 0),
	}));
}

/** Every way to take one of each. */
const combine = (sets: number[][]): number[][] =>
	sets.reduce<number[][]>(
		(ways, set) => ways.flatMap((way) => set.map((edge) => [...way, edge])),
		[[]],
	);

/** Every way to follow a change: one cell for each of its facts. */
export const waysOf = (change: Change): Change[] =>
	combine(change.map(({ cells }) => listCells(cells))).map((way) =>
		change.map(({ fact }, place) => ({ fact, cells: 1 << (way[place] as number) })),
	);

function byEdges(a: Way, b: Way): number {
	for (const [place, [, edge]] of a.entries()) {
		const other = b[place]?.[1] as number;
		if (edge !== other) return edge - other;
	}
	return 0;
}

function byFacts(a: Change, b: Change): number {
	for (const [index, { fact }] of a.entries()) {
		const other = b[index]?.fact ?? -1;
		if (fact !== other) return fact - other;
	}
	return 0;
}
