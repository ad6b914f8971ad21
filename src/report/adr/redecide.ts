/** When a decision is worth taking again: days, changes, and answers that are still missing. */
import { listed } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { redecideBy } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { decidingQuestions, sayFlip } from "../sentences.ts";
import { count, labelOf, sideNames } from "../words.ts";

/** Our habit and no finding: the closer the call, the sooner it is worth another look. */
const months = { clear: 12, leaning: 6, close: 3 } satisfies Record<Decision["strength"], number>;

export function redecide(decision: Decision, rules: RuleSet, asOf: string | undefined): string[] {
	const span = count(months[decision.strength], "month");
	const habit = `our habit for a decision that is ${strengthPhrases[decision.strength]}`;
	const event = redecideBy(rules, decision.notices);
	const later = asOf && daysAhead(asOf, months[decision.strength]);
	const latest =
		event && (!later || event <= later)
			? `Latest on **${event}**, when what the provider offers changes; sooner when:`
			: later && `Latest on **${later}**, ${span} on (${habit}); sooner when:`;
	return [
		latest || "When one of these happens:",
		bullets([
			...(later ? [] : [`${span} have passed: ${habit}.`]),
			...decision.flips.map(
				(flip) =>
					`An answer changes: it would turn to ${sideNames[flip.verdict]} if ${escapeMarkdown(sayFlip(flip, rules))}.`,
			),
			...openAnswers(decision, rules),
			"The rule set has a newer edition, or the provider, the model or its price changes.",
		]),
	];
}

const strengthPhrases = {
	clear: "clear",
	leaning: "no more than a leaning",
	close: "a close call",
} satisfies Record<Decision["strength"], string>;

function openAnswers(decision: Decision, rules: RuleSet): string[] {
	const { alone, together } = decidingQuestions(decision);
	const named = (alone.length > 0 ? alone : together).map(({ fact }) =>
		escapeMarkdown(labelOf(rules, fact)),
	);
	if (decision.settled || named.length === 0) return [];
	const [one, all] = alone.length > 0 ? ["it can change it alone", "each can change it alone"] : [];
	const how = (named.length === 1 ? one : all) ?? "together they can change it";
	return [`An answer becomes known, above all for ${listed(named, "or")}: ${how}.`];
}

/** The same day some months later; a day that the month lacks is its last one. */
function daysAhead(day: string, span: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month - 1 + span + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + span, Math.min(date, last)))
		.toISOString()
		.slice(0, 10);
}
