import { describe, expect, test } from "vitest";
import { type ComparedCase, indexOf } from "../../../src/core/cases/case-index.ts";
import { caseWeights } from "../../../src/core/cases/case-weights.ts";
import { nearEnough, nearestCases } from "../../../src/core/cases/nearest-cases.ts";
import type { Side } from "../../../src/core/side.ts";
import { answersOf, rules, cases as shipped } from "../../built-in.ts";

const source = { who: "A firm", year: 2025, title: "A title", url: "https://example.org/a" };
const caseOf = (
	id: string,
	facts: ComparedCase["facts"],
	outcome: Side = "fine-tuning",
): ComparedCase => ({ id, title: `The case ${id}`, facts, outcome, source });

const label = (fact: string) => rules.questions[fact]?.label;
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
		const weights = caseWeights(rules);
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

	test("of those that are as similar the newest comes first", () => {
		const newer = { ...caseOf("z", { ...mine, deployment: "hosted" }) };
		newer.source = { ...source, year: 2026 };
		expect(ids([...likes, newer])).toEqual(["z", "a", "b"]);
	});

	test("the other outcome comes second where it is near enough, and not where it is far", () => {
		const close = caseOf("z-close", { ...mine, skills: "software" }, prompted);
		const far = caseOf("z-far", { goal: "task-quality", task: "narrow" }, prompted);
		expect(ids([...likes, close])).toEqual(["a", "z-close", "b"]);
		expect(ids([...likes, far])).toEqual(["a", "b", "c"]);
	});

	test("a case is not its own neighbor, but one that tells more is", () => {
		expect(ids([caseOf("itself", mine)])).toEqual([]);
		expect(ids([caseOf("more", { ...mine, domain: "general" })])).toEqual(["more"]);
		expect(ids([caseOf("other", { ...mine, examples: 301 })])).toEqual(["other"]);
	});
});

describe("the kind of work", () => {
	const extract = { ...mine, work: "extract" };
	const closer = caseOf("closer", { ...extract, work: "code", domain: "general" });
	const same = caseOf("same", { ...extract, skills: "software", domain: "general" });
	const hopeless = caseOf("hopeless", { work: "extract", goal: "task-quality", task: "broad" });

	test.each([
		["comes first where it is near enough", extract, [closer, same], ["same", "closer"]],
		["does not where it is far", extract, [closer, hopeless], ["closer", "hopeless"]],
		[
			"may be one of several",
			{ ...mine, work: "answer,extract" },
			[closer, same],
			["same", "closer"],
		],
		["does not count where it is not known", mine, [closer, same], ["closer", "same"]],
	])("%s", (_name, facts, cases, expected) => expect(ids(cases, facts)).toEqual(expected));

	test("comes before the outcome, which is then taken from the same kind of work first", () => {
		const others = ["a", "b"].map((id) => caseOf(id, { ...extract, work: "code" }, prompted));
		expect(ids([...others, same], extract)).toEqual(["same", "a", "b"]);
		const twin = { ...same, id: "twin", outcome: prompted };
		expect(ids([...others, same, twin], extract)).toEqual(["same", "twin", "a"]);
	});

	test.each([
		["kind of input", { modality: "image" }, { modality: "text" }],
		["kind of use", { run: "one-off" }, { run: "ongoing" }],
	])("and the %s count, though they score no points", (_name, told, other) => {
		const cases = [
			caseOf("a-other", { ...mine, ...other }),
			caseOf("b-same", { ...mine, ...told }),
		];
		expect(ids(cases, { ...mine, ...told, domain: "general" })).toEqual(["b-same", "a-other"]);
	});
});

describe("by brute force", () => {
	const some = shipped.filter((_, place) => place % 23 === 0);
	test.each(some.map((one) => [one.id, one] as const))("%s", (_id, published) => {
		const all = shipped
			.filter((other) => other !== published)
			.flatMap((other) =>
				near([other], published.facts).map(({ similarity }) => ({ other, similarity })),
			);
		const least = nearEnough * Math.max(...all.map(({ similarity }) => similarity));
		const found = near(shipped, published.facts);
		// Rounding: two cases that print as equally similar may be in either order.
		const slack = 0.011;
		const best = (list: typeof all) => Math.max(0, ...list.map(({ similarity }) => similarity));
		const onSame = all.filter(({ other }) => other.facts.work === published.facts.work);
		const [first, second] = found;
		if (best(onSame) > least + slack) {
			expect(first?.work).toBe(published.facts.work);
			expect(first?.similarity).toBe(best(onSame));
		} else expect(first?.similarity).toBe(best(all));
		const opposite = all.filter(({ other }) => other.outcome !== first?.outcome);
		if (best(opposite) > nearEnough * (first?.similarity ?? 0) + slack)
			expect(second?.outcome).not.toBe(first?.outcome);
		const sameWork = opposite.filter(({ other }) => other.facts.work === published.facts.work);
		if (best(sameWork) > Math.max(least, nearEnough * (first?.similarity ?? 0)) + slack)
			expect(second?.work).toBe(published.facts.work);
	});
});

describe("why", () => {
	test("names by labels what is the same and what differs, the kind of work first", () => {
		const other = caseOf("other", {
			...mine,
			work: "extract",
			examples: 20_000,
			skills: "software",
		});
		expect(near([other], { ...mine, work: "extract" })[0]?.why).toBe(
			`Same kind of work (extract), main goal (cost-latency) and ${label("task")} (narrow); differs in ${label("examples")} (20,000; yours 300) and ${label("skills")} (software; yours ml).`,
		);
	});

	test("names another kind of work first", () => {
		const other = caseOf("other", { ...mine, work: "code", skills: "software" });
		expect(near([other], { ...mine, work: "extract" })[0]?.why).toContain(
			`differs in kind of work (code; yours extract) and ${label("skills")} (software; yours ml).`,
		);
	});

	test("names the kind of input where it differs, and where nothing else is the same", () => {
		const text = { ...mine, modality: "text" };
		const [same] = near([caseOf("a", { ...text, domain: "general" })], text);
		expect(same?.why).toMatch(/^Same main goal \(cost-latency\), /);
		const [other] = near([caseOf("a", { ...text, modality: "image" })], text);
		expect(other?.why).toContain(`differs in ${label("modality")} (image; yours text).`);
		const [alone] = near([caseOf("a", text)], { modality: "text", goal: "task-quality" });
		expect(alone?.why).toMatch(/^Same kind of input \(text\); differs in main goal/);
	});

	test("says nothing of differences where there is none", () => {
		const same = caseOf("same", { ...mine, domain: "general" });
		expect(near([same])[0]?.why).not.toContain("differs");
	});

	test("sets are compared by what they have in common", () => {
		const [found] = near([caseOf("a", { goal: "cost-latency", task: "narrow" })], {
			goal: "cost-latency,task-quality",
		});
		expect(found?.why).toBe(
			"Differs in main goal (cost-latency; yours task-quality or cost-latency).",
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
