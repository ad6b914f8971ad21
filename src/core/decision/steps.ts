/** The next steps that fit: in the order of the file, what to do now before what comes later. */
import type { Answers } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { isCertain } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";

export const phases = ["now", "next", "later"] as const;

export function chooseSteps(
	rules: RuleSet,
	known: Pick<Decision, "verdict" | "outlook" | "strength"> & {
		masks: Cells[];
		answers: Answers;
	},
): Decision["steps"] {
	const fits = rules.steps.filter(
		({ verdict, outlook, strength, condition }) =>
			(!verdict || verdict === known.verdict) &&
			(!outlook || outlook === known.outlook) &&
			(!strength || strength === known.strength) &&
			isCertain(condition, known.masks),
	);
	return phases.flatMap((phase) =>
		fits
			.filter((step) => step.phase === phase)
			.map(({ id, measure, title, do: todo, why, effort, stop, sources = [] }) => ({
				id,
				measure,
				title,
				do: todo,
				why: fillAnswers(why, known.answers),
				effort,
				stop,
				when: phase,
				sources,
			})),
	);
}
