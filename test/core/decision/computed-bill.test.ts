/** The bill counts like an answer where nobody said it. */
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/core/decision/decide.ts";
import { answersOf, rules } from "../../built-in.ts";

const facts = {
	goal: "cost-latency",
	model: "gpt-5.4",
	"monthly-requests": 2000,
	"prompt-tokens": 3500,
	"output-tokens": 200,
};
const decideOn = (given: object) => decide(rules, answersOf(given), { asOf: "2026-11-28" });
const computedBill = (given: object) => decideOn(given).computed["monthly-spend-usd"];

test("says where it comes from, and is no answer of yours", () => {
	const decision = decideOn(facts);
	expect(decision.computed["monthly-spend-usd"]).toEqual({
		value: 23.5,
		from: "computed from calls, tokens and the price of gpt-5.4 as of 2026-09-23",
	});
	expect(decision.answers).not.toHaveProperty("monthly-spend-usd");
	expect(decision.unknown.map(({ fact }) => fact)).not.toContain("monthly-spend-usd");
});

test.each<[string, object]>([
	["a bill that was said", { "monthly-spend-usd": 30 }],
	["an unknown model", { model: "claude-sonnet-5-5" }],
	["no model", { model: "unknown" }],
	["calls without an upper end", { "monthly-requests": "2000.." }],
	["your own machines", { deployment: "private" }],
])("is not computed with %s", (_, change) => {
	expect(computedBill({ ...facts, ...change })).toBeUndefined();
});

test("a bill that you do not know is computed", () => {
	expect(computedBill({ ...facts, "monthly-spend-usd": "unknown" })?.value).toBe(23.5);
});

describe("a bill that was said", () => {
	test.each([
		["fits", 40, 0],
		["does not fit", 4000, 1],
	])("%s", (_, bill, count) => {
		const { contradictions } = decideOn({ ...facts, "monthly-spend-usd": bill });
		expect(contradictions.filter(({ says }) => says.includes("tokens come to"))).toHaveLength(
			count,
		);
	});
});

test("the same answers cost the same on every day", () => {
	const at = (asOf: string) => {
		const { cost, computed } = decide(rules, answersOf(facts), { asOf });
		return { ways: cost?.ways, computed };
	};
	expect(at("2027-06-01")).toEqual(at("2026-11-28"));
});

test("prices are old by the day of the decision", () => {
	const isOld = (asOf: string) =>
		decide(rules, answersOf(facts), { asOf }).cost?.prices.map((price) => price.isOld);
	expect(isOld("2026-09-23")?.[0]).toBe(false);
	expect(isOld("2026-12-22")?.[0]).toBe(false);
	expect(isOld("2026-12-23")?.[0]).toBe(true);
});

test("rules without prices compute nothing", () => {
	const { prices: _, ...without } = rules;
	const { cost, computed } = decide(without, answersOf(facts));
	expect([cost, computed]).toEqual([null, {}]);
});
