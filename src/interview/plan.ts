/** What an interview asks next, and how much of it is left. */
import type { Decision } from "../core/decision/decision.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { coreOf, isSkipped, type Questions, questionsOf } from "./order.ts";
import { type InterviewState, knownFacts } from "./state.ts";

/** Beyond this people give up, whatever a further answer would tell; the title and the offer to read a file are among them. */
const mostQuestions = 16;
/** Questions after the core at most. */
const mostOfRest = 5;

/** Why a question comes now. */
export type AskReason =
	| "in-order"
	| "saved"
	| "narrows"
	| "alone"
	| "together"
	| "outlook"
	| "again";

export interface Next {
	fact: string;
	reason: AskReason;
}

export interface Plan {
	/** Undefined when nothing is left to ask. */
	next: Next | undefined;
	/** The number of the next question, and of all that there will be, as it stands. */
	number: number;
	total: number;
	/** Whether all that every interview asks was asked. */
	isCoreDone: boolean;
}

interface Situation {
	decision: Decision;
	/** Ask everything that applies, in order. */
	all: boolean;
}

export function planNext(
	rules: RuleSet,
	state: InterviewState,
	{ decision, all }: Situation,
): Plan {
	const questions = questionsOf(rules);
	const known = knownFacts(rules, state);
	const isOpen = (fact: string) =>
		!Object.hasOwn(state.answers, fact) && !isSkipped(rules, fact, known);
	const core = all ? Object.keys(questions) : coreOf(rules, questions, known);
	const others = Object.keys(questions).filter((fact) => !core.includes(fact));
	const asked = state.asked.length + (state.isFileOffered ? 1 : 0);
	const rest = restOf(others.filter(isOpen), questions, state);
	// Whoever changes saved answers goes through each of them.
	const isSaved = (fact: string) => Object.hasOwn(state.saved, fact);
	const savedCore = core.filter((fact) => isOpen(fact) && isSaved(fact));
	let newOnes = all ? core.length : mostQuestions - asked - savedCore.length - rest.saved.length;
	const openCore = core.filter((fact) => isOpen(fact) && (isSaved(fact) || newOnes-- > 0));
	const left = openCore.length;
	const askedOthers = others.filter((fact) => state.asked.includes(fact)).length;
	const room = Math.max(0, Math.min(mostOfRest - askedOthers, mostQuestions - asked - left));
	const next = returnTo(state) ?? inOrder(openCore) ?? fromRest(rest, room, decision);
	const number = asked + 1;
	const total = asked + left + rest.saved.length + Math.min(room, rest.unasked.length);
	const isCoreDone = left === 0 && rest.saved.length === 0;
	return { next, number, total: Math.max(number, total), isCoreDone };
}

const returnTo = ({ returning }: InterviewState): Next | undefined =>
	returning === undefined ? undefined : { fact: returning, reason: "again" };

const inOrder = ([fact]: string[]): Next | undefined =>
	fact === undefined ? undefined : { fact, reason: "in-order" };

interface Rest {
	/** Answers of the file that is being changed. */
	saved: string[];
	/** Names only add notes to the result: they come with --all. */
	unasked: string[];
}

function restOf(open: string[], questions: Questions, { saved }: InterviewState): Rest {
	const isSaved = (fact: string) => Object.hasOwn(saved, fact);
	return {
		saved: open.filter(isSaved),
		unasked: open.filter((fact) => !isSaved(fact) && own(questions, fact)?.text === undefined),
	};
}

function fromRest({ saved, unasked }: Rest, room: number, decision: Decision): Next | undefined {
	if (saved[0] !== undefined) return { fact: saved[0], reason: "saved" };
	return room > 0 ? mostTelling(unasked, decision) : undefined;
}

/** The best question; where that was asked before, one that can change the verdict, alone if possible. */
function mostTelling(
	open: string[],
	{ state, nextQuestion, settled, unknown }: Decision,
): Next | undefined {
	if (state === "keep") return undefined;
	if (nextQuestion !== null && open.includes(nextQuestion))
		return { fact: nextQuestion, reason: settled ? "outlook" : "narrows" };
	if (settled) return undefined;
	const telling = unknown.filter(({ fact, couldFlip }) => couldFlip && open.includes(fact));
	const best = telling.find(({ alone }) => alone) ?? telling[0];
	return best && { fact: best.fact, reason: best.alone ? "alone" : "together" };
}
