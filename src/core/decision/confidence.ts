/** How likely the outlook is right: the further the total is from where it turns, the surer. */
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import type { Judgement } from "./judge.ts";

/** What a confidence rests on. */
export interface ConfidenceInputs {
	/** How far the total is from where the outlook turns; none where a veto overrules it. */
	margin: number;
	/** Whether a veto holds. */
	isVetoed: boolean;
}

export type Curve = RuleSet["verdict"]["confidence"];

const least = 0.5;

export function confidenceInputs(
	{ scores: rules, verdict }: Pick<RuleSet, "scores" | "verdict">,
	{ total, scores, isVetoed }: Pick<Judgement, "total" | "scores" | "isVetoed">,
): ConfidenceInputs {
	const said = scores.reduce(
		(sum, { fired }, index) =>
			sum + saidBy(fired.map(({ points }) => points)) * (rules[index]?.weight ?? 1),
		0,
	);
	return { margin: marginOf({ total: total.points, said, isVetoed }, verdict), isVetoed };
}

const saidBy = (points: number[]): number => points.reduce((sum, some) => sum + Math.abs(some), 0);

/**
 * The threshold itself is fine-tuning: half a point makes both sides alike. A margin that no
 * reason made is the rule set's own leaning, and says nothing of these answers.
 */
export const marginOf = (
	{ total, said, isVetoed }: { total: number; said: number; isVetoed: boolean },
	{ threshold }: Pick<RuleSet["verdict"], "threshold">,
): number =>
	isVetoed && total >= threshold ? 0 : Math.min(Math.abs(total - threshold + 0.5), said);

/**
 * A logistic curve through the coin: never 0, never 1, and never lower for a wider margin. A veto is
 * as sure as it proved to be, and surer where the total agrees.
 */
export function confidenceAt(
	{ point, most, vetoed = most }: Curve,
	{ margin, isVetoed }: ConfidenceInputs,
): number {
	const chance = Math.max(isVetoed ? vetoed : 0, 1 / (1 + Math.exp(-point * margin)));
	return Number(Math.min(most, Math.max(least, chance)).toFixed(2));
}

export function strengthOf({ verdict }: RuleSet, confidence: number): Decision["strength"] {
	if (confidence >= verdict.strength.clear) return "clear";
	return confidence >= verdict.strength.leaning ? "leaning" : "close";
}
