/**
 * The fewest changes to the given answers that turn the verdict: provably fewest, since
 * the diagram covers every set of changes at once. Each answer only to where it can come.
 */

import { type Cells, listCells } from "../answers/domain.ts";
import type { Side } from "../side.ts";
import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
import { answeredEdges, unreachable } from "./ranges.ts";
import { pointsNeeded } from "./verdict-diagram.ts";

interface FlipQuery {
	threshold: number;
	/** The verdict to reach. */
	to: Side;
	/** The cells that are possible now, by fact number. */
	masks: readonly Cells[];
	/** The cells that each fact can come to from there; 0 where it stays as it is. */
	reachable: readonly Cells[];
}

/** One way to turn the verdict: new cells for some facts, all else as answered. */
export type Change = { fact: number; cells: Cells }[];

const mostChanges = 6;
const mostWays = 4000;

/** All smallest sets of changes, nearest first; none when even six changes do not do it. */
export function findFlips(diagram: Diagram, query: FlipQuery): Change[] {
	const edges = answeredEdges(diagram, query.masks);
	return groupByFacts(new FlipSearch(diagram, query, edges).smallest(), edges, diagram);
}

/** A way names the level and edge of every change. */
type ChangedEdges = [level: number, edge: number][];

/** By node: what can be reached from there with so many changes at most. */
interface Reachable {
	least: Int32Array;
	most: Int32Array;
	closes: Uint8Array;
	known: Uint8Array;
}

/** Looks only where some changes lead: few nodes, as long as few changes do. */
class FlipSearch {
	readonly #diagram: Diagram;
	readonly #to: Side;
	/** By level: the edge as answered, and the edges that the answer can come to. */
	readonly #edges: readonly number[];
	readonly #targets: readonly (readonly number[])[];
	readonly #need: number;
	/** By number of changes. */
	readonly #reachable: Reachable[] = [];
	readonly #ways: ChangedEdges[] = [];

	constructor(diagram: Diagram, query: FlipQuery, edges: readonly number[]) {
		this.#diagram = diagram;
		this.#to = query.to;
		this.#edges = edges;
		this.#targets = diagram.order.map((fact) => listCells(query.reachable[fact] as Cells));
		this.#need = pointsNeeded(diagram, query.threshold);
	}

	/** Every way with the fewest changes. */
	smallest(): readonly ChangedEdges[] {
		const { root } = this.#diagram;
		for (let changes = 0; changes <= mostChanges; changes += 1) {
			if (!this.#turns(root, changes, this.#need)) continue;
			if (changes > 0) this.#list(root, changes, this.#need, []);
			break;
		}
		return this.#ways;
	}

	/** Whether so many more changes, at most, reach the other verdict from a node. */
	#turns(node: number, left: number, missing: number): boolean {
		const { least, most, closes } = this.#reach(node, left);
		if (this.#to === "fine-tuning") return (most[node] as number) >= missing;
		return closes[node] === 1 || (least[node] as number) < missing;
	}

	#reach(node: number, left: number): Reachable {
		const { level } = this.#diagram;
		this.#reachable[left] ??= emptyReachable(level.length);
		const here = this.#reachable[left] as Reachable;
		if (here.known[node] === 1) return here;
		here.known[node] = 1;
		const at = level[node] as number;
		this.#reachBy(here, node, this.#edges[at] as number, left);
		if (left > 0)
			for (const cell of this.#targets[at] as readonly number[])
				this.#reachBy(here, node, cell, left - 1);
		return here;
	}

	/** What can be reached by one edge of a node, with so many changes left below. */
	#reachBy(here: Reachable, node: number, cell: number, left: number): void {
		const { first, child, points } = this.#diagram;
		const edge = (first[node] as number) + cell;
		const below = child[edge] as number;
		const from = this.#reach(below, left);
		const least = (from.least[below] as number) + (points[edge] as number);
		const most = (from.most[below] as number) + (points[edge] as number);
		if (least < (here.least[node] as number)) here.least[node] = least;
		if (most > (here.most[node] as number)) here.most[node] = most;
		here.closes[node] = (here.closes[node] as number) | (from.closes[below] as number);
	}

	#list(node: number, left: number, missing: number, way: ChangedEdges): void {
		if (this.#ways.length >= mostWays || !this.#turns(node, left, missing)) return;
		if (node <= OPEN) {
			this.#ways.push(way);
			return;
		}
		const { level, first, child, points } = this.#diagram;
		const at = level[node] as number;
		const follow = (cell: number, changesLeft: number, next: ChangedEdges) => {
			const edge = (first[node] as number) + cell;
			this.#list(child[edge] as number, changesLeft, missing - (points[edge] as number), next);
		};
		const current = this.#edges[at] as number;
		follow(current, left, way);
		if (left === 0) return;
		for (const cell of this.#targets[at] as readonly number[])
			if (cell !== current) follow(cell, left - 1, [...way, [at, cell]]);
	}
}

function emptyReachable(nodes: number): Reachable {
	const least = new Int32Array(nodes).fill(unreachable);
	const most = new Int32Array(nodes).fill(-unreachable);
	const closes = new Uint8Array(nodes);
	const known = new Uint8Array(nodes);
	least[OPEN] = 0;
	most[OPEN] = 0;
	closes[CLOSED] = 1;
	known.fill(1, CLOSED, OPEN + 1);
	return { least, most, closes, known };
}

/** Ways that change the same facts are one: its nearest way, widened. */
function groupByFacts(
	ways: readonly ChangedEdges[],
	edges: readonly number[],
	{ order, sizes }: Diagram,
): Change[] {
	const groups = new Map<string, ChangedEdges[]>();
	for (const way of ways) {
		// In order of the facts, so that the order of the levels does not show.
		way.sort(([a], [b]) => (order[a] as number) - (order[b] as number));
		const key = way.map(([level]) => level).join();
		groups.set(key, [...(groups.get(key) ?? []), way]);
	}
	const distance = (way: ChangedEdges) =>
		way.reduce((sum, [level, edge]) => {
			const from = edges[level] as number;
			return sum + (from === sizes[level] ? edge : Math.abs(edge - from));
		}, 0);
	return [...groups.values()]
		.map((group) => {
			const nearest = group.reduce((a, b) =>
				(distance(b) - distance(a) || byEdges(b, a)) < 0 ? b : a,
			);
			return { distance: distance(nearest), change: widenChange(nearest, group, order) };
		})
		.sort((a, b) => a.distance - b.distance || byFacts(a.change, b.change))
		.map(({ change }) => change);
}

/** Each fact keeps every cell that does it whichever of their kept cells the others take. */
function widenChange(
	nearest: ChangedEdges,
	group: ChangedEdges[],
	order: readonly number[],
): Change {
	const edgesIn = (way: ChangedEdges) => way.map(([, edge]) => edge);
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
export const exactChanges = (change: Change): Change[] =>
	combine(change.map(({ cells }) => listCells(cells))).map((way) =>
		change.map(({ fact }, place) => ({ fact, cells: 1 << (way[place] as number) })),
	);

function byEdges(a: ChangedEdges, b: ChangedEdges): number {
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
