/** Where an interview stands, and what it asks next. */
import type { Answer, Answers } from "../core/answers/answers.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";

export interface InterviewState {
	answers: Answers;
	/** What was asked, the last one last; going back takes it off again. */
	asked: string[];
	/** Answers that were taken back, to start from when they are asked again. */
	undone: Answers;
	/** The question that going back returned to. */
	returning?: string;
	/** Whether the user knows that the verdict is settled. */
	isTold: boolean;
	hasEnded: boolean;
}

/** Why a question comes now. */
export type AskReason =
	| "narrows"
	| "alone"
	| "together"
	| "outlook"
	| "perhaps"
	| "in-order"
	| "optional"
	| "again";

export interface Next {
	fact: string;
	reason: AskReason;
}

export const startInterview = (given: Answers): InterviewState => ({
	answers: given,
	asked: [],
	undone: {},
	isTold: false,
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

/** Takes the last answer back, to ask it again. */
export function goBack(state: InterviewState): InterviewState {
	const fact = state.asked.at(-1) as string;
	const { [fact]: last, ...rest } = state.answers;
	return {
		...state,
		answers: rest,
		asked: state.asked.slice(0, -1),
		undone: { ...state.undone, [fact]: last as Answer },
		returning: fact,
	};
}

/** The next question: the one that tells most, or with `all` the next of the file. */
export function chooseQuestion(
	{ questions }: RuleSet,
	{ answers, returning }: InterviewState,
	{ decision, all }: { decision: Decision; all: boolean },
): Next | undefined {
	if (returning !== undefined) return { fact: returning, reason: "again" };
	const left = Object.keys(questions).filter((fact) => !Object.hasOwn(answers, fact));
	if (all) return left[0] === undefined ? undefined : { fact: left[0], reason: "in-order" };
	const best = decision.nextQuestion;
	if (best !== null && left.includes(best))
		return { fact: best, reason: decision.settled ? "outlook" : "narrows" };
	const optional = left.find((fact) => questions[fact]?.text);
	const rest = left.filter((fact) => !questions[fact]?.text);
	return (
		(best === null ? undefined : nextBest(rest, decision)) ??
		(optional === undefined ? undefined : { fact: optional, reason: "optional" })
	);
}

/** The best question was skipped before: those that can flip the verdict, alone if possible. */
function nextBest(left: string[], { settled, unknown }: Decision): Next | undefined {
	if (settled) return left[0] === undefined ? undefined : { fact: left[0], reason: "perhaps" };
	const open = unknown.filter(({ fact, couldFlip }) => couldFlip && left.includes(fact));
	const best = open.find(({ alone }) => alone) ?? open[0];
	return best && { fact: best.fact, reason: best.alone ? "alone" : "together" };
}

/** The number of questions left that can still change the verdict; with `all`, of all questions. */
export function countLeft(
	{ questions }: RuleSet,
	{ answers }: InterviewState,
	{ decision, all }: { decision: Decision; all: boolean },
): number {
	const isLeft = (fact: string) => !Object.hasOwn(answers, fact);
	if (all) return Object.keys(questions).filter(isLeft).length;
	return decision.unknown.filter(({ fact, couldFlip }) => couldFlip && isLeft(fact)).length;
}
