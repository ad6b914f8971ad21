/** Which questions come, in which order, on which screen: read from the rule set. */
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

/** Every question of an interview. */
export const questionsOf = ({ questions }: Pick<RuleSet, "questions">): Questions => ({
	[titleId]: titleQuestion,
	...questions,
});

/** The questions asked on one screen, one after the other; together they count as one. */
export type Screen = readonly string[];

/** All screens in the order of the file; a question `with` another stands right after that one. */
export function screensOf(questions: Questions): Screen[] {
	const screens = new Map<string, string[]>();
	for (const fact of Object.keys(questions)) {
		const leader = own(questions, fact)?.with;
		const screen = leader === undefined ? undefined : screens.get(leader);
		if (screen) screen.push(fact);
		screens.set(fact, screen ?? [fact]);
	}
	return [...new Set(screens.values())];
}

/** The screens of this interview's core. A rule set that names no core is asked from end to end. */
export function coreScreens(rules: RuleSet, questions: Questions, known: Answers): Screen[] {
	const masks = masksOf(rules, known);
	const full = fullCells(rules);
	const isNamed = (fact: string) => own(questions, fact)?.core === true;
	const isCore = (fact: string) =>
		isNamed(fact) && !isImpossible(own(rules.cores, fact) ?? always, masks, full);
	const facts = Object.keys(questions).filter((fact) => fact !== titleId);
	const screens = screensOf(questions);
	if (!facts.some(isNamed)) return screens;
	return screens.map((screen) => screen.filter(isCore)).filter(({ length }) => length > 0);
}

/** Whether what is known makes a question pointless. */
export function isSkipped(rules: RuleSet, fact: string, known: Answers): boolean {
	const skip = own(rules.skips, fact);
	return skip !== undefined && isCertain(skip, masksOf(rules, known));
}
