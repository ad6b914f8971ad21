/** The interview: asks what is not known yet. */
import type { Answers } from "../core/answers.ts";
import type { RuleSet } from "../core/rule-set.ts";
import type { World } from "./world.ts";

export async function interview(
	_rules: RuleSet,
	given: Answers,
	_world: World,
): Promise<Answers | "interrupted"> {
	return given;
}
