/** A published case: what was known, what came of it, where it is written, and what the rules make of it. */

import { type Answers, parseAnswers } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { PublishedCase } from "../../core/cases/case-file.ts";
import { decide } from "../../core/decision/decide.ts";
import { own } from "../../core/own.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { labelOf, sideNames } from "../words.ts";
import type { Section } from "./explain.ts";

const caseKinds = {
	industry: "A team's own decision",
	paper: "A study that compared both on one task",
} satisfies Record<PublishedCase["kind"], string>;

const compared = {
	both: "both were measured or tried",
	shipped: "one was shipped, and its success was reported",
} satisfies Record<PublishedCase["compared"], string>;

const confirmed = {
	original: "Read in the original source.",
	part: "Only the abstract, opening or figures were read.",
	summary: "Read in someone else's summary.",
} satisfies Record<PublishedCase["confirmed"], string>;

/** Sections about the case of this id, if there is one. */
export function explainCase(
	rules: RuleSet,
	id: string,
	cases: readonly PublishedCase[],
): Section[] {
	const found = cases.find((published) => published.id === id);
	if (!found) return [];
	const { title, kind, source, outcome, measured, why } = found;
	const answers = caseAnswers(rules, found);
	return [
		{
			title: `${id}, a published case. ${title}.`,
			lines: [`${caseKinds[kind]}; ${compared[found.compared]}.`],
		},
		{
			title: `Outcome: ${sideNames[outcome]}`,
			lines: [measured, `Why, according to the source: ${why}`],
		},
		{
			title: "What was known beforehand",
			lines: Object.keys(answers).map(
				(fact) => `${labelOf(rules, fact)}: ${formatAnswer(own(answers, fact))}`,
			),
		},
		{ title: "What these rules say", lines: [ourView(rules, answers, outcome)] },
		{
			title: `Source: ${source.who}`,
			lines: [
				`${source.title} (${source.year})`,
				source.url,
				`${confirmed[found.confirmed]}${memory(found)}`,
			],
		},
	];
}

const memory = ({ "from-memory": what }: PublishedCase): string =>
	what === undefined ? "" : ` Written from memory: ${what}.`;

/** Another rule set may not have all the facts of a case. */
function caseAnswers({ questions }: RuleSet, { id, facts }: PublishedCase): Answers {
	return Object.entries(facts).reduce<Answers>((all, [fact, value]) => {
		const read = parseAnswers(questions, [{ fact, value, from: id }]);
		return read.ok ? Object.assign(all, read.value) : all;
	}, {});
}

function ourView(rules: RuleSet, answers: Answers, outcome: PublishedCase["outcome"]): string {
	const { outlook, confidence } = decide(rules, answers);
	const match =
		outlook === outcome ? "This matches the outcome" : "This does not match the outcome";
	return `The facts point to ${sideNames[outlook]}, with a confidence of ${confidence}. ${match}.`;
}
