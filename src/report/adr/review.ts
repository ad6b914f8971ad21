/** When a decision is worth taking again: a day, changes, and answers that are still missing. */
import { listed } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { sayReview } from "../markdown/opening.ts";
import { decidingQuestions, sayFlip } from "../sentences.ts";
import { labelOf, sideNames } from "../words.ts";

export const review = (decision: Decision, rules: RuleSet, day: string | undefined): string[] => [
	`${sayReview(decision, rules, day)}. Look again earlier if something changes:`,
	bullets([
		...decision.flips.map(
			(flip) =>
				`The verdict would be ${sideNames[flip.verdict]} if ${escapeMarkdown(sayFlip(flip, rules))}.`,
		),
		...openAnswers(decision, rules),
		"A newer edition of the rule set, another model or another price may change it, too.",
	]),
];

function openAnswers(decision: Decision, rules: RuleSet): string[] {
	const { alone, together } = decidingQuestions(decision);
	const named = (alone.length > 0 ? alone : together).map(({ fact }) =>
		escapeMarkdown(labelOf(rules, fact)),
	);
	if (decision.settled || named.length === 0) return [];
	const how = alone.length > 0 ? "" : " (only several of them together change the verdict)";
	return [`An answer is still missing: ${listed(named, "or")}${how}.`];
}
