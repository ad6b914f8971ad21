/** A published case: what was known, what came of it, where it is written, and what the rules make of it. */

import { type Answers, masksOf, parseAnswers } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { PublishedCase } from "../../core/cases/case-file.ts";
import { isUnscored } from "../../core/cases/case-weights.ts";
import { decide } from "../../core/decision/decide.ts";
import { judge } from "../../core/decision/judge.ts";
import { diagramsFor } from "../../core/diagram/packed-diagrams.ts";
import { own } from "../../core/own.ts";
import { factsOf } from "../../core/rules/formula.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { capital, labelOf, sideNames } from "../words.ts";
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
} satisfies Record<NonNullable<PublishedCase["confirmed"]>, string>;

/** Figures of the papers that were held back while the rules were written: README.md, "How often it is right". */
const contest =
	"On benchmark contests like this one, no questionnaire does better than chance: these rules agreed with 56% of 52 papers that their authors had not seen. If your choice is this close, run both on your own test set.";

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
	const facts = Object.keys(answers);
	const say = (fact: string) => `${labelOf(rules, fact)}: ${formatAnswer(own(answers, fact))}`;
	return [
		{
			title: `${id}, a published case. ${title}.`,
			lines: [
				`${caseKinds[kind]}; ${compared[found.compared]}.`,
				...facts.filter(isUnscored).map((fact) => `${capital(say(fact))}.`),
			],
		},
		{
			title: `Outcome: ${sideNames[outcome]}`,
			lines: [measured, `Why, according to the source: ${why}`],
		},
		...directionSections(rules, answers, say),
		{
			title: "What these rules say",
			lines: [ourView(rules, answers, outcome), ...(kind === "paper" ? [contest] : [])],
		},
		{
			title: `Source: ${source.who}`,
			lines: [`${source.title} (${source.year})`, source.url, ...checked(found)],
		},
	];
}

function checked({ confirmed: how, "from-memory": memory }: PublishedCase): string[] {
	const parts = [how && confirmed[how], memory && `Written from memory: ${memory}.`];
	const told = parts.filter((part) => part !== undefined).join(" ");
	return told === "" ? [] : [told];
}

/** Another rule set may not have all the facts of a case. */
function caseAnswers({ questions }: RuleSet, { id, facts }: PublishedCase): Answers {
	return Object.entries(facts).reduce<Answers>((all, [fact, value]) => {
		const read = parseAnswers(questions, [{ fact, value, from: id }]);
		return read.ok ? Object.assign(all, read.value) : all;
	}, {});
}

const directions = {
	"fine-tuning": "Known beforehand, pointing to fine-tuning",
	"prompt-engineering": "Known beforehand, pointing to prompt engineering",
	both: "Known beforehand, pointing both ways",
	none: "Known beforehand, scoring nothing here",
};

function directionSections(
	rules: RuleSet,
	answers: Answers,
	say: (fact: string) => string,
): Section[] {
	const directionOf = factDirections(rules, answers);
	return Object.entries(directions).flatMap(([direction, title]) => {
		const facts = Object.keys(answers)
			.filter((fact) => directionOf(fact) === direction)
			// The kind of work is told above.
			.filter((fact) => direction !== "none" || !isUnscored(fact));
		return facts.length > 0 ? [{ title, lines: facts.map(say) }] : [];
	});
}

/** A rule about several facts counts as much for each of them. */
function factDirections(
	rules: RuleSet,
	answers: Answers,
): (fact: string) => keyof typeof directions {
	const masks = masksOf(rules, answers);
	const { scores } = judge(rules, diagramsFor(rules, masks), masks);
	const points = new Map<string, number[]>();
	for (const [index, { fired }] of scores.entries())
		for (const { rule, points: counted } of fired) {
			const facts = "when" in rule ? [...new Set(factsOf(rule.when))] : [rule.fact];
			const each = (counted * (rules.scores[index]?.weight ?? 1)) / facts.length;
			for (const fact of facts) {
				const { fact: name } = rules.domains[fact] as RuleSet["domains"][number];
				if (each !== 0) points.set(name, [...(points.get(name) ?? []), each]);
			}
		}
	return (fact) => {
		const sum = points.get(fact)?.reduce((total, each) => total + each, 0);
		if (sum === undefined) return "none";
		return Math.abs(sum) < 1e-9 ? "both" : sum > 0 ? "fine-tuning" : "prompt-engineering";
	};
}

function ourView(rules: RuleSet, answers: Answers, outcome: PublishedCase["outcome"]): string {
	const { outlook, confidence } = decide(rules, answers);
	const end =
		outlook === outcome ? "which matches the outcome" : `but the outcome was ${sideNames[outcome]}`;
	return `The facts point to ${sideNames[outlook]} (confidence ${confidence}), ${end}.`;
}
