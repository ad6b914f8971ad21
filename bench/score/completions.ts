/** The share of all completions of some answers whose total reaches the threshold. */
import { type Diagram, OPEN } from "../../src/core/diagram.ts";
import type { Cells } from "../../src/core/domain.ts";

/** Shares of ways down from a node, by points from `least` up. */
interface Spread {
	least: number;
	shares: Float64Array;
}

/** Visits only what the answers leave possible, so it is quicker than asking for every fact's tilt. */
export function shareAtLeast(diagram: Diagram, masks: readonly Cells[], threshold: number): number {
	const known = new Map<number, Spread>();
	const spreadOf = (node: number): Spread => {
		const before = known.get(node);
		if (before) return before;
		const made = node <= OPEN ? end : join(edgesOf(diagram, masks, node), spreadOf);
		known.set(node, made);
		return made;
	};
	const { least, shares } = spreadOf(diagram.root);
	const from = Math.max(0, threshold - diagram.offset - least);
	return Math.min(
		1,
		shares.slice(from).reduce((sum, share) => sum + share, 0),
	);
}

const end: Spread = { least: 0, shares: Float64Array.of(1) };

type Edge = { child: number; points: number };

function edgesOf(
	{ level, children, points, order }: Diagram,
	masks: readonly Cells[],
	node: number,
): Edge[] {
	const edges: Edge[] = [];
	const allowed = masks[order[level[node] as number] as number] as Cells;
	for (let rest = allowed; rest !== 0; rest &= rest - 1) {
		const cell = 31 - Math.clz32(rest & -rest);
		edges.push({
			child: children[node]?.[cell] as number,
			points: points[node]?.[cell] as number,
		});
	}
	return edges;
}

/** Every edge is as likely as the next. */
function join(edges: Edge[], spreadOf: (node: number) => Spread): Spread {
	const below = edges.map(({ child, points }) => {
		const { least, shares } = spreadOf(child);
		return { least: least + points, shares };
	});
	const least = Math.min(...below.map((spread) => spread.least));
	const most = Math.max(...below.map((spread) => spread.least + spread.shares.length));
	const shares = new Float64Array(most - least);
	for (const spread of below)
		for (let index = 0; index < spread.shares.length; index += 1) {
			const place = spread.least - least + index;
			shares[place] = (shares[place] as number) + (spread.shares[index] as number) / below.length;
		}
	return { least, shares };
}
