/** Facts whose answer alone turns the verdict. */

import { type Cells, listCells } from "../answers/domain.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { edgesOf, rangeAt, type Sweep, walkAlong } from "../diagram/ranges.ts";
import { rangesByCell } from "../diagram/ranges-by-cell.ts";
import { weigh } from "./judge.ts";

export function turningAlone(
	joint: Diagram,
	masks: readonly Cells[],
	{ threshold, sweep, facts }: { threshold: number; sweep: Sweep; facts: ReadonlySet<number> },
): Set<number> {
	const edges = edgesOf(joint, masks);
	const rangesAt = rangesByCell(joint, masks, sweep);
	const { verdict } = weigh(
		{
			open: rangeAt(sweep.open, joint.root, joint.offset),
			closed: rangeAt(sweep.closed, joint.root, joint.offset),
		},
		walkAlong(joint, edges),
		threshold,
	);
	const turns = (level: number, cell: number): boolean => {
		const known = walkAlong(joint, edges.with(level, cell));
		return weigh(rangesAt(level, cell), known, threshold).verdict !== verdict;
	};
	const found = joint.order.filter(
		(fact, level) =>
			facts.has(fact) && listCells(masks[fact] as Cells).some((cell) => turns(level, cell)),
	);
	return new Set(found);
}
