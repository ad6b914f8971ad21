/** What a ladder says: every cell of its fact stands on one step, and the step nearest to zero counts. */
import type { Cells } from "../answers/domain.ts";
import type { CompiledLadder } from "./rule-set.ts";

type LadderStep = CompiledLadder["steps"][number];

/** The points of each cell of the ladder's fact. */
export const pointsByCell = ({ stepOf, steps }: CompiledLadder): number[] =>
	stepOf.map((step) => steps[step]?.points ?? 0);

/**
 * The step that counts for an answer: the one nearest to zero among those still possible, so that a
 * further answer can only add to it. None while the possible steps do not all speak for one side.
 */
export function countingStep(
	{ stepOf, steps }: CompiledLadder,
	answer: Cells,
): LadderStep | undefined {
	const possible = stepOf
		.filter((_, cell) => answer & (1 << cell))
		.map((step) => steps[step] as LadderStep);
	const nearest = possible.reduce((a, b) => (Math.abs(b.points) < Math.abs(a.points) ? b : a));
	const agree = possible.every(({ points }) => points * nearest.points > 0);
	return agree || new Set(possible).size === 1 ? nearest : undefined;
}
