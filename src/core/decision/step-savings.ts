/** What a step saves a month, where the costs tell it. */
import { type Answers, isKnown } from "../answers/answers.ts";
import type { CostComparison } from "../cost/compare-costs.ts";
import { tidyNumbers } from "../cost/tidy-numbers.ts";
import type { WayId } from "../cost/way.ts";
import type { Measure } from "../measure.ts";
import { own } from "../own.ts";
import type { Decision } from "./decision.ts";

type Step = Decision["steps"][number];

/** Adds the saving to each step that has one; where a way costs more, nothing is said. */
export const withSavings = (
	steps: readonly Omit<Step, "saving">[],
	costs: CostComparison | undefined,
	answers: Answers,
): Step[] =>
	steps.map((step) => ({
		...step,
		saving: (costs && savingOf(step.measure, costs, answers)) ?? null,
	}));

function savingOf(
	measure: Measure,
	{ ways, savings, payback }: CostComparison,
	answers: Answers,
): Step["saving"] {
	const isTuned = tuned.includes(measure);
	const found = isTuned
		? payback && { way: payback.way, perMonth: payback.saving, against: payback.against }
		: cheaperWays(measure, answers)
				.flatMap((id) => savings.find(({ way }) => way === id) ?? [])
				.map(({ way, perMonth }) => ({ way, perMonth, against: "prompting" as const }))[0];
	const base = ways.find(({ id }) => id === found?.against);
	if (!found || !base || found.perMonth.usual <= 0) return null;
	return tidyNumbers({ ...found, of: base.perMonth });
}

const tuned: readonly Measure[] = ["pilot", "distil"];

/** The ways that such a step takes; the first of them that there is a price for counts. */
function cheaperWays(measure: Measure, answers: Answers): readonly WayId[] {
	if (measure === "smaller-model") return ["smaller-model"];
	if (measure !== "caching") return [];
	const is = (fact: string, value: string) => {
		const answer = own(answers, fact);
		return isKnown(answer) && answer.value === value;
	};
	// A backlog can wait for a batch, and somebody who waits a second cannot.
	if (is("run", "one-off")) return ["prompting-batch", "prompting-cached"];
	return is("latency", "strict")
		? ["prompting-cached", "prompting-trimmed"]
		: ["prompting-cached", "prompting-batch", "prompting-trimmed"];
}
