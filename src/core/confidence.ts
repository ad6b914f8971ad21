/** How likely the outlook is right: from the margin of the total and the share of completions that agree. */
import type { Decision } from "./decision.ts";
import type { Judgement } from "./judge.ts";
import type { RuleSet } from "./rule-set.ts";

const least = 0.5;
const most = 0.97;

/** A logistic curve whose coefficients come from the rule set; never 0, never 1. */
export function confidenceOf(
	{ verdict }: RuleSet,
	{ total, outlook, completions }: Judgement & Pick<Decision, "completions">,
): number {
	const { base, margin, share } = verdict.confidence;
	const tune = completions?.outlook ?? 0.5;
	const agree = outlook === "fine-tuning" ? tune : 1 - tune;
	// The threshold itself is fine-tuning: half a point makes both sides alike.
	const distance = Math.abs(total.points - verdict.threshold + 0.5);
	const score = base + margin * distance + share * (agree - 0.5);
	const chance = 1 / (1 + Math.exp(-score));
	return Number(Math.min(most, Math.max(least, chance)).toFixed(2));
}

export function strengthOf({ verdict }: RuleSet, confidence: number): Decision["strength"] {
	if (confidence >= verdict.strength.clear) return "clear";
	return confidence >= verdict.strength.leaning ? "leaning" : "close";
}
