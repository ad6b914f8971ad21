/**
 * The verdict as a plain decision diagram, for the answers that are still possible:
 * YES where the total reaches the threshold on a way that ends open. It is reduced, so
 * a fact that labels a node can change the verdict for some completion, and no other can.
 */

import { type Cells, listCells } from "../answers/domain.ts";
import { type Budget, spend } from "../budget.ts";
import type { Diagram } from "./diagram.ts";
import { makeNumbering } from "./numbering.ts";
import { type NodeRanges, nodeRanges, rangesToEither, unreachable } from "./ranges.ts";

/** To tell a need takes about as long as to look at so many others. */
const stepsOfNeed = 20;

export const NO = 0;
export const YES = 1;

export interface VerdictDiagram {
	root: number;
	/** By node, children before parents: its level, and the children by allowed cell. */
	level: number[];
	children: number[][];
	/** The allowed cells of each level. */
	cells: number[][];
	order: readonly number[];
}

export interface VerdictQuery {
	threshold: number;
	/** Whether closed ways count as well: then it is the outlook, not the verdict. */
	closedToo?: boolean;
}

/** Takes many steps where a node is reached with many sums. */
export function buildVerdictDiagram(
	diagram: Diagram,
	masks: readonly Cells[],
	{ threshold, closedToo = false }: VerdictQuery,
	budget: Budget,
): VerdictDiagram {
	const { level, first, child, points, order } = diagram;
	const { yes, no } = verdictLimits(nodeRanges(diagram, masks), closedToo);
	const cells = order.map((fact) => listCells(masks[fact] as Cells));
	const nodes = makeVerdictNodes(order.length);
	/** By node: numbers of parts, in the order in which they were found. */
	const known: number[][] = [];
	const parts: NeedInterval[] = [];

	const find = (node: number, need: number): NeedInterval => {
		const seen = known[node] ?? [];
		spend(budget, seen.length + stepsOfNeed);
		for (let place = seen.length - 1; place >= 0; place -= 1) {
			const part = parts[seen[place] as number] as NeedInterval;
			if (need >= part.from && need < part.to) return part;
		}
		const made = make(node, need);
		seen.push(parts.push(made) - 1);
		known[node] = seen;
		return made;
	};

	const make = (node: number, need: number): NeedInterval => {
		const least = yes[node] as number;
		const most = no[node] as number;
		if (need <= least) return { node: YES, from: Number.NEGATIVE_INFINITY, to: least + 1 };
		if (need > most) return { node: NO, from: most + 1, to: Number.POSITIVE_INFINITY };
		const at = level[node] as number;
		let from = Number.NEGATIVE_INFINITY;
		let to = Number.POSITIVE_INFINITY;
		const children: number[] = [];
		for (const cell of cells[at] as number[]) {
			const edge = (first[node] as number) + cell;
			const gained = points[edge] as number;
			const below = find(child[edge] as number, need - gained);
			if (below.from + gained > from) from = below.from + gained;
			if (below.to + gained < to) to = below.to + gained;
			children.push(below.node);
		}
		return { node: nodes.share(at, children), from, to };
	};

	const root = find(diagram.root, pointsNeeded(diagram, threshold)).node;
	return { root, cells, order, ...nodes.made };
}

/** A node, and the needs (points still missing) for which it is the answer: `from <= need < to`. */
interface NeedInterval {
	node: number;
	from: number;
	to: number;
}

/** The points that are missing at the root; no way has as many as `unreachable`. */
export const pointsNeeded = ({ offset }: Diagram, threshold: number): number =>
	Math.min(Math.max(Math.ceil(threshold - offset), 1 - unreachable), unreachable - 1);

/** By node: every completion says YES when it needs `yes` or less, and NO when it needs more than `no`. */
export function verdictLimits(ranges: NodeRanges, closedToo: boolean) {
	const { open, closed } = ranges;
	if (closedToo) {
		const either = rangesToEither(ranges);
		return { yes: either.min, no: either.max };
	}
	const yes = open.min.map((least, node) =>
		closed.min[node] === unreachable ? least : -unreachable,
	);
	return { yes, no: open.max };
}

function makeVerdictNodes(levels: number) {
	const made = { level: [levels, levels], children: [[], []] as number[][] };
	const numberOf = makeNumbering();
	return {
		made,
		/** The one node with these children; their only child when all are the same. */
		share(at: number, children: number[]): number {
			const only = children[0] as number;
			if (children.every((one) => one === only)) return only;
			const node = YES + 1 + numberOf([at, ...children]);
			if (node === made.level.length) {
				made.level.push(at);
				made.children.push(children);
			}
			return node;
		},
	};
}

/** The facts whose answer can change the verdict for some completion. */
export const decidingFacts = ({ level, order }: VerdictDiagram): Set<number> =>
	new Set(level.slice(YES + 1).map((at) => order[at] as number));
