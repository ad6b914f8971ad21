/** The questions as data: what is asked next is what the interview asks, and the data keeps to its schema. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { catalogueOf } from "../../src/interview/catalogue.ts";
import { titleId } from "../../src/interview/order.ts";
import { planNext } from "../../src/interview/plan.ts";
import { factsToGoBy, record, startInterview } from "../../src/interview/state.ts";
import { answersOf, rules } from "../built-in.ts";

const asOf = "2026-11-28";
const catalogue = (facts: object, title?: string) =>
	catalogueOf(rules, { answers: answersOf(facts), title }, asOf);

const schema = JSON.parse(
	readFileSync(new URL("../../schema/questions.schema.json", import.meta.url), "utf8"),
);
const isValid = new Ajv2020().compile(schema);

const people: [who: string, facts: object][] = [
	["nobody knows anything", {}],
	["facts that change", { goal: "new-knowledge", "knowledge-change": "daily", citations: "yes" }],
	[
		"a narrow task",
		{
			...{ goal: "task-quality", work: "extract", task: "narrow", prompting: "plateaued" },
			...{ "quality-gap": "large", failure: "convention", examples: 2000, evals: "suite" },
		},
	],
	["a bill", { goal: "cost-latency", "monthly-spend-usd": "1000..5000", skills: "ml,software" }],
	["a target that is met", { goal: "task-quality", "quality-gap": "met", prompting: "systematic" }],
];

describe.each(people)("%s", (_, facts) => {
	test("keeps to the schema", () => {
		isValid(JSON.parse(JSON.stringify(catalogue(facts, "A bot"))));
		expect(isValid.errors).toBeNull();
	});

	test("asks what an interview asks, in its order, and comes to an end", () => {
		const given = answersOf(facts);
		const title = { value: "unknown", from: "test" };
		let state = record(startInterview({}), titleId, title);
		const interview: string[] = [];
		for (;;) {
			const decision = decide(rules, factsToGoBy(rules, state), { asOf });
			const { next, isCoreDone } = planNext(rules, state, { decision, all: false });
			if (next === undefined || isCoreDone) break;
			interview.push(next.fact);
			state = record(state, next.fact, given[next.fact] ?? title);
		}
		const asked: string[] = [];
		let known: object = {};
		for (let { next, coreDone } = catalogue(known); next && !coreDone; ) {
			asked.push(next.fact);
			known = { ...known, [next.fact]: given[next.fact]?.value ?? "unknown" };
			({ next, coreDone } = catalogue(known));
		}
		// What was answered elsewhere counts for nothing here, so an interview may stop sooner.
		expect(asked.slice(0, interview.length)).toEqual(interview);
		expect(asked.length).toBeLessThan(Object.keys(rules.questions).length);
		expect(asked.length).toBeGreaterThan(8);
	});
});

const questionOf = (fact: string, facts: object = {}) =>
	catalogue(facts).questions.find((one) => one.fact === fact);

describe("a question", () => {
	test.each<[what: string, fact: string, facts: object, expected: object]>([
		["open", "failure", {}, { state: "open", answer: null, from: null }],
		[
			"answered",
			"goal",
			{ goal: "task-quality" },
			{ state: "answered", answer: "task-quality", from: "test" },
		],
		["a set", "skills", { skills: "ml,software" }, { state: "answered", answer: "software,ml" }],
		["not known", "goal", { goal: "unknown" }, { state: "unknown", answer: null, from: "test" }],
		["skipped", "failure", { prompting: "none" }, { state: "skipped" }],
		[
			"not skipped while another value is possible",
			"failure",
			{ prompting: "none,basic" },
			{ state: "open" },
		],
		["in the core", "latency", { goal: "cost-latency" }, { core: true }],
		["out of the core", "latency", { goal: "task-quality" }, { core: false }],
		[
			"with its conditions",
			"quality-gap",
			{},
			{
				coreWhen: null,
				skipWhen: {
					any: [
						{ fact: "prompting", is: ["none"] },
						{ fact: "goal", is: ["cost-latency"] },
					],
				},
			},
		],
		[
			"of a number",
			"examples",
			{},
			{ kind: "number", values: null, number: { whole: true, unit: "examples" } },
		],
		["of a name", "model", {}, { kind: "text", number: null }],
		["of yes and no", "citations", {}, { kind: "yes-no" }],
	])("%s", (_, fact, facts, expected) => {
		expect(questionOf(fact, facts)).toMatchObject(expected);
	});

	test("is pointless after every value that its condition names, and after no other", () => {
		for (const prompting of ["none", "basic", "systematic", "plateaued"])
			expect(questionOf("failure", { prompting })?.state).toBe(
				prompting === "none" ? "skipped" : "open",
			);
	});
});

test("what is proven is said: nothing outweighs facts that change daily and must be cited", () => {
	const known = catalogue({
		...{ goal: "new-knowledge", "knowledge-change": "daily", citations: "yes" },
		prompting: "none",
	});
	expect(known.settled).toBe(true);
	expect(catalogue({}).settled).toBe(false);
	expect(catalogue({}).fixed).toBe(false);
});

test("the title is shown and never asked", () => {
	expect(catalogue({}, "A bot").title).toBe("A bot");
	expect(catalogue({}).next?.fact).toBe("goal");
});
