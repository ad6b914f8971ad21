import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confidenceAt, marginOf, strengthOf } from "../../../src/core/decision/confidence.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { answersOf, rules } from "../../built-in.ts";

const curve = rules.verdict.confidence;

const curves = fc.record({
	point: fc.double({ min: 0, max: 50, noNaN: true }),
	vetoed: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
	most: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
});
const margins = fc.integer({ min: 0, max: 100 });

describe("the curve", () => {
	test("stays between a coin and its cap, whatever the numbers", () => {
		fc.assert(
			fc.property(curves, margins, fc.boolean(), (any, margin, isVetoed) => {
				const chance = confidenceAt(any, { margin, isVetoed });
				expect(chance).toBeGreaterThanOrEqual(0.5);
				expect(chance).toBeLessThanOrEqual(Number(any.most.toFixed(2)));
			}),
		);
	});

	test("never falls where the margin is wider", () => {
		fc.assert(
			fc.property(curves, margins, margins, (any, margin, by) => {
				const [less, more] = [margin, margin + by].map((wide) =>
					confidenceAt(any, { margin: wide, isVetoed: false }),
				);
				expect(more).toBeGreaterThanOrEqual(less as number);
			}),
		);
	});

	test.each([
		["no margin is a coin", 0, false, 0.5],
		["a veto is as sure as it proved to be", 0, true, 0.87],
		["surer where the total agrees", 100, true, 0.95],
		["a wide margin is as sure as can be", 100, false, 0.95],
	])("%s", (_name, margin, isVetoed, expected) => {
		expect(confidenceAt(curve, { margin, isVetoed })).toBe(expected);
	});
});

test.each([
	["just above the threshold", { total: 2, said: 9 }, 0.5],
	["just below it", { total: 1, said: 9 }, 0.5],
	["far above", { total: 7, said: 9 }, 5.5],
	["no more than was said", { total: -8, said: 3 }, 3],
	["nothing said", { total: 0, said: 0 }, 0],
	["overruled by a veto, on the threshold", { total: 2, said: 9, isVetoed: true }, 0],
	["with the veto, just below it", { total: 1, said: 9, isVetoed: true }, 0.5],
])("margin: %s", (_name, points, expected) => {
	expect(marginOf({ isVetoed: false, ...points }, { threshold: 2 })).toBe(expected);
});

test("a veto without a figure of its own is as sure as can be", () => {
	expect(confidenceAt({ point: 0.2, most: 0.9 }, { margin: 0, isVetoed: true })).toBe(0.9);
});

describe("decisions", () => {
	const few = answersOf({ task: "narrow", failure: "cost-latency" });
	const many = answersOf({
		task: "narrow",
		failure: "cost-latency",
		goal: "cost-latency",
		"quality-gap": "met",
		latency: "strict",
		skills: "ml",
		examples: 5000,
		"data-quality": "curated",
		teacher: "yes",
		maintenance: "yes",
		"monthly-requests": 5_000_000,
	});

	test("nothing known is a coin", () => {
		expect(decide(rules, {}).confidence).toBeLessThan(0.6);
		expect(decide(rules, {}).strength).toBe("close");
	});

	test("more reasons on one side are surer than few", () => {
		expect(decide(rules, many).outlook).toBe(decide(rules, few).outlook);
		expect(decide(rules, many).confidence).toBeGreaterThan(decide(rules, few).confidence);
	});

	test("two digits are printed, never 1", () => {
		const { confidence } = decide(rules, many);
		expect(confidence).toBe(Number(confidence.toFixed(2)));
		expect(confidence).toBeLessThanOrEqual(curve.most);
	});
});

test.each([
	["on the cut of clear", 0.8, "clear"],
	["below it", 0.79, "leaning"],
	["on the cut of leaning", 0.6, "leaning"],
	["below that", 0.59, "close"],
])("strength %s", (_name, confidence, expected) => {
	const strength = { clear: 0.8, leaning: 0.6 };
	const set = { ...rules, verdict: { ...rules.verdict, strength } } satisfies RuleSet;
	expect(strengthOf(set, confidence)).toBe(expected);
});
