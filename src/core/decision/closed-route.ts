/** Where the named provider no longer trains the named model: what that makes of a decision. */
import { type Answers, isKnown } from "../answers/answers.ts";
import { formatAnswer } from "../answers/format-answer.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import { daysBetween, isOneOf, whatIsNamed } from "./provider-notices.ts";

/** A way to fine-tune that is no longer there. */
export interface ClosedRoute {
	says: string;
	opens: string;
	/** What that makes of answers, whatever was said. */
	means: Answers;
}

/** Days that a pilot and its way into production take: what ends sooner is closed already. */
const leadDays = 90;

/**
 * The named provider takes no more training jobs, or retires the named model, now or before a pilot could
 * be in production: nothing can be fine-tuned there, until another is named.
 *
 * @param asOf the day of the decision, YYYY-MM-DD
 */
export function closedRoute(
	{ providers }: Pick<RuleSet, "providers">,
	answers: Answers,
	asOf: string,
): ClosedRoute | undefined {
	const means = providers["closed-means"] ?? {};
	// Elsewhere the same model may still be offered.
	if (!isKnown(answers.provider)) return undefined;
	const { model, asked } = whatIsNamed(providers, answers);
	for (const { name, alternatives, events } of asked) {
		const end = events.find(({ status, date, models }) => {
			if (daysBetween(asOf, date) > leadDays) return false;
			if (models)
				return status !== "open" && status !== "closing" && isOneOf(model, models, events);
			return status === "closed";
		});
		if (end === undefined) continue;
		const others = alternatives.map((id) => providers.status[id]?.name ?? id);
		return {
			says: sayEnd(name, end, daysBetween(end.date, asOf) < 0),
			opens: `Name another provider or model${others.length > 0 ? `; still open: ${others.join(", ")}` : ""}.`,
			means: Object.fromEntries(
				Object.entries(means).map(([fact, value]) => [fact, { value, from: name }]),
			),
		};
	}
	return undefined;
}

function sayEnd(
	name: string,
	{ status, date }: { status: string; date: string },
	isAhead: boolean,
) {
	if (status === "closed")
		return isAhead
			? `From ${date} you can no longer fine-tune through ${name}, too soon for a pilot to start there.`
			: `Since ${date} you can no longer fine-tune through ${name}.`;
	return isAhead
		? `${name} retires your model on ${date}, and what is fine-tuned from it retires as well.`
		: `${name} has retired your model (${date}), so nothing can be fine-tuned from it.`;
}

/** What was said and no longer holds. */
export function overruled(
	{ questions }: Pick<RuleSet, "questions">,
	said: Answers,
	closed: ClosedRoute | undefined,
): Decision["contradictions"] {
	return Object.entries(closed?.means ?? {}).flatMap(([fact, { value }]) => {
		const answer = own(said, fact);
		if (!closed || !isKnown(answer) || formatAnswer(answer).includes(String(value))) return [];
		const label = questions[fact]?.label ?? fact;
		return {
			facts: ["provider", fact],
			says: `“${formatAnswer(answer)}” no longer holds for the ${label}. ${closed.says}`,
		};
	});
}
