/** Whether fine-tuning pays back is computed, counts in the score, and follows when an answer changes. */
import { describe, expect, test } from "vitest";
import { decide, decideWithChanges } from "../../../src/core/decision/decide.ts";
import { tryOut } from "../../../src/page/decide-facts.ts";
import { answersOf, rules } from "../../built-in.ts";

/** All that is needed, but for quality: cost is the problem. */
const ready = {
	goal: "cost-latency",
	work: "extract",
	task: "narrow",
	prompting: "plateaued",
	"quality-gap": "met",
	failure: "cost-latency",
	"knowledge-change": "static",
	citations: "no",
	evals: "suite",
	examples: 5000,
	"data-quality": "curated",
	"data-rights": "yes",
	run: "ongoing",
	latency: "relaxed",
	skills: "ml",
	maintenance: "yes",
	deployment: "hosted",
	tunable: "best",
	modality: "text",
	spec: "written",
	grading: "program",
	domain: "general",
	"similar-cases": "yes",
	teacher: "yes",
	"model-size": "frontier",
	"budget-usd": 20_000,
	weeks: 12,
	model: "gpt-5.4",
	provider: "together",
	"monthly-requests": 200_000,
	"prompt-tokens": 3500,
	"output-tokens": 200,
};
const decideOn = (given: object) =>
	decide(rules, answersOf({ ...ready, ...given }), { asOf: "2026-11-28" });
const paybackOf = (given: object) => decideOn(given).computed.payback?.value;

describe("its value", () => {
	test.each<[string, object, string | undefined]>([
		["many calls", { "monthly-requests": 5_000_000 }, "within-half-a-year"],
		["some calls", {}, "within-two-years"],
		["fewer calls", { "monthly-requests": 40_000 }, "over-two-years"],
		["hardly any", { "monthly-requests": 2000 }, "never"],
		["no calls", { "monthly-requests": 0 }, "never"],
		["a cheap model", { model: "gpt-5-nano" }, "never"],
		["a backlog, which is done before it pays back", { run: "one-off" }, "never"],
		["a bill without a model", { model: "unknown", "monthly-spend-usd": 5000 }, undefined],
		["speed as the reason", { latency: "strict" }, undefined],
		["calls without an end", { "monthly-requests": "1000.." }, undefined],
	])("%s", (_, given, value) => expect(paybackOf(given)).toBe(value));
});

test("the reason says when, and where it comes from", () => {
	const { reasons, computed } = decideOn({});
	expect(reasons.find(({ rule }) => rule === "cost.pays-back")?.because).toMatch(
		/^Fine-tuning pays back in about \d+ (months|year), people's time included/,
	);
	expect(computed.payback?.from).toBe("computed from calls, tokens and prices as of 2026-11-28");
});

describe("each mechanism counts once", () => {
	const firing = (given: object) =>
		decideOn(given)
			.reasons.map(({ rule }) => rule)
			.filter((rule) => rule.startsWith("cost.pays") || rule === "cost.price-or-speed");
	test.each<[string, object, string[]]>([
		["computed", {}, ["cost.pays-back"]],
		["not computed", { model: "unknown" }, ["cost.price-or-speed"]],
		[
			"where speed is the reason",
			{ latency: "strict", "monthly-requests": 300_000 },
			["cost.price-or-speed"],
		],
	])("%s", (_, given, rulesThatFire) => expect(firing(given)).toEqual(rulesThatFire));
});

test("nobody is asked for it, and it is no open question", () => {
	const { unknown, nextQuestion, flips } = decideOn({ model: "unknown", spec: "unknown" });
	expect(unknown.map(({ fact }) => fact)).toEqual(["monthly-spend-usd", "spec", "model"]);
	expect(nextQuestion).not.toBe("payback");
	expect(flips.flatMap(({ changes }) => changes.map(({ fact }) => fact))).not.toContain("payback");
	expect(rules.questions).not.toHaveProperty("payback");
});

describe("what is proved holds whatever it is computed to", () => {
	/** Without them it cannot be computed. */
	const models = ["gpt-5.4", "gpt-5-nano", "claude-opus-5"];
	test.each([2000, 40_000, 200_000, 5_000_000])("%d calls", (calls) => {
		const given = { "monthly-requests": calls, model: "unknown" };
		const { settled, verdict, unknown } = decideOn(given);
		const verdicts = models.map((model) => decideOn({ ...given, model }).verdict);
		if (settled) expect(new Set([verdict, ...verdicts]).size).toBe(1);
		const isOpen = new Set(verdicts).size > 1;
		if (isOpen) expect(unknown.find(({ fact }) => fact === "model")?.couldFlip).toBe(true);
	});

	test("some model would turn the verdict, and that is said", () => {
		const { settled, unknown } = decideOn({ model: "unknown" });
		expect(settled).toBe(false);
		expect(unknown).toContainEqual({ fact: "model", couldFlip: true, alone: false });
	});
});

test.each([2000, 40_000, 200_000, 1_500_000, 5_000_000])(
	"what would change the verdict does, computed anew: %d calls",
	(calls) => {
		for (const change of [
			{},
			{ teacher: "no" },
			{ skills: "software" },
			{ domain: "proprietary" },
		]) {
			const given = { ...ready, "monthly-requests": calls, ...change };
			const { decision, changes } = decideWithChanges(rules, answersOf(given));
			for (const [place, flip] of decision.flips.entries()) {
				const tried = tryOut(changes[place] as never, rules);
				expect(decide(rules, answersOf({ ...given, ...tried })).verdict).toBe(flip.verdict);
			}
		}
	},
);
