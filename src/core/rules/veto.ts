/** Rules that no total outweighs. */

import type { Cells } from "../answers/domain.ts";
import { any, type Formula, isCertain } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

type Scores = Pick<RuleSet, "scores">;

/** Holds where the outlook is prompt engineering, whatever the total. */
export const vetoOf = ({ scores }: Scores): Formula =>
	any(scores.flatMap(({ rules }) => rules.filter(({ veto }) => veto).map(({ when }) => when)));

export const hasVeto = ({ scores }: Scores): boolean =>
	scores.some(({ rules }) => rules.some(({ veto }) => veto));

export const isVetoed = (rules: Scores, masks: readonly Cells[]): boolean =>
	isCertain(vetoOf(rules), masks);

/**
 * Points that take any total below the threshold. Where a veto holds, diagrams and programs count
 * them as well: then the outlook is a matter of the sum again, and every exact statement about sums
 * holds for vetoes too. The total that people read leaves them out.
 */
export function vetoPoints({ scores, verdict }: Pick<RuleSet, "scores" | "verdict">): number {
	const most = scores.reduce((sum, { weight, ladders, rules }) => {
		const steps = ladders.map(({ steps }) => Math.max(...steps.map(({ points }) => points)));
		const gains = rules.map(({ points }) => Math.max(0, points));
		return sum + weight * [...steps, ...gains].reduce((all, points) => all + points, 0);
	}, 0);
	return -Math.max(1, most - verdict.threshold + 1);
}
