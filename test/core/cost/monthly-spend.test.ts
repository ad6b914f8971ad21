import { describe, expect, test } from "vitest";
import { billFact, billFault, billOf } from "../../../src/core/cost/monthly-spend.ts";
import { answersOf, compare, type Facts, usual } from "./compared.ts";

describe("the bill", () => {
	test.each<[string, Facts, string | number]>([
		// 200,000 × (3,500 × 0.75 + 200 × 4.50) per million.
		["of exact amounts is one number", {}, 705],
		["has three figures", { "monthly-requests": 123_456 }, 435],
		["of a range is a range", { "monthly-requests": "100000..200000" }, "353..705"],
		["of no calls is nothing", { "monthly-requests": 0 }, 0],
	])("%s", (_, facts, value) => {
		expect(billOf(compare({ facts }), answersOf({ ...usual, ...facts }))).toEqual({
			value,
			from: "computed from calls, tokens and the price of gpt-5.4-mini as of 2026-09-23",
		});
	});

	test.each([
		["at a provider", "hosted", true],
		["on your own machines", "private", false],
		["on a device", "edge", false],
	])("%s", (_, deployment, hasBill) => {
		const bill = billOf(compare({ facts: { deployment } }), answersOf({ ...usual, deployment }));
		expect(bill !== undefined).toBe(hasBill);
	});
});

describe("a bill that was said", () => {
	const faultOf = (facts: Facts) =>
		billFault(compare({ facts }), answersOf({ ...usual, ...facts }));

	test.each<[string, string | number, boolean]>([
		["twice the computed one", 1410, false],
		["above twice", 1411, true],
		// Half of what is left with a cached prefix at its best.
		["low, as caching and batches make it", 162, false],
		["lower than that", 161, true],
		["a range that reaches it", "1000..5000", false],
		["a range beyond it", "1500..5000", true],
		["without an upper end", "5000..", false],
		["unknown", "unknown", false],
	])("%s", (_, bill, isFault) => {
		expect(faultOf({ [billFact]: bill }) !== undefined).toBe(isFault);
	});

	test("is told with both amounts, the model and the day of its price", () => {
		expect(faultOf({ [billFact]: 5000 })).toMatch(
			/5,000 US dollars, but .* come to 705 at the price of gpt-5\.4-mini as of 2026-09-23\./,
		);
	});
});
