import { describe, expect, test } from "vitest";
import { type ComparedCase, indexOf } from "../../../src/core/cases/case-index.ts";
import { nearestCases } from "../../../src/core/cases/nearest-cases.ts";
import { factWeights } from "../../../src/core/rules/fact-weights.ts";
import type { Side } from "../../../src/core/side.ts";
import { answersOf, rules, cases as shipped } from "../../built-in.ts";

const source = { who: "A firm", year: 2025, title: "A title", url: "https://example.org/a" };
const caseOf = (
	id: string,
	facts: ComparedCase["facts"],
	outcome: Side = "fine-tuning",
): ComparedCase => ({ id, title: `The case ${id}`, facts, outcome, source });

const prompted = "prompt-engineering" as const;
const mine = { goal: "cost-latency", task: "narrow", examples: 300, skills: "ml" };
const near = (cases: ComparedCase[], facts: ComparedCase["facts"] = mine) =>
	nearestCases(rules, answersOf(facts), indexOf(rules, cases));
const ids = (cases: ComparedCase[], facts?: ComparedCase["facts"]) =>
	near(cases, facts).map(({ id }) => id);

describe("similarity", () => {
	test.each([
		[
			"less of what weighs is the same",
			{ ...mine, goal: "task-quality" },
			{ ...mine, skills: "software" },
		],
		["less is known of both", { goal: "cost-latency" }, { ...mine, deployment: "hosted" }],
	])("is lower where %s", (_name, other, nearer) => {
		expect(ids([caseOf("a-other", other), caseOf("b-nearer", nearer)])).toEqual([
			"b-nearer",
			"a-other",
		]);
	});

	test("of numbers falls with the cuts between them", () => {
		const found = ids([
			caseOf("far", { ...mine, examples: 20 }),
			caseOf("next", { ...mine, examples: 100 }),
			caseOf("here", { ...mine, examples: 350 }),
		]);
		expect(found).toEqual(["here", "next", "far"]);
	});

	test("lies between 0 and 1, and only what has something in common is shown", () => {
		for (const { similarity } of near(shipped)) {
			expect(similarity).toBeGreaterThan(0);
			expect(similarity).toBeLessThan(1);
		}
		expect(ids([caseOf("other", { goal: "task-quality", task: "broad" })])).toEqual([]);
		expect(ids(shipped, {})).toEqual([]);
	});

	test("leaves out names, which no rule weighs", () => {
		const weights = factWeights(rules, rules.scores);
		for (const [fact, domain] of rules.domains.entries())
			if (domain.kind === "text") expect(weights[fact]).toBe(0);
		expect(ids([caseOf("named", { model: "GPT-4" })], { model: "GPT-4" })).toEqual([]);
	});
});

describe("which are shown", () => {
	const likes = ["a", "b", "c", "d"].map((id) => caseOf(id, { ...mine, deployment: "hosted" }));

	test("the order of the cases does not matter; the id breaks a tie", () => {
		expect(ids(likes)).toEqual(["a", "b", "c"]);
		expect(near(likes.toReversed())).toEqual(near(likes));
		expect(near(shipped.toReversed())).toEqual(near(shipped));
	});

	test("the other outcome comes in where it is near enough, and not where it is far", () => {
		const close = caseOf("z-close", { ...mine, skills: "software" }, prompted);
		const far = caseOf("z-far", { goal: "task-quality", task: "narrow" }, prompted);
		expect(ids([...likes, close])).toEqual(["a", "b", "z-close"]);
		expect(ids([...likes, far])).toEqual(["a", "b", "c"]);
	});

	test("a case is not its own neighbour, but one that tells more is", () => {
		expect(ids([caseOf("itself", mine)])).toEqual([]);
		expect(ids([caseOf("more", { ...mine, domain: "general" })])).toEqual(["more"]);
		expect(ids([caseOf("other", { ...mine, examples: 301 })])).toEqual(["other"]);
	});
});

describe("why", () => {
	test("names by labels what is the same and what differs", () => {
		const other = caseOf("other", { ...mine, examples: 20_000, skills: "software" });
		expect(near([other])[0]?.why).toBe(
			"Like yours in main goal (cost-latency) and task width (narrow); unlike yours in team skills (software, yours ml) and labelled examples (20,000, yours 300).",
		);
	});

	test("says nothing of differences where there is none", () => {
		const same = caseOf("same", { ...mine, domain: "general" });
		expect(near([same])[0]?.why).not.toContain("unlike");
	});

	test("sets are compared by what they have in common", () => {
		const [found] = near([caseOf("a", { goal: "cost-latency", task: "narrow" })], {
			goal: "cost-latency,task-quality",
		});
		expect(found?.why).toBe(
			"Unlike yours in main goal (cost-latency, yours task-quality or cost-latency).",
		);
	});
});

test("facts that another rule set does not have are left out", () => {
	const { goal, ...questions } = rules.questions;
	const domains = rules.domains.filter(({ fact }) => fact === "skills" || fact === "examples");
	const other = { ...rules, questions, domains, scores: [] };
	expect(goal).toBeDefined();
	expect(nearestCases(other, answersOf({ skills: "ml" }), indexOf(other, shipped))).toEqual([]);
});
