/** The interview: asks in a fixed order what every result needs, and then what tells most. */

import { type Answer, type Answers, isKnown } from "../core/answers/answers.ts";
import type { Question } from "../core/answers/question.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { answersOn } from "../core/decision/derived-answers.ts";
import { oneLine } from "../core/harmless.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { mapStrings } from "../report/clean.ts";
import { coreDoneSentence, provenSentence } from "../report/sentences.ts";
import { fold } from "../report/text/columns.ts";
import {
	answered,
	evidenceLines,
	explainQuestion,
	lastQuestion,
	leaning,
	noteOf,
	nothingBefore,
	progress,
	runningCost,
	takenBack,
	whyNow,
} from "./messages.ts";
import { countedFact, isMeasured, type MeasureFile, offerFile, sayFound } from "./offer-file.ts";
import { questionsOf, titleId } from "./order.ts";
import { type Next, type Plan, planNext } from "./plan.ts";
import { isResultFixed } from "./proof.ts";
import { pose } from "./question.ts";
import {
	before,
	factsToGoBy,
	goBack,
	type InterviewState,
	knownFacts,
	record,
	recordMeasured,
	titleOf,
} from "./state.ts";
import { type Terminal, unlessInterrupted } from "./terminal.ts";

interface Talk {
	rules: RuleSet;
	/** Ask everything that applies, in order. */
	all: boolean;
	/** The day of the decision, YYYY-MM-DD. */
	asOf: string;
	terminal: Terminal;
	/** Counts the examples of a file. */
	measure: MeasureFile;
	/** What was measured and helps to answer a question, by fact. */
	evidence: Record<string, string[]>;
	/** Tells how to go on from answers, once the user has left. */
	farewell(facts: Answers, title: string | undefined): string;
}

/** Asks until enough is known, or the user has had enough. */
export async function converse(
	start: InterviewState,
	talk: Talk,
): Promise<InterviewState | "interrupted"> {
	const { rules, asOf, terminal, farewell } = talk;
	let state: InterviewState = { ...start, noted: closedGates(decideOn(rules, start, asOf)) };
	const leave = () => {
		const hasAnswer = state.asked.some((fact) => isKnown(own(state.answers, fact)));
		return hasAnswer ? farewell(knownFacts(rules, state), titleOf(state)) : "";
	};
	terminal.leave = leave;
	const ended = await unlessInterrupted(async () => {
		while (!state.hasEnded) state = await takeTurn(state, talk);
		return state;
	});
	terminal.leave = () => "";
	if (ended === "interrupted") terminal.say(leave());
	return ended;
}

const decideOn = (rules: RuleSet, state: InterviewState, asOf: string): Decision =>
	decide(rules, factsToGoBy(rules, state), { asOf });

const closedGates = ({ gates }: Decision): string[] =>
	gates.filter(({ state }) => state === "closed").map(({ id }) => id);

async function takeTurn(state: InterviewState, talk: Talk): Promise<InterviewState> {
	const { rules, all, asOf, terminal } = talk;
	const decision = decideOn(rules, state, asOf);
	const plan = planNext(rules, state, { decision, all });
	const noted = noteClosed(state, decision, terminal);
	const { next } = plan;
	if (next === undefined) {
		if (state.asked.length > 0) terminal.say(`\n${lastQuestion}`);
		return { ...noted, hasEnded: true };
	}
	const because = all ? undefined : offerBecause(noted, { decision, plan }, talk);
	return because === undefined
		? askNext(noted, { next, plan, decision }, talk)
		: offerResult(noted, { because, plan, decision }, talk);
}

/** Says which gates the last answer closed: no reason to stop. */
function noteClosed(state: InterviewState, decision: Decision, terminal: Terminal): InterviewState {
	const { say, look } = terminal;
	for (const gate of decision.gates)
		if (gate.state === "closed" && !state.noted.includes(gate.id))
			say(`  ${look.paint.yellow(fold(oneLine(noteOf(gate)), look.width, 2))}`);
	return { ...state, noted: closedGates(decision) };
}

/** Why the result can be seen now, if it is time to offer it. */
function offerBecause(
	state: InterviewState,
	{ decision, plan }: { decision: Decision; plan: Plan },
	{ rules, asOf }: Talk,
): string | undefined {
	if (state.isOffered || state.returning !== undefined) return undefined;
	if (plan.isCoreDone) return coreDoneSentence;
	// Who changes saved answers is not done before each was seen.
	if (Object.keys(state.saved).length > 0) return undefined;
	const known = answersOn(rules, knownFacts(rules, state), asOf);
	return isResultFixed(rules, known, decision) ? provenSentence : undefined;
}

async function offerResult(
	state: InterviewState,
	{ because, plan, decision }: { because: string; plan: Plan; decision: Decision },
	talk: Talk,
): Promise<InterviewState> {
	const left = plan.total - plan.number + 1;
	const lean = leaning(decision);
	const reply = await talk.terminal.choose({
		above: [because, ...(lean === undefined ? [] : [lean])],
		ask: "See the result now?",
		choices: [
			{ value: "result", name: "See the result" },
			{ value: "more", name: `Answer up to ${left} more question${left === 1 ? "" : "s"}` },
			...(state.asked.length > 0 ? [{ value: "back", name: "Go back" }] : []),
		],
		keys: state.asked.length > 0 ? ["<"] : [],
	});
	if (reply === "back" || reply === "<") return stepBack(state, talk);
	return { ...state, isOffered: true, hasEnded: reply === "result" };
}

async function askNext(
	state: InterviewState,
	{ next: { fact, reason }, plan, decision }: { next: Next; plan: Plan; decision: Decision },
	talk: Talk,
): Promise<InterviewState> {
	const { rules, terminal, evidence } = talk;
	const question = questionOf(rules, fact);
	const shown = own(evidence, fact) ?? [];
	if (shown.length > 0) terminal.say(evidenceLines(shown, terminal.look));
	const section = own(rules.sections, question.section ?? "");
	const where = progress(plan, { section, lean: leaning(decision) }, terminal.look);
	const why = whyNow(reason);
	const reply = await pose(
		{
			fact,
			question,
			above: [where, why, runningCost(decision)].filter((line) => line !== undefined),
			canGoBack: state.asked.length > 0,
			before: before(state, fact),
			isCoreDone: plan.isCoreDone,
			measure: fact === countedFact ? talk.measure : undefined,
		},
		terminal,
	);
	if (reply === "stop") return { ...state, hasEnded: true };
	if (reply === "back" && state.asked.length === 0) {
		terminal.say(nothingBefore);
		return state;
	}
	if (reply === "back") return stepBack(state, { rules, terminal });
	if (reply === "why") {
		terminal.say(explainQuestion(question, terminal.look));
		return state;
	}
	if (isMeasured(reply)) {
		sayFound(reply, terminal);
		const open = record(state, fact, { value: "unknown", from: "interview" });
		return recordMeasured({ ...open, isFileOffered: true }, reply.answers);
	}
	const recorded = record(state, fact, reply);
	if (fact === countedFact && !isKnown(reply)) return askFile(recorded, { question, reply }, talk);
	if (fact !== titleId || isKnown(reply)) terminal.say(answered(question, reply, terminal.look));
	return recorded;
}

/** A file knows what somebody does not. */
async function askFile(
	state: InterviewState,
	{ question, reply }: { question: Question; reply: Answer },
	{ measure, terminal }: Talk,
): Promise<InterviewState> {
	const offered = { ...state, isFileOffered: true };
	const found = await offerFile(measure, terminal);
	if (found === "back") return goBack(offered);
	if (found !== "none") return recordMeasured(offered, found.answers);
	terminal.say(answered(question, reply, terminal.look));
	return offered;
}

/** A question of the rules, each of its texts on one line. */
const questionOf = (rules: RuleSet, fact: string): Question =>
	mapStrings(questionsOf(rules)[fact] as Question, oneLine);

/** The line of the answer stays on the screen: says that it no longer counts. */
function stepBack(
	state: InterviewState,
	{ rules, terminal }: Pick<Talk, "rules" | "terminal">,
): InterviewState {
	terminal.say(takenBack(questionOf(rules, state.asked.at(-1) as string), terminal.look));
	return goBack(state);
}
