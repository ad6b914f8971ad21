/** The head of a document: what it is about, what to do, and what a reader must know before the reasons. */
import type { Decision } from "../../core/decision/decision.ts";
import { type Review, reviewMonths, reviewOf } from "../../core/records/review.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { count, labelOf } from "../words.ts";
import { bullets, escapeMarkdown, sourceLink } from "./escape.ts";

/** Text as a heading: markdownlint wants no mark at its end. */
export const titleOf = (text: string): string =>
	escapeMarkdown(text.trim().replace(/[.,;:!\s]+$/, ""));

/** What the project is called, or else what to do. */
export const headingOf = ({ title, headline }: Decision): string =>
	titleOf(title ?? "") || titleOf(headline);

export const sayHeadline = ({ headline, summary }: Decision): string =>
	`**${escapeMarkdown(headline)}** ${escapeMarkdown(summary)}`;

/** A day that can stand in a document; an answers file may hold anything. */
export const dayOf = (asOf: string | undefined): string | undefined =>
	asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined;

/** Who decides is for the team to say; until then it is the team. */
export const owner = "the project team";

/** Nobody has accepted it yet, and without a day that was asked for it has none. */
export function statusList(decision: Decision, rules: RuleSet, asOf: string | undefined): string {
	const day = dayOf(asOf);
	return bullets([
		"Status: proposed",
		...(day ? [`Date: ${day}`] : []),
		`Owner: ${owner}`,
		sayReview(decision, rules, day),
	]);
}

/** `Review by: 2027-05-22 (default review interval for a tentative decision)`. */
export function sayReview(decision: Decision, rules: RuleSet, day: string | undefined): string {
	const review = reviewOf(rules, decision, day);
	if (review) return `Review by: ${review.day} (${sayWhy(review, decision)})`;
	return `Review: after ${count(reviewMonths(decision), "month")} (${sayInterval(decision)})`;
}

function sayWhy({ because }: Review, decision: Decision): string {
	if (because === "interval") return sayInterval(decision);
	return because === "retiring" ? "the model retires" : "what the provider offers changes";
}

const sayInterval = ({ strength, state }: Decision): string =>
	`default review interval for a ${state === "too-early" ? "close" : certainty[strength]} decision`;

const certainty = {
	clear: "clear",
	leaning: "tentative",
	close: "close",
} satisfies Record<Decision["strength"], string>;

/** Answers that cannot both be right, or nothing. */
export const contradictionList = ({ contradictions }: Decision, rules: RuleSet): string[] =>
	contradictions.length === 0
		? []
		: [
				"**Some answers may not fit together.** Check them first:",
				bullets(
					contradictions.map(({ facts, says }) => {
						const named = facts.map((fact) => escapeMarkdown(labelOf(rules, fact))).join(", ");
						return `${escapeMarkdown(says)} (${named})`;
					}),
				),
			];

/** What the provider's state means for this decision, or nothing. */
export const noticeList = ({ notices }: Decision): string[] =>
	notices.length === 0
		? []
		: [
				bullets(
					notices.map(({ says, source }) => `${escapeMarkdown(says)} (${sourceLink(source)})`),
				),
			];
