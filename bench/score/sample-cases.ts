/** The cases as the score looks at them: all that is told, or only a few facts of it. */
import { type Answers, masksOf, parseAnswers } from "../../src/core/answers/answers.ts";
import type { Cells } from "../../src/core/answers/domain.ts";
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { judge } from "../../src/core/decision/judge.ts";
import { diagramsOf } from "../../src/core/diagram/packed-diagrams.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { type Random, shuffle } from "./random.ts";
import { countingTerms, type Term, termsOf } from "./terms.ts";

/** What is told of a case, and which terms of the rules count then: neither depends on points. */
export interface View {
	answers: Answers;
	masks: Cells[];
	counting: number[];
}

/** A case with its outcome: all that is told of it, and a few facts of it, drawn several times. */
export interface Sample {
	published: PublishedCase;
	tune: boolean;
	full: View;
	few: View[];
}

export const knownFacts = 5;

export function makeSamples(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	{ draws, random }: { draws: number; random: Random },
): Sample[] {
	const terms = termsOf(rules);
	return cases.map((published) => {
		const answers = answersOf(rules, published);
		const few = Array.from({ length: draws }, () =>
			viewOf(rules, terms, hideFacts(answers, { known: knownFacts, random })),
		);
		const tune = published.outcome === "fine-tuning";
		return { published, tune, full: viewOf(rules, terms, answers), few };
	});
}

export function viewOf(rules: RuleSet, terms: readonly Term[], answers: Answers): View {
	const masks = masksOf(rules, answers);
	return { answers, masks, counting: countingTerms(terms, judge(rules, diagramsOf(rules), masks)) };
}

/** Throws only on a bug: the facts were checked when the case was read. */
export function answersOf({ questions }: RuleSet, { id, facts }: PublishedCase): Answers {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from: id }));
	const read = parseAnswers(questions, raw);
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
	return read.value;
}

/** All but a few randomly chosen facts are left out. */
export function hideFacts(
	answers: Answers,
	{ known, random }: { known: number; random: Random },
): Answers {
	const kept = new Set(shuffle(Object.keys(answers), random).slice(0, known));
	return Object.fromEntries(Object.entries(answers).filter(([fact]) => kept.has(fact)));
}
