import { expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { odds, whyNow } from "../../src/interview/messages.ts";
import {
	chooseQuestion,
	countLeft,
	goBack,
	record,
	startInterview,
} from "../../src/interview/state.ts";
import { rules } from "../built-in.ts";

type Part = Pick<Decision, "nextQuestion" | "settled" | "unknown">;

const open = (fact: string, alone = false) => ({ fact, couldFlip: true, alone });
// Only these parts of a decision are read.
const decision = (part: Partial<Part>): Decision =>
	({ nextQuestion: null, settled: false, unknown: [], ...part }) as Decision;
const known = { value: "x", from: "test" };
const answered = (...facts: string[]) =>
	startInterview(Object.fromEntries(facts.map((f) => [f, known])));
const everything = Object.keys(rules.questions);
const allBut = (...facts: string[]) => answered(...everything.filter((f) => !facts.includes(f)));

test.each([
	["the one that tells most", answered(), { nextQuestion: "evals" }, "evals", "narrows"],
	[
		"the same, once settled",
		answered(),
		{ nextQuestion: "evals", settled: true },
		"evals",
		"outlook",
	],
	[
		"asked before: one that can flip the verdict alone",
		answered("evals"),
		{ nextQuestion: "evals", unknown: [open("evals", true), open("task"), open("skills", true)] },
		"skills",
		"alone",
	],
	[
		"else one that can together with others",
		answered("evals"),
		{ nextQuestion: "evals", unknown: [open("task"), open("skills")] },
		"task",
		"together",
	],
	[
		"settled, and the best one asked before: the next of the file",
		answered("evals"),
		{ nextQuestion: "evals", settled: true },
		"goal",
		"perhaps",
	],
	["nothing matters: names, as an extra", answered(), {}, "model", "optional"],
	["nothing is left", answered(...everything), { nextQuestion: "goal" }, undefined, undefined],
	["names come last", allBut("model"), { nextQuestion: "goal" }, "model", "optional"],
])("%s", (_name, state, part, fact, reason) => {
	const next = chooseQuestion(rules, state, {
		decision: decision(part as Partial<Part>),
		all: false,
	});
	expect([next?.fact, next?.reason]).toEqual([fact, reason]);
});

test("with all, the first of the file that is not answered", () => {
	const settings = { decision: decision({ nextQuestion: "evals", settled: true }), all: true };
	expect(chooseQuestion(rules, answered("goal"), settings)?.fact).toBe("task");
	expect(countLeft(rules, answered("goal"), settings)).toBe(everything.length - 1);
});

test("a question that was skipped no longer counts as left", () => {
	const settings = { decision: decision({ unknown: [open("evals"), open("task")] }), all: false };
	expect(countLeft(rules, answered("evals"), settings)).toBe(1);
});

test("going back undoes the last answer, and asks it again", () => {
	const start = answered("goal");
	const state = record(record(start, "task", known), "evals", known);
	const back = goBack(state);
	expect(back.asked).toEqual(["task"]);
	expect(Object.keys(back.answers)).toEqual(["goal", "task"]);
	expect(back.undone).toEqual({ evals: known });
	const settings = { decision: decision({ nextQuestion: "domain" }), all: false };
	expect(chooseQuestion(rules, back, settings)).toEqual({ fact: "evals", reason: "again" });
	expect(chooseQuestion(rules, record(back, "evals", known), settings)?.fact).toBe("domain");
	expect(Object.keys(goBack(back).answers)).toEqual(["goal"]);
});

test.each([
	[0.001, "few"],
	[0.049, "few"],
	[0.05, "1 of 10"],
	[0.5, "5 of 10"],
	[0.949, "9 of 10"],
	[0.95, "95 of 100"],
	[0.9949, "99 of 100"],
	[0.995, "nearly all"],
])("%f of the possibilities is %s", (share, words) => expect(odds(share)).toBe(words));

test.each([
	["narrows", 28, false, "28 questions can still change the verdict. This one narrows it most."],
	["alone", 1, false, "1 question can still change the verdict. This one can alone."],
	["outlook", 3, true, "The verdict is settled. This one narrows the outlook most."],
	["in-order", 2, false, "2 questions left."],
	["in-order", 1, true, "1 question left. The verdict is settled."],
] as const)("%s, %i left, settled %s", (reason, left, settled, words) =>
	expect(whyNow(reason, left, decision({ settled }))).toBe(words),
);
