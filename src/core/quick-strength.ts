/** How sure the outlook is, with the share of completions counted only where it tells. */
import { confidenceFrom, marginOf, strengthOf } from "./confidence.ts";
import type { Decision } from "./decision.ts";
import type { Diagram } from "./diagram.ts";
import type { Cells } from "./domain.ts";
import { makeOutlookShare, type OutlookShare } from "./outlook-share.ts";
import type { Range } from "./ranges.ts";
import type { RuleSet } from "./rule-set.ts";

type Strength = Decision["strength"];

export const strengths: readonly Strength[] = ["close", "leaning", "clear"];

/** Points that are kept in mind: rules with large ones know no end of them. */
const mostKept = 10_000;

export interface Known {
	/** The total, and the same without signs. */
	points: number;
	said: number;
	/** Whether the outlook is fine-tuning. */
	outlook: boolean;
}

/** @returns the place in {@link strengths} of what `strengthOf` says */
export function makeStrengths(rules: RuleSet, joint: Diagram) {
	let shareOf: OutlookShare | undefined;
	/** By points: at most and at least, when all completions agree and when none does. */
	const ends = new Map<number, Strength[]>();
	const strengthAt = ({ points, said }: Known, agree: number): Strength => {
		const margin = marginOf(points, rules.verdict);
		return strengthOf(rules, confidenceFrom(rules, { margin, weight: said, agree }));
	};
	return (known: Known, cells: () => Cells[]): number => {
		const key = known.points * 2 ** 26 + known.said;
		const both = ends.get(key) ?? [strengthAt(known, 0), strengthAt(known, 1)];
		if (ends.size > mostKept) ends.clear();
		ends.set(key, both);
		const [least, most] = both as [Strength, Strength];
		if (least === most) return strengths.indexOf(most);
		// Made when it is first asked: it takes longer than many decisions.
		shareOf ??= makeOutlookShare(rules, joint);
		const strengthFor = (tune: number) => strengthAt(known, known.outlook ? tune : 1 - tune);
		// Between shares of the same strength there is no other.
		const isEnough = ({ min, max }: Range) => strengthFor(min) === strengthFor(max);
		return strengths.indexOf(strengthFor(shareOf(cells(), isEnough) ?? 0.5));
	};
}
