/** Answers that cannot both be right, as the rule set knows them. */
import type { Answers } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { isCertain } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";

export const findContradictions = (
	{ contradictions }: RuleSet,
	masks: readonly Cells[],
	answers: Answers,
): Decision["contradictions"] =>
	contradictions
		.filter(({ condition }) => isCertain(condition, masks))
		.map(({ facts, says }) => ({ facts, says: fillAnswers(says, answers) }));
