/** How likely the outlook is right: from what speaks for it, what speaks against it, and what is open. */

import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import type { Judgement } from "./judge.ts";

/** What a confidence rests on. */
export interface ConfidenceInputs {
	/** How far the total is from where the outlook turns. */
	margin: number;
	/** All points that count, for and against. */
	weight: number;
	/** The share of completions with the same outlook. */
	agree: number;
}

type Curve = RuleSet["verdict"]["confidence"];

const least = 0.5;
// What a rule set leaves out: few points never count as one voice, and nothing is certain.
const doubtUnlessTold = 4;
const mostUnlessTold = 0.95;

export function confidenceInputs(
	{ scores: rules, verdict }: Pick<RuleSet, "scores" | "verdict">,
	{
		total,
		scores,
		outlook,
		completions,
	}: Pick<Judgement, "total" | "scores" | "outlook"> & Pick<Decision, "completions">,
): ConfidenceInputs {
	const tune = completions?.outlook ?? 0.5;
	const weights = scores.map(({ fired }, index) =>
		fired.reduce((sum, { points }) => sum + Math.abs(points) * (rules[index]?.weight ?? 1), 0),
	);
	return {
		margin: marginOf(total.points, verdict),
		weight: weights.reduce((sum, weight) => sum + weight, 0),
		agree: outlook === "fine-tuning" ? tune : 1 - tune,
	};
}

/** The threshold itself is fine-tuning: half a point makes both sides alike. */
export const marginOf = (points: number, { threshold }: RuleSet["verdict"]): number =>
	Math.abs(points - threshold + 0.5);

/**
 * The margin as a share of all that was said, with some doubt added. A margin that no
 * reason made is the rule set's own leaning, and says nothing of these answers.
 */
export const marginShare = (
	{ margin, weight }: ConfidenceInputs,
	doubt = doubtUnlessTold,
): number => Math.min(margin, weight) / (weight + doubt);

/** A logistic curve whose coefficients come from the rule set; never 0, never 1. */
export function probabilityOf(curve: Curve, inputs: ConfidenceInputs): number {
	const { base, margin, share, doubt, most = mostUnlessTold } = curve;
	const score = base + margin * marginShare(inputs, doubt) + share * (inputs.agree - 0.5);
	return Math.min(most, Math.max(least, 1 / (1 + Math.exp(-score))));
}

export const confidenceFrom = ({ verdict }: RuleSet, inputs: ConfidenceInputs): number =>
	Number(probabilityOf(verdict.confidence, inputs).toFixed(2));

export function strengthOf({ verdict }: RuleSet, confidence: number): Decision["strength"] {
	if (confidence >= verdict.strength.clear) return "clear";
	return confidence >= verdict.strength.leaning ? "leaning" : "close";
}
