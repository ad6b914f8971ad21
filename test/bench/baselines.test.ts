import { describe, expect, test } from "vitest";
import { baselines } from "../../bench/score/baselines.ts";
import { columnsOf } from "../../bench/score/one-hot.ts";
import { masksOf } from "../../src/core/answers/answers.ts";
import { rules } from "../built-in.ts";

const answersOf = (facts: Record<string, string | number>) =>
	Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, from: "" }]));

const says = (name: string, facts: Record<string, string | number>) =>
	baselines.find((baseline) => baseline.name === name)?.tunes(answersOf(facts));

const three = "the lecture's three conditions";
const gates = "four gates";
const open = { failure: "cost-latency", prompting: "basic", examples: 100, skills: "ml" };
const form = "rule of thumb: retrieve facts, fine-tune for form and cost";

test.each([
	["always prompt", { examples: 1_000_000, goal: "cost-latency" }, false],
	["1,000 examples or more", { examples: 1000 }, true],
	["1,000 examples or more", { examples: 999 }, false],
	["1,000 examples or more", {}, false],
	[three, { task: "narrow", "monthly-requests": 100_000, prompting: "plateaued" }, true],
	[three, { task: "narrow", "monthly-requests": 99_999, prompting: "plateaued" }, false],
	[three, { task: "broad" }, false],
	[three, { prompting: "systematic" }, false],
	[three, {}, true],
	[gates, open, true],
	[gates, { failure: "cost-latency" }, true],
	[gates, { ...open, prompting: "none" }, false],
	[gates, { ...open, examples: 99 }, false],
	[gates, { ...open, "data-quality": "raw" }, false],
	[gates, { ...open, skills: "software" }, false],
	[gates, { ...open, failure: "convention" }, false],
	[gates, { ...open, failure: "convention", "monthly-requests": 100_000 }, true],
	[gates, {}, false],
	[form, { failure: "convention" }, true],
	[form, { failure: "convention", goal: "new-knowledge" }, false],
	[form, { failure: "missing-context", latency: "strict" }, false],
	[form, { "monthly-requests": 1_000_000 }, true],
	[form, { "monthly-requests": 999_999 }, false],
	[form, { deployment: "edge" }, true],
	[form, {}, false],
])("%s of %j: %s", (name, facts, expected) => expect(says(name, facts)).toBe(expected));

describe("the regression on the facts", () => {
	const masks = (facts: Record<string, string | number>) => masksOf(rules, answersOf(facts));

	test("has a column for each answer, and none for what is not told, a set or a name", () => {
		expect(columnsOf(rules, masks({}))).toEqual([]);
		expect(columnsOf(rules, masks({ goal: "cost-latency,task-quality" }))).toEqual([]);
		expect(columnsOf(rules, masks({ model: "GPT-4" }))).toEqual([]);
		const columns = ["narrow", "broad"].map((task) => columnsOf(rules, masks({ task })));
		expect(columns[0]).toHaveLength(1);
		expect(columns[0]).not.toEqual(columns[1]);
	});
});
