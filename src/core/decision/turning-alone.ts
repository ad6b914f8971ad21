/** Facts whose answer alone turns the verdict. */

import { type Cells, listCells } from "../answers/domain.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { answeredEdges, knownTotalAlong, type NodeRanges, rangeAt } from "../diagram/ranges.ts";
import { rangesByCell } from "../diagram/ranges-by-cell.ts";
import { conclude } from "./judge.ts";

export function turningAlone(
	joint: Diagram,
	masks: readonly Cells[],
	{
		threshold,
		ranges,
		facts,
	}: { threshold: number; ranges: NodeRanges; facts: ReadonlySet<number> },
): Set<number> {
	const edges = answeredEdges(joint, masks);
	const rangesAt = rangesByCell(joint, masks, ranges);
	const { verdict } = conclude(
		{
			open: rangeAt(ranges.open, joint.root, joint.offset),
			closed: rangeAt(ranges.closed, joint.root, joint.offset),
		},
		knownTotalAlong(joint, edges),
		threshold,
	);
	const turns = (level: number, cell: number): boolean => {
		const known = knownTotalAlong(joint, edges.with(level, cell));
		return conclude(rangesAt(level, cell), known, threshold).verdict !== verdict;
	};
	const found = joint.order.filter(
		(fact, level) =>
			facts.has(fact) && listCells(masks[fact] as Cells).some((cell) => turns(level, cell)),
	);
	return new Set(found);
}
