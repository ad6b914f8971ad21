/** How much each fact counts when cases are compared. */
import { type Domain, isComputed } from "../answers/domain.ts";
import { own } from "../own.ts";
import { factWeights } from "../rules/fact-weights.ts";
import type { RuleSet } from "../rules/rule-set.ts";

/** The kind of work. It chooses which cases come first, so it is known by name. */
export const workFact = "work";

/**
 * Facts that score no points and still tell projects apart, as shares of all that scores:
 * the kinds of work and of input as much as the heaviest fact, a backlog or a running service
 * as much as a middling one.
 */
const unscored: Record<string, number> = { [workFact]: 0.1, modality: 0.1, run: 0.05 };

export const isUnscored = (fact: string): boolean => Object.hasOwn(unscored, fact);

/** By fact number: the weight of the fact in the scores, or else its share of them. Whole numbers. */
export function caseWeights(rules: Pick<RuleSet, "domains" | "scores">): number[] {
	// No case tells what is computed.
	const scored = factWeights(rules, rules.scores).map((weight, fact) =>
		isComputed(rules.domains[fact] as Domain) ? 0 : weight,
	);
	const all = scored.reduce((sum, weight) => sum + weight, 0);
	return rules.domains.map(({ fact, kind }, index) => {
		const weight = scored[index] as number;
		if (weight > 0 || kind === "text") return weight;
		return Math.round(all * (own(unscored, fact) ?? 0));
	});
}
