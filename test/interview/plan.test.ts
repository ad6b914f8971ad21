/** Order, skips and progress of the interview. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { coreScreens, questionsOf, screensOf, titleId } from "../../src/interview/order.ts";
import { planNext } from "../../src/interview/plan.ts";
import {
	factsToGoBy,
	goBack,
	type InterviewState,
	knownFacts,
	record,
	startInterview,
} from "../../src/interview/state.ts";
import { answersOf, rules } from "../built-in.ts";

const questions = questionsOf(rules);
const unknown = { value: "unknown", from: "interview" };

const plan = (state: InterviewState, all = false) =>
	planNext(rules, state, { decision: decide(rules, factsToGoBy(rules, state)), all });

/** Answers whatever comes by a list of facts, and "I don't know" to all else; tells each plan. */
function walk(facts: object, { all = false, start = startInterview({}) } = {}) {
	const given = answersOf(facts);
	const plans: ReturnType<typeof plan>[] = [];
	let state = start;
	for (;;) {
		const planned = plan(state, all);
		if (planned.next === undefined) return { state, plans };
		plans.push(planned);
		const { fact } = planned.next;
		state = record(state, fact, given[fact] ?? unknown);
	}
}

const everything = {
	goal: "task-quality",
	work: "extract",
	task: "narrow",
	prompting: "plateaued",
	"quality-gap": "large",
	failure: "convention",
	"knowledge-change": "static",
	citations: "no",
	evals: "suite",
	examples: 2000,
	"data-quality": "curated",
	"data-rights": "yes",
	run: "ongoing",
	"monthly-requests": 2_000_000,
	"monthly-spend-usd": 20_000,
	latency: "relaxed",
	skills: "ml",
	maintenance: "yes",
	deployment: "hosted",
	tunable: "best",
};

describe("order", () => {
	test("the title first, then the core in the order of the file", () => {
		const { citations: _, ...core } = everything;
		expect(walk(everything).state.asked.slice(0, 20)).toEqual([titleId, ...Object.keys(core)]);
	});

	test.each([
		["work", ["work", "task"]],
		["quality-gap", ["quality-gap", "failure"]],
		["knowledge-change", ["knowledge-change", "citations"]],
		["run", ["run", "monthly-requests"]],
		["skills", ["skills", "maintenance"]],
		["goal", ["goal"]],
	])("the screen of %s", (leader, screen) =>
		expect(screensOf(questions).find(([first]) => first === leader)).toEqual(screen),
	);

	test.each([
		["right after its leader, wherever it stands", { a: {}, b: {}, c: { with: "a" } }, "a,c b"],
		[
			"with one that is itself with another",
			{ a: {}, b: { with: "a" }, c: { with: "b" } },
			"a,b,c",
		],
		["with one that comes later", { a: { with: "b" }, b: {} }, "a b"],
		["with one that is not there", { a: { with: "x" } }, "a"],
	])("%s", (_name, made, screens) => {
		// Only `with` is read.
		const shown = screensOf(made as never).map((screen) => screen.join());
		expect(shown.join(" ")).toBe(screens);
	});

	test("a rule set without a core is asked from end to end", () => {
		const bare = Object.fromEntries(
			Object.entries(rules.questions).map(([fact, { core: _, ...rest }]) => [fact, rest]),
		);
		expect(coreScreens(rules, bare, {}).flat().sort()).toEqual(Object.keys(bare).sort());
	});

	test("with all, every question that applies", () => {
		const { asked } = walk(everything, { all: true }).state;
		expect([...asked].sort()).toEqual([titleId, ...Object.keys(rules.questions)].sort());
	});
});

describe("core", () => {
	const { citations: _, ...told } = everything;
	const cores = (facts: object) => coreScreens(rules, questions, answersOf(facts)).flat();

	test.each<[string, object, string[]]>([
		["an extraction", {}, ["citations"]],
		["answers from documents", { work: "answer" }, ["run"]],
		["a conversation", { work: "converse" }, ["run"]],
		["an agent", { work: "act" }, ["citations", "run"]],
		["code", { work: "code" }, ["citations"]],
		["any work", { work: "unknown" }, []],
		["nothing tried", { prompting: "none" }, ["citations", "maintenance", "tunable"]],
		["facts are missing", { failure: "missing-context" }, ["citations", "maintenance", "tunable"]],
		["writers", { skills: "prompting" }, ["citations", "maintenance", "tunable"]],
		["programmers", { skills: "software" }, ["citations"]],
		["new knowledge", { goal: "new-knowledge" }, ["citations", "monthly-spend-usd"]],
		["cost", { goal: "cost-latency" }, ["citations"]],
	])("%s", (_name, change, leftOut) => {
		const core = cores({ ...told, ...change });
		expect(Object.keys(everything).filter((fact) => !core.includes(fact))).toEqual(leftOut);
	});
});

describe("skips", () => {
	test.each([
		["nothing was tried", { prompting: "none" }, ["quality-gap", "failure"]],
		["only cost or speed is wrong", { goal: "cost-latency" }, ["quality-gap", "failure"]],
		["there are no examples", { examples: 0 }, ["data-quality", "data-rights"]],
	])("%s", (_name, change, skipped) => {
		for (const all of [false, true]) {
			const { asked } = walk({ ...everything, ...change }, { all }).state;
			for (const fact of skipped) expect(asked).not.toContain(fact);
		}
	});

	test.each([
		["something was tried", { prompting: "basic" }],
		["it is not known what was tried", { prompting: "unknown" }],
		["there is one example", { examples: 1 }],
	])("%s: all of the core", (_name, change) => {
		const { asked } = walk({ ...everything, ...change, work: "unknown" }).state;
		expect(Object.keys(everything).filter((fact) => !asked.includes(fact))).toEqual([]);
	});
});

describe("length", () => {
	const choices = Object.entries(rules.questions).flatMap(([fact, question]) =>
		Object.keys(question.choices ?? question["yes-no"] ?? {}).map(
			(value) => [fact, value] as const,
		),
	);

	test.each([...choices, ["examples", 0] as const])(
		"with %s %s: at most 16 screens, the core among them, at most five others",
		(fact, value) => {
			const { state, plans } = walk({ ...everything, [fact]: value });
			expect(Math.max(...plans.map(({ number }) => number))).toBeLessThanOrEqual(16);
			expect(state.asked.filter((id) => !questions[id]?.core).length).toBeLessThanOrEqual(5);
			for (const id of ["goal", "work", "prompting", "examples"]) expect(state.asked).toContain(id);
		},
	);
});

describe("progress", () => {
	test("counts a screen of two questions once, and goes up one by one", () => {
		const { plans } = walk(everything);
		const numbers = plans.map(({ number }) => number);
		expect(numbers.slice(0, 7)).toEqual([1, 2, 3, 3, 4, 5, 5]);
		expect(plans.slice(0, 7).map(({ continues }) => continues)).toEqual([
			false,
			false,
			false,
			true,
			false,
			false,
			true,
		]);
		for (const [place, number] of numbers.entries())
			expect(number - (numbers[place - 1] ?? 0)).toBeLessThanOrEqual(1);
		for (const { number, total } of plans) expect(total).toBeGreaterThanOrEqual(number);
	});

	test("what is given does not count", () => {
		const { total } = plan(startInterview(answersOf(everything)));
		expect(total).toBeLessThanOrEqual(6);
		expect(plan(startInterview(answersOf(everything))).number).toBe(1);
	});

	test("the core is done after its last question", () => {
		const { plans } = walk(everything);
		expect(plans.findIndex(({ isCoreDone }) => isCoreDone)).toBe(
			plans.findIndex(({ next }) => questions[next?.fact ?? ""]?.core !== true),
		);
	});
});

describe("going back", () => {
	test("undoes the last answer, and asks it again", () => {
		const state = walk(everything).state;
		const back = goBack(state);
		const last = state.asked.at(-1) as string;
		expect(back.asked).toEqual(state.asked.slice(0, -1));
		expect(back.answers).not.toHaveProperty([last]);
		expect(plan(back).next).toEqual({ fact: last, reason: "again" });
	});
});

describe("changing saved answers", () => {
	const saved = answersOf({ ...everything, domain: "general" });

	test("asks each again, those after the core too", () => {
		const { asked } = walk(
			{ ...everything, domain: "proprietary" },
			{
				start: startInterview({}, saved),
			},
		).state;
		expect(asked).toEqual(expect.arrayContaining([...Object.keys(everything), "domain"]));
	});

	test("what was not asked again still counts", () => {
		const state = record(startInterview({}, saved), "goal", unknown);
		expect(knownFacts(rules, state)).toMatchObject({ goal: unknown, domain: saved.domain });
	});

	test("what a new answer makes pointless no longer counts", () => {
		const none = answersOf({ prompting: "none" }).prompting ?? unknown;
		const state = record(startInterview({}, saved), "prompting", none);
		expect(Object.keys(knownFacts(rules, state))).not.toContain("failure");
	});
});
