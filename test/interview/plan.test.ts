/** Order, skips and progress of the interview. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { coreOf, isSkipped, questionsOf, titleId } from "../../src/interview/order.ts";
import { planNext } from "../../src/interview/plan.ts";
import {
	factsToGoBy,
	goBack,
	type InterviewState,
	knownFacts,
	record,
	recordMeasured,
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
		const core = coreOf(rules, questions, answersOf(everything));
		expect(core[0]).toBe(titleId);
		expect(walk(everything).state.asked.slice(0, core.length)).toEqual(core);
		expect(core.slice(1)).toEqual(Object.keys(everything).filter((fact) => core.includes(fact)));
	});

	test("a rule set without a core is asked from end to end", () => {
		const bare = Object.fromEntries(
			Object.entries(rules.questions).map(([fact, { core: _, ...rest }]) => [fact, rest]),
		);
		expect(coreOf(rules, bare, {})).toEqual(Object.keys(bare));
	});

	test("with all, every question that applies", () => {
		const { asked } = walk(everything, { all: true }).state;
		expect([...asked].sort()).toEqual([titleId, ...Object.keys(rules.questions)].sort());
	});
});

describe("core", () => {
	const cores = (facts: object) => coreOf(rules, questions, answersOf(facts));
	const money = ["monthly-spend-usd", "latency"];
	const upkeep = ["maintenance", "tunable"];
	const labels = ["task", "citations"];

	test.each<[string, object, string[]]>([
		["an extraction", {}, [...labels, "run", ...money]],
		["answers from documents", { work: "answer" }, ["task", "run", ...money, "maintenance"]],
		["a conversation", { work: "converse" }, [...labels, "run", ...money]],
		["problems to solve", { work: "reason" }, [...labels, "run", ...money]],
		["an agent", { work: "act" }, [...labels, "run", ...money]],
		["code", { work: "code" }, ["knowledge-change", "citations", "run", ...money]],
		["any work", { work: "unknown" }, ["run", ...money]],
		["little tried", { prompting: "basic" }, [...labels, ...money, ...upkeep]],
		[
			"an agent, little tried",
			{ work: "act", prompting: "basic" },
			[...labels, "run", ...money, ...upkeep],
		],
		["nothing tried", { prompting: "none" }, [...labels, ...money, ...upkeep]],
		["facts are missing", { failure: "missing-context" }, [...labels, "run", ...money, ...upkeep]],
		["writers", { skills: "prompting" }, [...labels, "run", ...money, ...upkeep]],
		["programmers", { skills: "software" }, [...labels, "run", ...money]],
		["cost", { goal: "cost-latency" }, [...labels, "run"]],
	])("%s", (_name, change, leftOut) => {
		const core = cores({ ...everything, ...change });
		const sorted = Object.keys(everything).filter((fact) => leftOut.includes(fact));
		expect(Object.keys(everything).filter((fact) => !core.includes(fact))).toEqual(sorted);
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
		["something was tried", { prompting: "basic" }, ["quality-gap", "failure"]],
		["it is not known what was tried", { prompting: "unknown" }, ["quality-gap", "failure"]],
		["there is one example", { examples: 1 }, ["data-quality", "data-rights"]],
	])("%s: asked", (_name, change, asked) => {
		const { state } = walk({ ...everything, ...change });
		expect(state.asked).toEqual(expect.arrayContaining(asked));
	});
});

describe("length", () => {
	const works = Object.keys(rules.questions.work?.choices ?? {});
	const goals = Object.keys(rules.questions.goal?.choices ?? {});
	const pairs = works.flatMap((work) => goals.map((goal) => [work, goal] as const));

	test.each(pairs)("%s for %s: nothing of the core is cut", (work, goal) => {
		const { state } = walk({ ...everything, work, goal });
		const core = coreOf(rules, questions, state.answers);
		const open = core.filter((fact) => !isSkipped(rules, fact, state.answers));
		expect(state.asked.length).toBeLessThanOrEqual(16);
		expect(state.asked).toEqual(expect.arrayContaining(open));
	});

	const choices = Object.entries(rules.questions).flatMap(([fact, question]) =>
		Object.keys(question.choices ?? question["yes-no"] ?? {}).map(
			(value) => [fact, value] as const,
		),
	);

	test.each([...choices, ["examples", 0] as const])(
		"with %s %s: at most 16 questions, all of the core among them, at most five others",
		(fact, value) => {
			const { state } = walk({ ...everything, [fact]: value });
			expect(state.asked.length).toBeLessThanOrEqual(16);
			const core = coreOf(rules, questions, answersOf({ ...everything, [fact]: value }));
			const isAsked = (id: string) => !isSkipped(rules, id, state.answers);
			expect(state.asked).toEqual(expect.arrayContaining(core.filter(isAsked)));
			expect(state.asked.filter((id) => !questions[id]?.core).length).toBeLessThanOrEqual(5);
			for (const id of ["goal", "work", "prompting", "examples"]) expect(state.asked).toContain(id);
		},
	);
});

describe("progress", () => {
	test("counts every question, one by one", () => {
		const { plans } = walk(everything);
		const numbers = plans.map(({ number }) => number);
		expect(numbers).toEqual(numbers.map((_, place) => place + 1));
		for (const { number, total } of plans) expect(total).toBeGreaterThanOrEqual(number);
	});

	test("who knows nothing at all is not asked more than 16 either", () => {
		const { state } = walk({ prompting: "plateaued", failure: "unknown" });
		expect(state.asked.length).toBe(16);
	});

	test("the offer to read a file is one of the 16", () => {
		const start = { ...startInterview({}), isFileOffered: true };
		const { state } = walk({ prompting: "plateaued", failure: "unknown" }, { start });
		expect(state.asked.length).toBe(15);
		expect(plan(start).number).toBe(2);
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

test("where nothing is wrong, only the core is asked", () => {
	const { state } = walk({ ...everything, "quality-gap": "met", failure: "none" });
	const core = coreOf(rules, questions, state.answers);
	expect(state.asked.filter((fact) => !core.includes(fact))).toEqual([]);
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

	test("asks nothing new beyond 16", () => {
		const { asked } = walk({}, { start: startInterview({}, answersOf(everything)) }).state;
		expect(asked).toEqual(expect.arrayContaining(Object.keys(everything)));
		const fresh = asked.filter((fact) => !Object.hasOwn(everything, fact));
		expect(asked.length).toBeLessThanOrEqual(Math.max(16, Object.keys(everything).length));
		expect(fresh).toEqual([]);
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

describe("what a file tells", () => {
	const told = answersOf(
		{ examples: 90, "data-quality": "mixed", modality: "text" },
		undefined,
		"measured from a.jsonl",
	);
	const asked = record(startInterview(answersOf({ modality: "image" })), "examples", unknown);
	const state = recordMeasured({ ...asked, isFileOffered: true }, told);

	test("answers what nobody has answered", () => {
		expect(state.answers.examples).toEqual({ value: 90, from: "measured from a.jsonl" });
		expect(state.answers["data-quality"]?.value).toBe("mixed");
		expect(state.answers.modality?.value).toBe("image");
	});

	test("is forgotten by whoever goes back to the question, and offered again", () => {
		const back = goBack(state);
		expect(Object.keys(back.answers)).toEqual(["modality"]);
		expect(back).toMatchObject({ isFileOffered: false, undone: {}, returning: "examples" });
	});

	test("stays when a later answer is taken back", () => {
		const later = goBack(record(state, "run", unknown));
		expect(later.answers.examples?.value).toBe(90);
		expect(later.isFileOffered).toBe(true);
	});
});
