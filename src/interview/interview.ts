/** The interview: asks what is not known yet, until the verdict is settled or the user has had enough. */
import type { Answers } from "../core/answers/answers.ts";
import type { Question } from "../core/answers/question.ts";
import { decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { World } from "../io/world.ts";
import { answered, explained, intro, lastQuestion, soFar, takenBack, whyNow } from "./messages.ts";
import { pose } from "./question.ts";
import { announceSettled, offerResult } from "./settled.ts";
import {
	type Course,
	countLeft,
	goBack,
	type Next,
	nextQuestion,
	record,
	startCourse,
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
	for (const line of intro) terminal.say(line);
	return unlessInterrupted(() => converse(startCourse(given), { rules, all, terminal, world }));
}

async function converse(start: Course, talk: Talk): Promise<Answers> {
	let course = start;
	while (!course.hasEnded) course = await takeTurn(course, talk);
	talk.terminal.say("");
	return course.answers;
}

async function takeTurn(course: Course, talk: Talk): Promise<Course> {
	const { rules, all, terminal } = talk;
	const decision = decide(rules, course.answers);
	const next = nextQuestion(rules, course, { decision, all });
	if (!decision.settled && course.isTold) return { ...course, isTold: false };
	if (decision.settled && !course.isTold && course.returning === undefined) {
		announceSettled(decision, terminal);
		const told = { ...course, isTold: true };
		if (all || next === undefined || next.reason === "optional") return told;
		const reply = await offerResult(decision, terminal);
		return reply === "back" ? stepBack(course, talk) : { ...told, hasEnded: reply === "result" };
	}
	if (next) return ask(course, next, { ...talk, decision });
	if (!decision.settled) terminal.say(`\n${lastQuestion}`);
	return { ...course, hasEnded: true };
}

async function ask(
	course: Course,
	{ fact, reason }: Next,
	{ decision, ...talk }: Talk & { decision: Decision },
): Promise<Course> {
	const { rules, all, terminal } = talk;
	const question = rules.questions[fact] as Question;
	const left = countLeft(rules, course, { decision, all });
	const above = [soFar(decision), whyNow(reason, left, decision)];
	const canGoBack = course.asked.length > 0;
	const before = course.undone[fact];
	const reply = await pose({ fact, question, above, canGoBack, before }, terminal);
	if (reply === "stop") return { ...course, hasEnded: true };
	if (reply === "back") return stepBack(course, talk);
	if (reply === "why") {
		terminal.say(explained(question, terminal.look));
		return course;
	}
	terminal.say(answered(question, reply, terminal.look));
	return record(course, fact, reply);
}

/** The line of the answer stays on the screen: says that it no longer counts. */
function stepBack(course: Course, { rules, terminal }: Talk): Course {
	const last = rules.questions[course.asked.at(-1) as string] as Question;
	terminal.say(takenBack(last, terminal.look));
	return goBack(course);
}
