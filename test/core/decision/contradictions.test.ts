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
			"scored set, yet quality is not measured",
			{ prompting: "plateaued", evals: "none" },
			{ evals: "spot-checks" },
			{ prompting: "basic" },
		],
		[
			"only spot-checked",
			{ prompting: "systematic", evals: "spot-checks" },
			{ evals: "suite" },
			{ prompting: "basic" },
		],
		[
			"Is quality fine?",
			{ goal: "cost-latency", failure: "convention" },
			{ failure: "cost-latency" },
			{ failure: "none" },
			{ goal: "task-quality" },
		],
		[
			"high enough",
			{ "quality-gap": "met", failure: "capability" },
			{ failure: "none" },
			{ failure: "convention" },
			{ "quality-gap": "small" },
		],
		[
			"cannot be downloaded",
			{ deployment: "private", model: "GPT-4o-mini" },
			{ model: "gpt-oss-120b" },
			{ model: "GPT-4o today, Llama 3.1 8B planned" },
			{ model: "llama-3.1-8b" },
			{ model: "unknown" },
			{ deployment: "hosted" },
		],
		[
			"runs its models itself",
			{ deployment: "edge", provider: "Claude API" },
			{ provider: "together" },
			{ provider: "azure openai" },
			{ provider: "unknown" },
			{ deployment: "hosted" },
		],
		[
			"looks larger",
			{ "model-size": "small", model: "Llama-3.3-70B-Instruct" },
			{ model: "llama-3.1-8b" },
			{ model: "unknown" },
			{ "model-size": "mid" },
		],
		[
			"Open weights usually can",
			{ deployment: "private", tunable: "none" },
			{ deployment: "hosted" },
			{ tunable: "weaker" },
		],
		[
			"longer than a second",
			{ latency: "strict", "output-tokens": "2001.." },
			{ "output-tokens": "2000.." },
			{ "output-tokens": "unknown" },
			{ latency: "relaxed" },
		],
		[
			"model can read",
			{ "prompt-tokens": 2_000_001 },
			{ "prompt-tokens": 2_000_000 },
			{ "prompt-tokens": "1000000..3000000" },
		],
		[
			"Check: a bill of",
			{ "monthly-spend-usd": 2001, "monthly-requests": 200 },
			{ "monthly-spend-usd": 2000 },
			{ "monthly-requests": "100..300" },
			{ "monthly-requests": "unknown" },
		],
		[
			"Check: a bill of",
			{ "monthly-spend-usd": 500, "monthly-requests": 0 },
			{ "monthly-spend-usd": 0 },
			{ "monthly-requests": 50 },
		],
		[
			"hardly cost as little",
			{ ...calls, "monthly-spend-usd": 20, "monthly-requests": 20_000_001, "prompt-tokens": 2000 },
			{ "monthly-requests": 20_000_000 },
			{ "monthly-spend-usd": "20..30" },
			{ "prompt-tokens": "1000..3000" },
			{ "prompt-tokens": "unknown" },
			{ deployment: "private" },
		],
		[
			"run on a device",
			{ deployment: "edge", "model-size": "frontier" },
			{ "model-size": "mid" },
			{ deployment: "hosted" },
		],
		[
			"A bill of",
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

test("one that counts the numbers themselves names them", () => {
	expect(found({ "monthly-spend-usd": 5000, "monthly-requests": 120 })).toEqual([
		{
			facts: ["monthly-spend-usd", "monthly-requests"],
			says: "Check: a bill of 5,000 US dollars for 120 calls is more than 10 dollars a call.",
		},
	]);
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
	expect(clashing.length / cases.length).toBeLessThan(0.04);
});
