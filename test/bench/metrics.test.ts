import { describe, expect, test } from "vitest";
import {
	agreement,
	brier,
	isSure,
	type Judged,
	reliability,
	spreadOf,
} from "../../bench/score/metrics.ts";

const judged = (right: boolean, confidence?: number): Judged => ({
	of: { id: "one", kind: "industry", difficulty: "easy", outcome: "fine-tuning" },
	right,
	...(confidence !== undefined && { confidence }),
});

test.each([
	["nothing judged", [], undefined],
	["all right", [judged(true), judged(true)], 1],
	["one of four", [judged(true), judged(false), judged(false), judged(false)], 0.25],
])("agreement: %s", (_name, list, expected) => expect(agreement(list)).toBe(expected));

test.each([
	["nothing judged", [], undefined],
	["nobody said how sure", [judged(true)], undefined],
	["a coin", [judged(true, 0.5), judged(false, 0.5)], 0.25],
	["sure and right", [judged(true, 1)], 0],
	["sure and wrong", [judged(false, 1)], 1],
	["only those who said", [judged(false), judged(true, 0.9)], 0.01],
])("Brier score: %s", (_name, list, expected) =>
	expected === undefined
		? expect(brier(list)).toBeUndefined()
		: expect(brier(list)).toBeCloseTo(expected, 12),
);

test.each([
	["on the cut", 0.7, true],
	["below", 0.69, false],
	["not said", undefined, false],
])("sure: %s", (_name, confidence, expected) =>
	expect(isSure(judged(true, confidence))).toBe(expected),
);

describe("reliability", () => {
	const bins = reliability([
		judged(true, 0.5),
		judged(false, 0.59),
		judged(true, 0.6),
		judged(true, 0.9),
		judged(false, 1),
	]);

	test("every judgement is in one bin, the lower edge included", () => {
		expect(bins.map(({ share }) => share)).toEqual([0.4, 0.2, 0, 0, 0.4]);
	});

	test("says what was said and what came", () => {
		expect(bins[0]?.confidence).toBeCloseTo(0.545, 12);
		expect(bins.map((bin) => bin.agreement)).toEqual([0.5, 1, undefined, undefined, 0.5]);
	});

	test("of nothing is empty", () => {
		expect(reliability([]).every(({ share }) => share === 0)).toBe(true);
	});
});

test.each([
	["half of a hundred", 0.5, 100, 0.098],
	["all of them", 1, 100, 0],
	["no cases", 0.5, 0, 0.98],
])("spread: %s", (_name, share, cases, expected) =>
	expect(spreadOf(share, cases)).toBeCloseTo(expected, 6),
);
