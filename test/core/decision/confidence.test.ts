import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type ConfidenceInputs,
	marginShare,
	probabilityOf,
	strengthOf,
} from "../../../src/core/decision/confidence.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { answersOf, rules } from "../../built-in.ts";

const curve = rules.verdict.confidence;

/** Points for and against the outlook, as a total is made of them. */
const spoken = fc.record({
	against: fc.integer({ min: 0, max: 100 }),
	lead: fc.integer({ min: 0, max: 100 }),
	agree: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Spoken = { against: number; lead: number; agree: number };
const inputsFrom = ({ against, lead, agree }: Spoken): ConfidenceInputs => ({
	margin: lead + 0.5,
	weight: 2 * against + lead,
	agree,
});

const curves = fc.record({
	base: fc.double({ min: -5, max: 5, noNaN: true }),
	margin: fc.double({ min: 0, max: 50, noNaN: true }),
	share: fc.double({ min: 0, max: 50, noNaN: true }),
});

describe("the curve", () => {
	test("stays between a coin and its cap, whatever the coefficients", () => {
		fc.assert(
			fc.property(curves, spoken, (any, said) => {
				const chance = probabilityOf(any, inputsFrom(said));
				expect(chance).toBeGreaterThanOrEqual(0.5);
				expect(chance).toBeLessThanOrEqual(0.95);
			}),
		);
	});

	const more: [string, (said: Spoken, by: number) => Spoken][] = [
		["another reason for the outlook", (said, by) => ({ ...said, lead: said.lead + by })],
		[
			"one reason less against it",
			({ against, lead, agree }, by) => {
				const gone = Math.min(by, against);
				return { against: against - gone, lead: lead + gone, agree };
			},
		],
		["more completions that agree", (said, by) => ({ ...said, agree: said.agree + by / 100 })],
	];
	test.each(more)("%s never lowers it", (_name, change) => {
		fc.assert(
			fc.property(spoken, fc.integer({ min: 0, max: 40 }), (said, by) => {
				const before = probabilityOf(curve, inputsFrom(said));
				const after = probabilityOf(curve, inputsFrom(change(said, by)));
				expect(after).toBeGreaterThanOrEqual(before - 1e-12);
			}),
		);
	});

	test("a larger margin among the same points never lowers it", () => {
		fc.assert(
			fc.property(spoken, fc.integer({ min: 0, max: 40 }), (said, by) => {
				const inputs = inputsFrom(said);
				const wider = { ...inputs, margin: inputs.margin + by };
				expect(probabilityOf(curve, wider)).toBeGreaterThanOrEqual(probabilityOf(curve, inputs));
			}),
		);
	});

	test.each([
		["nothing said", { margin: 1.5, weight: 0, agree: 0.5 }, 0],
		["all on one side", { margin: 15, weight: 15, agree: 0.5 }, 0.75],
		["half against", { margin: 5, weight: 15, agree: 0.5 }, 0.25],
		["no more margin than was said", { margin: 9, weight: 3, agree: 0.5 }, 0.375],
	])("one-sidedness: %s", (_name, inputs, expected) => {
		expect(marginShare(inputs, 5)).toBe(expected);
	});
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
		expect(confidence).toBeLessThanOrEqual(curve.most ?? 0.95);
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
