/** One decision, as a run that is soon over makes it. */
import type { Answers } from "../core/answers.ts";
import { type DecideOptions, decide } from "../core/decide.ts";
import type { Decision } from "../core/decision.ts";
import { preparedUnknowns } from "../core/packed-diagrams.ts";
import type { RuleSet } from "../core/rule-set.ts";
import type { World } from "./world.ts";

export async function decideOnce(
	world: Pick<World, "doOnce">,
	rules: RuleSet,
	answers: Answers,
	options?: DecideOptions,
): Promise<Decision> {
	const work = () => decide(rules, answers, options);
	return isMuchUnknown(rules, answers) ? world.doOnce(work) : work();
}

/** The less is known, the more a decision has to count; unless the build has. */
const isMuchUnknown = (rules: RuleSet, answers: Answers): boolean =>
	Object.keys(answers).length < Object.keys(rules.questions).length * 0.4 &&
	!preparedUnknowns(rules, answers);
