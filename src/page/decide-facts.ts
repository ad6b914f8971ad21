/** Facts as the form holds them, decided by the same parser and engine as on the command line. */

import type { AnswerValue } from "../core/answers/answer-set.ts";
import { type Answers, parseAnswers } from "../core/answers/answers.ts";
import { type Domain, firstCell, valueInCell } from "../core/answers/domain.ts";
import { type DecisionWithChanges, decideWithChanges } from "../core/decision/decide.ts";
import type { Change } from "../core/diagram/flips.ts";
import { own } from "../core/own.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { WhatIfData } from "../report/html/what-if.ts";

/** By fact id, as written; nothing written is "I don't know". */
export type FormFacts = Record<string, string>;

export function decideFacts(
	{ rules, asOf }: WhatIfData,
	facts: FormFacts,
): Result<DecisionWithChanges> {
	const written = Object.entries(facts).filter(([, value]) => value.trim() !== "");
	// A problem is at the place that an answer came from: here that is its question.
	const answers = parseAnswers(
		rules.questions,
		written.map(([fact, value]) => ({ fact, value, from: fact })),
	);
	return answers.ok
		? good(decideWithChanges(rules, answers.value, asOf === undefined ? {} : { asOf }))
		: answers;
}

/** Answers as the form would hold them. */
export const formFacts = (answers: Answers): FormFacts =>
	Object.fromEntries(
		Object.entries(answers).map(([fact, { value }]) => [
			fact,
			value === "unknown" ? "" : String(value),
		]),
	);

/** The facts whose answer is another, however it is written. */
export const changedFacts = (answers: Answers, before: Answers): string[] =>
	[...new Set([...Object.keys(before), ...Object.keys(answers)])].filter(
		(fact) => given(own(answers, fact)) !== given(own(before, fact)),
	);

const given = (answer: Answers[string] | undefined): AnswerValue => answer?.value ?? "unknown";

/**
 * A change that turns the verdict, as answers for the form: of every set of values that does it, the first.
 * Nothing where a change is to a name that no rule mentions.
 */
export function tryOut(change: Change, { domains }: RuleSet): FormFacts | undefined {
	const facts: FormFacts = {};
	for (const { fact, cells } of change) {
		const domain = domains[fact] as Domain;
		const value = valueInCell(domain, firstCell(cells));
		if (value === undefined) return undefined;
		facts[domain.fact] = String(value);
	}
	return facts;
}
