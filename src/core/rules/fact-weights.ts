/** How much each fact can move the total. */
import { factsOf } from "./formula.ts";
import type { CompiledScore, RuleSet } from "./rule-set.ts";

/** A point in parts that nearly every number of facts divides: sums of whole numbers are exact. */
const wholePoint = 5040;

/** By fact number: what its ladders span, and its share of each rule that names it. They are for comparing: the unit is a part of a point. */
export function factWeights(
	{ domains }: Pick<RuleSet, "domains">,
	scores: readonly CompiledScore[],
): number[] {
	const weights = domains.map(() => 0);
	const add = (fact: number, points: number) => {
		weights[fact] = (weights[fact] as number) + Math.round(points * wholePoint);
	};
	for (const { weight, ladders, rules } of scores) {
		for (const { fact, steps } of ladders) {
			const points = steps.map((step) => step.points);
			add(fact, weight * (Math.max(...points) - Math.min(...points)));
		}
		for (const { when, points } of rules) {
			const facts = new Set(factsOf(when));
			for (const fact of facts) add(fact, (weight * Math.abs(points)) / facts.size);
		}
	}
	return weights;
}
