/** Decisions by the built-in rules: valid by the shipped schema, and right on the stories that fix them. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../../src/core/answers/answers.ts";
import { valuesOf } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Decision } from "../../../src/core/decision/decision.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { runTests } from "../../../src/core/verify/rule-tests.ts";
import { rules } from "../../built-in.ts";

const schema = JSON.parse(
	readFileSync(new URL("../../../schema/decision.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020().compile(schema);

function decideOn(facts: Record<string, unknown>): Decision {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from: "test" }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
	const decision = decide(rules, answers.value, { asOf: "2026-11-22" });
	validate(decision);
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
	test.each<[string, Record<string, unknown>, Decision["verdict"], Decision["outlook"]]>([
		["the lecture's hospital", hospital, "fine-tuning", "fine-tuning"],
		["that names an owner", { ...hospital, maintenance: "yes" }, "fine-tuning", "fine-tuning"],
		[
			"that calls it new knowledge",
			{ ...hospital, goal: "new-knowledge" },
			"fine-tuning",
			"fine-tuning",
		],
		[
			"that tried no prompts",
			{ ...hospital, prompting: "none" },
			"prompt-engineering",
			"fine-tuning",
		],
		["that has no test set", { ...hospital, evals: "none" }, "prompt-engineering", "fine-tuning"],
		[
			"that may not use its data",
			{ ...hospital, "data-rights": "no" },
			"prompt-engineering",
			"fine-tuning",
		],
		["that nobody keeps", { ...hospital, maintenance: "no" }, "prompt-engineering", "fine-tuning"],
		[
			"a contract to summarise",
			{ goal: "task-quality", task: "narrow" },
			"prompt-engineering",
			"prompt-engineering",
		],
		[
			"a contract, a special field",
			{ goal: "task-quality", domain: "specialised" },
			"prompt-engineering",
			"prompt-engineering",
		],
		[
			"documents that change and must be cited",
			{ goal: "new-knowledge", "knowledge-change": "daily", citations: "yes" },
			"prompt-engineering",
			"prompt-engineering",
		],
		["nothing known", {}, "prompt-engineering", "prompt-engineering"],
	])("%s", (_story, facts, verdict, outlook) => {
		expect(decideOn(facts)).toMatchObject({ verdict, outlook });
	});

	test("documents that change daily and must be cited are looked up first", () => {
		const { steps } = decideOn({
			goal: "new-knowledge",
			"knowledge-change": "daily",
			citations: "yes",
		});
		expect(steps[0]?.id).toBe("look-facts-up");
	});

	test("the hospital is one answer away from training when it tried no prompts", () => {
		expect(decideOn({ ...hospital, prompting: "none" }).flips).toEqual([
			{
				verdict: "fine-tuning",
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
					"open",
					"open",
					"open",
					"open",
					"open",
				]);
			if (settled) expect(unknown.some(({ couldFlip }) => couldFlip)).toBe(false);
			for (const flip of flips) expect(flip.verdict).not.toBe(verdict);
		}),
		{ numRuns: 150, seed: 22 },
	);
});
