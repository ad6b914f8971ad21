/** The interview: asks what is not known yet, until the verdict is settled or the user has had enough. */

import type { Answers } from "../core/answers/answers.ts";
import type { Question } from "../core/answers/question.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { oneLine } from "../core/harmless.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { World } from "../io/world.ts";
import { mapStrings } from "../report/clean.ts";
import { fold } from "../report/text/columns.ts";
import {
	answered,
	explainQuestion,
	intro,
	lastQuestion,
	settledSentence,
	soFar,
	takenBack,
	whyNow,
} from "./messages.ts";
import { pose } from "./question.ts";
import {
	chooseQuestion,
	countLeft,
	goBack,
	type InterviewState,
	type Next,
	record,
	startInterview,
} from "./state.ts";
import { openTerminal, type Terminal, unlessInterrupted } from "./terminal.ts";

interface Talk {
	rules: RuleSet;
	/** Ask everything, in the order of the file. */
	all: boolean;
	terminal: Terminal;
	world: World;
}

/** The answers given with those that the user adds, or just those given when nothing is left to ask. */
export async function interview(
	rules: RuleSet,
	given: Answers,
	{ world, all }: { world: World; all: boolean },
): Promise<Answers | "interrupted"> {
	if (Object.keys(rules.questions).every((fact) => Object.hasOwn(given, fact))) return given;
	const isBegun = !all && Object.keys(given).length > 0;
	if (isBegun && decide(rules, given).settled) {
		world.complain("What is given settles the verdict; --all asks the rest.");
		return given;
	}
	const terminal = await openTerminal(world);
	for (const line of intro) terminal.say(fold(line, terminal.look.width));
	return unlessInterrupted(() => converse(startInterview(given), { rules, all, terminal, world }));
}

async function converse(start: InterviewState, talk: Talk): Promise<Answers> {
	let state = start;
	while (!state.hasEnded) state = await takeTurn(state, talk);
	talk.terminal.say("");
	return state.answers;
}

async function takeTurn(state: InterviewState, talk: Talk): Promise<InterviewState> {
	const { rules, all, terminal } = talk;
	const decision = decide(rules, state.answers);
	const next = chooseQuestion(rules, state, { decision, all });
	if (!decision.settled && state.isTold) return { ...state, isTold: false };
	if (decision.settled && !state.isTold && state.returning === undefined) {
		announceSettled(decision, terminal);
		const told = { ...state, isTold: true };
		if (all || next === undefined || next.reason === "optional") return told;
		const reply = await offerResult(decision, terminal);
		return reply === "back" ? stepBack(state, talk) : { ...told, hasEnded: reply === "result" };
	}
	if (next) return askNext(state, next, { ...talk, decision });
	if (!decision.settled) terminal.say(`\n${fold(lastQuestion, terminal.look.width)}`);
	return { ...state, hasEnded: true };
}

async function askNext(
	state: InterviewState,
	{ fact, reason }: Next,
	{ decision, ...talk }: Talk & { decision: Decision },
): Promise<InterviewState> {
	const { rules, all, terminal } = talk;
	const question = questionOf(rules, fact);
	const left = countLeft(rules, state, { decision, all });
	const above = [soFar(decision), whyNow(reason, left, decision)];
	const canGoBack = state.asked.length > 0;
	const before = own(state.undone, fact);
	const reply = await pose({ fact, question, above, canGoBack, before }, terminal);
	if (reply === "stop") return { ...state, hasEnded: true };
	if (reply === "back") return stepBack(state, talk);
	if (reply === "why") {
		terminal.say(explainQuestion(question, terminal.look));
		return state;
	}
	terminal.say(answered(question, reply, terminal.look));
	return record(state, fact, reply);
}

/** A question of the rules, each of its texts on one line. */
const questionOf = ({ questions }: RuleSet, fact: string): Question =>
	mapStrings(questions[fact] as Question, oneLine);

/** The line of the answer stays on the screen: says that it no longer counts. */
function stepBack(state: InterviewState, { rules, terminal }: Talk): InterviewState {
	terminal.say(takenBack(questionOf(rules, state.asked.at(-1) as string), terminal.look));
	return goBack(state);
}

/** Says that no further answer can change the verdict, which it is, and what closes the other one. */
function announceSettled({ headline, gates }: Decision, { look, say }: Terminal): void {
	const closed = gates.filter(({ state }) => state === "closed");
	say(`\n${look.paint.bold(fold(settledSentence, look.width))}`);
	const reasons = closed.map(({ because }) => because);
	say(fold(oneLine([headline, ...reasons].join(" ")), look.width));
}

/** The user has answered at least one question, or there would be no offer. */
const offerResult = (decision: Decision, terminal: Terminal): Promise<string> =>
	terminal.choose({
		above: [
			"What may still change is the outlook: where the facts point in the end.",
			soFar(decision),
		],
		ask: "See the result now?",
		choices: [
			{ value: "result", name: "See the result" },
			{ value: "more", name: "Keep answering, to sharpen the outlook" },
			{ value: "back", name: "Go back" },
		],
	});
