/** What it takes to evaluate the conditions of a rule set. */
import { sizeOf } from "../answers/domain.ts";
import { formatCount } from "../answers/numbers.ts";
import { mostConditionTests } from "../limits.ts";
import type { Place, Problem } from "../problems.ts";
import { type Formula, testsOf } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

/** A test is made some times for one answer: for and against, with the lists that tell which to make. */
export const stepsOfTest = 5;

type Conditions = Pick<RuleSet, "domains" | "scores" | "gates" | "steps" | "promises">;

/** Where a condition is named in a rule set, and the condition. */
function* conditionsIn(rules: Conditions): Generator<[string[], Formula]> {
	for (const score of rules.scores)
		for (const { id, when } of score.rules) yield [["scores", score.id, "rules", id], when];
	for (const { id, when } of rules.gates) yield [["gates", id], when];
	for (const { id, condition, first } of rules.steps) {
		yield [["steps", id], condition];
		yield [["steps", id], first];
	}
	for (const [place, { when }] of rules.promises.entries()) yield [["promises", `${place}`], when];
}

function testsByCondition(rules: Conditions) {
	const sizes = rules.domains.map(sizeOf);
	return [...conditionsIn(rules)].map(([name, when]) => ({ name, tests: testsOf(when, sizes) }));
}

/** The tests of all conditions while nothing is known. */
export const countTests = (rules: Conditions): number =>
	testsByCondition(rules).reduce((sum, { tests }) => sum + tests, 0);

/** A problem when all conditions together take too many tests for an answer to come soon. */
export function findTooEntangled(
	rules: Conditions,
	locate: (name: readonly string[]) => Place,
): Problem[] {
	const all = testsByCondition(rules);
	const total = all.reduce((sum, { tests }) => sum + tests, 0);
	if (total <= mostConditionTests) return [];
	const worst = all.reduce((a, b) => (b.tests > a.tests ? b : a));
	return [
		{
			code: "too-entangled",
			message: `The conditions need ${formatCount(total)} comparisons before any fact is known (${worst.name.at(-1)} alone needs ${formatCount(worst.tests)}); the limit is ${formatCount(mostConditionTests)}.`,
			hint: "A condition with facts in several branches is tested in every combination. Split it into rules that name each fact once.",
			at: locate(worst.name),
		},
	];
}
