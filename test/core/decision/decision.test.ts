/** Decisions by the built-in rules: valid by the shipped schema, and right on the stories that fix them. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Decision } from "../../../src/core/decision/decision.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { type Side, sides } from "../../../src/core/side.ts";
import { runTests } from "../../../src/core/verify/rule-tests.ts";
import { answersOf, rules } from "../../built-in.ts";

const schema = JSON.parse(
	readFileSync(new URL("../../../schema/decision.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020().compile(schema);

function decideOn(facts: Record<string, unknown>): Decision {
	const decision = decide(rules, answersOf(facts), { asOf: "2026-11-22" });
	// As it is printed: never is infinite in a program, and null in JSON.
	validate(JSON.parse(JSON.stringify(decision)));
	expect(validate.errors).toBeNull();
	return decision;
}

const hospital = {
	domain: "proprietary",
	goal: "format-style-tone",
	task: "narrow",
	prompting: "plateaued",
	"quality-gap": "large",
	failure: "convention",
	examples: "20k",
	"data-quality": "curated",
	"data-rights": "yes",
	skills: "ml",
	evals: "suite",
	tunable: "best",
	"monthly-requests": "500k",
};

describe("the stories that fix the advice", () => {
	const [prompt, tune] = sides;
	const documents = { goal: "new-knowledge", "knowledge-change": "daily", citations: "yes" };
	test.each<[string, Record<string, unknown>, verdict: Side, outlook: Side]>([
		["the lecture's hospital", hospital, tune, tune],
		["that names an owner", { ...hospital, maintenance: "yes" }, tune, tune],
		["that calls it new knowledge", { ...hospital, goal: "new-knowledge" }, tune, tune],
		["that tried no prompts", { ...hospital, prompting: "none" }, prompt, tune],
		["that has no test set", { ...hospital, evals: "none" }, prompt, tune],
		["that may not use its data", { ...hospital, "data-rights": "no" }, prompt, prompt],
		["that has nothing to train on", { ...hospital, examples: 0, teacher: "no" }, prompt, prompt],
		["that has no time", { ...hospital, weeks: 0 }, prompt, tune],
		["whose mistakes are missing facts", { ...hospital, failure: "missing-context" }, prompt, tune],
		["that nobody keeps", { ...hospital, maintenance: "no" }, prompt, tune],
		["a contract to summarise", { goal: "task-quality", task: "narrow" }, prompt, prompt],
		["a special field", { goal: "task-quality", domain: "specialised" }, prompt, prompt],
		["documents that change and must be cited", documents, prompt, prompt],
		["nothing known", {}, prompt, prompt],
	])("%s", (_story, facts, verdict, outlook) => {
		expect(decideOn(facts)).toMatchObject({ verdict, outlook });
	});

	test.each<[string, Record<string, unknown>, vetoed: boolean]>([
		["a small bill", { goal: "cost-latency", "monthly-spend-usd": 299 }, true],
		["a bill of 300 dollars", { goal: "cost-latency", "monthly-spend-usd": 300 }, false],
		[
			"a time limit beside it",
			{ goal: "cost-latency", "monthly-spend-usd": 9, latency: "strict" },
			false,
		],
		[
			"no hurry beside it",
			{ goal: "cost-latency", "monthly-spend-usd": 9, latency: "relaxed" },
			true,
		],
		["the target met, nothing wrong", { "quality-gap": "met", failure: "none" }, true],
		["and for less money", { "quality-gap": "met", failure: "none", goal: "cost-latency" }, false],
		["documents", documents, true],
	])("what rules fine-tuning out: %s", (_story, facts, vetoed) => {
		// All that speaks for fine-tuning, but for what is told.
		const all = { ...hospital, teacher: "yes", latency: "unknown", ...facts };
		const { outlook, reasons, confidence } = decideOn(all);
		expect(reasons.some(({ veto }) => veto)).toBe(vetoed);
		expect(reasons[0]?.veto ?? false).toBe(vetoed);
		if (vetoed) expect({ outlook, confidence }).toEqual({ outlook: prompt, confidence: 0.87 });
	});

	const met = { goal: "task-quality", "quality-gap": "met" };
	test.each([
		["where nothing is wrong, nothing", { ...met, failure: "none" }, null],
		[
			"where nothing was tried, not what prompts do wrong",
			{ prompting: "none", evals: "suite" },
			"data-rights",
		],
		["where something is wrong, how that is measured", { ...met, failure: "convention" }, "evals"],
	])("what to find out next: %s", (_name, facts, next) =>
		expect(decideOn(facts).nextQuestion).toBe(next),
	);

	test("documents that change daily and must be cited are looked up first", () => {
		expect(decideOn(documents).steps[0]?.id).toBe("look-facts-up");
	});

	test("the hospital is one answer away from training when it tried no prompts", () => {
		expect(decideOn({ ...hospital, prompting: "none" }).flips).toEqual([
			{
				verdict: "fine-tuning",
				given: false,
				changes: [{ fact: "prompting", from: "none", to: "systematic or plateaued" }],
			},
		]);
	});
});

test("the rule set's own tests pass", () => {
	const failed = runTests(rules).filter(({ failures }) => failures.length > 0);
	expect(failed.map(({ test, failures }) => [test.name, failures])).toEqual([]);
});

test("any answers give a valid decision that keeps its own promises", () => {
	const answer = (id: string) => {
		const { number, text } = rules.questions[id] as RuleSet["questions"][string];
		const values = valuesOf(rules.questions[id] as RuleSet["questions"][string]) ?? [];
		if (text) return fc.constantFrom("openai", "together", "gpt-4o", "-->", "<b>");
		if (number)
			return fc.oneof(fc.nat(900), fc.constantFrom("500..", "..50", "100..800", 0, number.most));
		return fc.oneof(fc.constantFrom(...values), fc.subarray(values, { minLength: 1 }));
	};
	const facts = Object.keys(rules.questions);
	const given = fc.record(Object.fromEntries(facts.map((id) => [id, answer(id)])), {
		requiredKeys: [],
	});
	fc.assert(
		fc.property(given, (raw) => {
			const decision = decideOn(raw);
			const { total, gates, verdict, outlook, settled, unknown, flips } = decision;
			expect(total.min).toBeLessThanOrEqual(total.points);
			expect(total.points).toBeLessThanOrEqual(total.max);
			if (verdict === "fine-tuning" && !settled)
				expect([outlook, ...gates.map(({ state }) => state)]).toEqual([
					"fine-tuning",
					...gates.map(() => "open"),
				]);
			if (settled) expect(unknown.some(({ couldFlip }) => couldFlip)).toBe(false);
			for (const flip of flips) expect(flip.verdict).not.toBe(verdict);
		}),
		{ numRuns: 150, seed: 22 },
	);
});
