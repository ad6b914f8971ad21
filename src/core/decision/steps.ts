/** The next steps that fit: first what this project needs first, then now before later, in the order of the file. */
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { isCertain } from "../rules/formula.ts";
import type { CompiledStep, RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import { daysBetween } from "./provider-notices.ts";

export const phases = ["now", "next", "later"] as const;

type Known = Pick<Decision, "verdict" | "outlook" | "strength" | "state" | "gates" | "answers"> & {
	masks: readonly Cells[];
	/** The day on which the named model retires. */
	retires?: string | undefined;
	asOf: string;
};

export function chooseSteps(
	{ steps }: RuleSet,
	known: Known,
): Omit<Decision["steps"][number], "saving">[] {
	const placed = steps
		.filter((step) => fits(step, known))
		.map((step) => {
			const isFirst = step.retiring || isCertain(step.first, known.masks);
			const when: Decision["steps"][number]["when"] = isFirst ? "now" : step.phase;
			return { step, when, place: isFirst ? -1 : phases.indexOf(when) };
		});
	return placed
		.sort((a, b) => a.place - b.place)
		.map(
			({
				step: { id, measure, retiring, title, do: todo, why, effort, stop, sources = [] },
				when,
			}) => ({
				id,
				measure,
				title: retiring
					? fillAnswers(title.replace("{when}", lastDay(known)), known.answers)
					: title,
				do: todo,
				why: fillAnswers(why, known.answers),
				effort,
				stop,
				when,
				sources,
			}),
		);
}

const lastDay = ({ retires = "", asOf }: Known): string =>
	daysBetween(asOf, retires) > 0 ? `before ${retires}` : "now";

/** Where nothing is wrong there is nothing to improve, unless the model goes away. */
function isOfState({ retiring, state }: CompiledStep, known: Known): boolean {
	if (retiring) return known.retires !== undefined;
	return state ? state === known.state : known.state !== "keep";
}

/** Where the two sides are nearly even, work on the prompts is still worth it. */
const isOfVerdict = ({ verdict }: CompiledStep, known: Known): boolean =>
	!verdict ||
	verdict === known.verdict ||
	(known.state === "too-early" && verdict === "prompt-engineering");

const fits = (step: CompiledStep, known: Known): boolean =>
	isOfState(step, known) &&
	isOfVerdict(step, known) &&
	(!step.outlook || step.outlook === known.outlook) &&
	(!step.strength || step.strength === known.strength) &&
	!known.gates.some(({ id, state }) => id === step.gate && state === "open") &&
	isCertain(step.condition, known.masks);
