/** Answers that cannot both be right, on both sides of each edge. */
import { describe, expect, test } from "vitest";
import { masksOf } from "../../../src/core/answers/answers.ts";
import { findContradictions } from "../../../src/core/decision/contradictions.ts";
import { answersOf, cases, rules } from "../../built-in.ts";

type Facts = Record<string, string | number | boolean>;

function found(facts: Facts) {
	const answers = answersOf(facts);
	return findContradictions(rules, masksOf(rules, answers), answers);
}

const says = (facts: Facts) => found(facts).map((one) => one.says);

const calls = {
	"monthly-spend-usd": 9,
	"monthly-requests": 10_000_000,
	"prompt-tokens": 500,
	deployment: "hosted",
};

describe("both sides of each edge", () => {
	test.each<[words: string, together: Facts, ...apart: Facts[]]>([
		[
			"no examples",
			{ examples: 0, "data-quality": "curated" },
			{ examples: 1 },
			{ "data-quality": "raw" },
		],
		[
			"has a large gap",
			{ prompting: "none", "quality-gap": "large" },
			{ prompting: "basic" },
			{ "quality-gap": "unknown" },
		],
		[
			"prompt reaches",
			{ prompting: "none", "quality-gap": "met" },
			{ prompting: "basic" },
			{ "quality-gap": "unknown" },
		],
		[
			"know what mistakes",
			{ prompting: "none", failure: "capability" },
			{ prompting: "basic" },
			{ failure: "cost-latency" },
			{ failure: "unknown" },
		],
		[
			"no mistakes worth",
			{ failure: "none", "quality-gap": "large" },
			{ "quality-gap": "small" },
			{ failure: "convention" },
		],
		[
			"The answers are good",
			{ failure: "cost-latency", "quality-gap": "large" },
			{ "quality-gap": "small" },
			{ failure: "convention" },
		],
		[
			"Quality is fine",
			{ goal: "cost-latency", "quality-gap": "large" },
			{ "quality-gap": "small" },
			{ goal: "task-quality" },
		],
		[
			"compared on a scored set",
			{ prompting: "plateaued", evals: "none" },
			{ evals: "spot-checks" },
			{ prompting: "basic" },
		],
		[
			"run on a device",
			{ deployment: "edge", "model-size": "frontier" },
			{ "model-size": "mid" },
			{ deployment: "hosted" },
		],
		[
			"10 dollars a call",
			{ "monthly-spend-usd": 1000, "monthly-requests": 99 },
			{ "monthly-requests": 100 },
			{ "monthly-spend-usd": 999 },
		],
		[
			"cannot cost as little",
			calls,
			{ "monthly-spend-usd": 10 },
			{ "monthly-requests": 9_999_999 },
			{ "prompt-tokens": 499 },
			{ deployment: "private" },
		],
	])("%s", (words, together, ...apart) => {
		expect(says(together).filter((one) => one.includes(words))).toHaveLength(1);
		for (const change of apart)
			expect(says({ ...together, ...change }).filter((one) => one.includes(words))).toEqual([]);
	});
});

test("each names the facts that clash, and nothing else", () => {
	expect(found({ examples: 0, "data-quality": "mixed" })).toEqual([
		{
			facts: ["examples", "data-quality"],
			says: "You have no examples, yet you describe them as mixed.",
		},
	]);
});

test("where nothing is known, nothing clashes: one answer alone never does", () => {
	const alone = Object.entries(rules.questions).flatMap(([fact, { choices = {} }]) =>
		Object.keys(choices).filter((value) => found({ [fact]: value }).length > 0),
	);
	expect([...found({}), ...alone]).toEqual([]);
});

test("published cases rarely clash", () => {
	const clashing = cases.filter(({ facts }) => found(facts).length > 0);
	expect(clashing.length / cases.length).toBeLessThan(0.03);
});
