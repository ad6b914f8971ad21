/**
 * The verdict as a plain decision diagram, for the answers that are still possible:
 * YES where the total reaches the threshold on a way that ends open. It is reduced, so
 * a fact that labels a node can change the verdict for some completion, and no other can.
 */

import { CLOSED, type Diagram, OPEN } from "./diagram.ts";
import { type Cells, listCells } from "./domain.ts";
import { endsOf } from "./ranges.ts";

export const NO = 0;
export const YES = 1;

export interface VerdictDiagram {
	root: number;
	/** By node: its level, the children by allowed cell, and the share of completions that say YES. */
	level: number[];
	children: number[][];
	share: number[];
	/** The allowed cells of each level. */
	cells: number[][];
	order: readonly number[];
}

/** A node, and the needs (points still missing) for which it is the answer: `from <= need < to`. */
interface Known {
	node: number;
	from: number;
	to: number;
}

export interface Aim {
	threshold: number;
	/** Whether closed ways count as well: then it is the outlook, not the verdict. */
	closedToo?: boolean;
}

export function buildVerdictDiagram(
	diagram: Diagram,
	masks: readonly Cells[],
	{ threshold, closedToo = false }: Aim,
): VerdictDiagram {
	const open = endsOf(diagram, masks, OPEN);
	const closed = endsOf(diagram, masks, CLOSED);
	const cells = diagram.order.map((fact) => listCells(masks[fact] as Cells));
	const result: VerdictDiagram = {
		root: NO,
		level: [diagram.order.length, diagram.order.length],
		children: [[], []],
		share: [0, 1],
		cells,
		order: diagram.order,
	};
	const known: Known[][] = diagram.level.map(() => []);
	const unique = new Map<string, number>();

	/** Every completion says YES from `yes` down, every completion says NO above `no`. */
	const limits = (node: number) => {
		const hasClosed = (closed.min[node] as number) !== Number.POSITIVE_INFINITY;
		const { min, max } = open;
		if (closedToo)
			return {
				yes: Math.min(min[node] as number, closed.min[node] as number),
				no: Math.max(max[node] as number, closed.max[node] as number),
			};
		return {
			yes: hasClosed ? Number.NEGATIVE_INFINITY : (min[node] as number),
			no: max[node] as number,
		};
	};

	const find = (node: number, need: number): Known => {
		const { yes, no } = limits(node);
		if (need <= yes) return { node: YES, from: Number.NEGATIVE_INFINITY, to: yes + 1 };
		if (need > no) return { node: NO, from: no + 1, to: Number.POSITIVE_INFINITY };
		const seen = known[node] as Known[];
		for (const one of seen) if (need >= one.from && need < one.to) return one;
		const level = diagram.level[node] as number;
		let from = Number.NEGATIVE_INFINITY;
		let to = Number.POSITIVE_INFINITY;
		const children = (cells[level] as number[]).map((cell) => {
			const gained = diagram.points[node]?.[cell] as number;
			const below = find(diagram.children[node]?.[cell] as number, need - gained);
			from = Math.max(from, below.from + gained);
			to = Math.min(to, below.to + gained);
			return below.node;
		});
		const made = { node: share(level, children), from, to };
		seen.push(made);
		return made;
	};

	const share = (level: number, children: number[]): number => {
		const first = children[0] as number;
		if (children.every((child) => child === first)) return first;
		const key = `${level}|${children.join()}`;
		let node = unique.get(key);
		if (node === undefined) {
			node = result.level.push(level) - 1;
			result.children.push(children);
			let sum = 0;
			for (const child of children) sum += result.share[child] as number;
			result.share.push(sum / children.length);
			unique.set(key, node);
		}
		return node;
	};

	result.root = find(diagram.root, threshold - diagram.offset).node;
	return result;
}

/** The facts whose answer can change the verdict for some completion. */
export const decidingFacts = ({ level, order }: VerdictDiagram): Set<number> =>
	new Set(level.slice(YES + 1).map((at) => order[at] as number));
