/** Where an interview stands. */
import { type Answer, type Answers, isKnown } from "../core/answers/answers.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { countedFact } from "./offer-file.ts";
import { isSkipped, titleId } from "./order.ts";

export interface InterviewState {
	/** What was given and what was answered, the title among it. */
	answers: Answers;
	/** Answers of a saved file that is being changed: they count until they are asked again. */
	saved: Answers;
	/** What was asked, the last one last; going back takes it off again. */
	asked: readonly string[];
	/** Facts that a file answered after a question: going back to that takes them off, too. */
	measured: readonly string[];
	/** Whether somebody was asked for a file: a prompt like a question. */
	isFileOffered: boolean;
	/** Answers that were taken back, to start from when they are asked again. */
	undone: Answers;
	/** The question that going back returned to. */
	returning?: string;
	/** Gates that are known to be closed. */
	noted: readonly string[];
	/** Whether the result was offered. */
	isOffered: boolean;
	hasEnded: boolean;
}

export const startInterview = (given: Answers, saved: Answers = {}): InterviewState => ({
	answers: given,
	saved,
	asked: [],
	measured: [],
	isFileOffered: false,
	undone: {},
	noted: [],
	isOffered: false,
	hasEnded: false,
});

/** "I don't know" is an answer too: it is not asked again. */
export function record(state: InterviewState, fact: string, answer: Answer): InterviewState {
	const { returning: _, ...rest } = state;
	return {
		...rest,
		answers: { ...state.answers, [fact]: answer },
		asked: [...state.asked, fact],
	};
}

/** What a file says of questions that nobody has answered. */
export function recordMeasured(state: InterviewState, measured: Answers): InterviewState {
	const { answers, saved } = state;
	const isOpen = (fact: string) =>
		fact === countedFact || !(Object.hasOwn(answers, fact) || Object.hasOwn(saved, fact));
	const news = Object.entries(measured).filter(([fact]) => isOpen(fact));
	return {
		...state,
		answers: { ...answers, ...Object.fromEntries(news) },
		measured: news.map(([fact]) => fact),
	};
}

/** Takes the last answer back, to ask it again. */
export function goBack(state: InterviewState): InterviewState {
	const fact = state.asked.at(-1) as string;
	const last = state.answers[fact] as Answer;
	const isBeforeFile = fact === countedFact && state.isFileOffered;
	const off = isBeforeFile ? [fact, ...state.measured] : [fact];
	return {
		...state,
		answers: Object.fromEntries(
			Object.entries(state.answers).filter(([name]) => !off.includes(name)),
		),
		...(isBeforeFile && { measured: [], isFileOffered: false }),
		asked: state.asked.slice(0, -1),
		// What was measured was never typed: there is nothing to start from.
		undone: off.length > 1 ? state.undone : { ...state.undone, [fact]: last },
		returning: fact,
		isOffered: false,
	};
}

/** What a question starts from when it was answered before. */
export const before = ({ undone, saved }: InterviewState, fact: string): Answer | undefined =>
	own(undone, fact) ?? own(saved, fact);

/** The facts so far. What was saved no longer counts where new answers make its question pointless. */
export function knownFacts(rules: RuleSet, { answers, saved }: InterviewState): Answers {
	const all = { ...saved, ...answers };
	const isStale = (fact: string) => !Object.hasOwn(answers, fact) && isSkipped(rules, fact, all);
	return Object.fromEntries(
		Object.entries(all).filter(([fact]) => fact !== titleId && !isStale(fact)),
	);
}

/**
 * What a decision in between is made on: a question that is not asked counts as answered with "I don't know", so
 * that no such question is the next one.
 */
export function factsToGoBy(rules: RuleSet, state: InterviewState): Answers {
	const known = knownFacts(rules, state);
	const skipped = Object.keys(rules.questions).filter(
		(fact) => !Object.hasOwn(known, fact) && isSkipped(rules, fact, known),
	);
	const unknown = { value: "unknown", from: "interview" };
	return { ...Object.fromEntries(skipped.map((fact) => [fact, unknown])), ...known };
}

/** The title is asked like a fact, and kept among the answers until the end. */
export const withTitle = (answers: Answers, title: string | undefined): Answers =>
	title === undefined ? answers : { ...answers, [titleId]: { value: title, from: "--title" } };

/** What the project is called, if it was said. */
export function titleOf({ answers, saved }: InterviewState): string | undefined {
	const title = own(answers, titleId) ?? own(saved, titleId);
	return isKnown(title) ? String(title.value) : undefined;
}
