/** Which questions come, and in which order: read from the rule set. */
import { type Answers, masksOf } from "../core/answers/answers.ts";
import type { Question } from "../core/answers/question.ts";
import { own } from "../core/own.ts";
import { always, isCertain, isImpossible } from "../core/rules/formula.ts";
import { fullCells, type RuleSet } from "../core/rules/rule-set.ts";

/** The title is asked like a fact, first of all, and is none: no rule reads it. */
export const titleId = "title";

const titleQuestion: Question = {
	ask: "In one line, what are you building?",
	label: "project",
	why: "It becomes the title of your report, and changes nothing else.",
	find: "Say what goes in, what comes out, and for whom.",
	core: true,
	moves: "freely",
	text: { example: "A bot that answers support tickets" },
};

export type Questions = Record<string, Question>;

/** Every question of an interview, in the order of the file. */
export const questionsOf = ({ questions }: Pick<RuleSet, "questions">): Questions => ({
	[titleId]: titleQuestion,
	...questions,
});

/** What every such interview asks. A rule set that names no core is asked from end to end. */
export function coreOf(rules: RuleSet, questions: Questions, known: Answers): string[] {
	const masks = masksOf(rules, known);
	const full = fullCells(rules);
	const facts = Object.keys(questions);
	const named = facts.filter((fact) => fact !== titleId && own(questions, fact)?.core === true);
	if (named.length === 0) return facts;
	const mayHold = (fact: string) => !isImpossible(own(rules.cores, fact) ?? always, masks, full);
	return [titleId, ...named.filter(mayHold)];
}

/** Whether what is known makes a question pointless. */
export function isSkipped(rules: RuleSet, fact: string, known: Answers): boolean {
	const skip = own(rules.skips, fact);
	return skip !== undefined && isCertain(skip, masksOf(rules, known));
}
