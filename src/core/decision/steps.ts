/** The next steps that fit: first what this project needs first, then now before later, in the order of the file. */
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { isCertain } from "../rules/formula.ts";
import type { CompiledStep, RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";

export const phases = ["now", "next", "later"] as const;

type Known = Pick<Decision, "verdict" | "outlook" | "strength" | "state" | "gates" | "answers"> & {
	masks: readonly Cells[];
};

export function chooseSteps({ steps }: RuleSet, known: Known): Decision["steps"] {
	const placed = steps
		.filter((step) => fits(step, known))
		.map((step) => {
			const isFirst = isCertain(step.first, known.masks);
			const when: Decision["steps"][number]["when"] = isFirst ? "now" : step.phase;
			return { step, when, place: isFirst ? -1 : phases.indexOf(when) };
		});
	return placed
		.sort((a, b) => a.place - b.place)
		.map(({ step: { id, measure, title, do: todo, why, effort, stop, sources = [] }, when }) => ({
			id,
			measure,
			title,
			do: todo,
			why: fillAnswers(why, known.answers),
			effort,
			stop,
			when,
			sources,
		}));
}

/** Where nothing is wrong there is nothing to improve: only steps made for that state are shown. */
const fits = (step: CompiledStep, known: Known): boolean =>
	(step.state ? step.state === known.state : known.state !== "keep") &&
	(!step.verdict || step.verdict === known.verdict) &&
	(!step.outlook || step.outlook === known.outlook) &&
	(!step.strength || step.strength === known.strength) &&
	!known.gates.some(({ id, state }) => id === step.gate && state === "open") &&
	isCertain(step.condition, known.masks);
