/** When a decision is due for another look. */
import type { Decision } from "../decision/decision.ts";
import { eventsOf, type ProviderEvent } from "../decision/provider-notices.ts";
import type { RuleSet } from "../rules/rule-set.ts";

type ProviderRules = Pick<RuleSet, "providers">;

/** A default and no finding: the closer the call, the sooner it is worth another look. */
const months = { clear: 12, leaning: 6, close: 3 } satisfies Record<Decision["strength"], number>;

export const reviewMonths = ({ strength, state }: Decision): number =>
	state === "too-early" ? months.close : months[strength];

/**
 * The dated events that the advice rests on. A team that works on its prompts does not care that a
 * provider stops training, only that the model itself goes.
 */
export const eventsThatMatter = (
	rules: ProviderRules,
	{ notices, verdict }: Decision,
): ProviderEvent[] =>
	eventsOf(rules, notices).filter(
		({ status }) => verdict === "fine-tuning" || status === "retiring",
	);

/** The day of the review, and what makes it that day. */
export interface Review {
	day: string;
	because: "interval" | ProviderEvent["status"];
}

/**
 * The first of all days that call for a review; without the day of the decision, only an event has one.
 *
 * @param asOf the day of the decision, YYYY-MM-DD
 */
export function reviewOf(
	rules: ProviderRules,
	decision: Decision,
	asOf: string | undefined,
): Review | undefined {
	const days: Review[] = eventsThatMatter(rules, decision)
		.filter(({ isAhead }) => isAhead)
		.map(({ date, status }) => ({ day: firstDayOf(date), because: status }));
	if (asOf !== undefined)
		days.push({ day: monthsAfter(asOf, reviewMonths(decision)), because: "interval" });
	return days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
}

/** `2027` and `2027-04` begin on their first day. */
const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The same day some months later; a day that the month lacks is its last one. */
function monthsAfter(day: string, span: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month - 1 + span + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + span, Math.min(date, last)))
		.toISOString()
		.slice(0, 10);
}
