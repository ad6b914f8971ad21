import { describe, expect, test } from "vitest";
import type { CostComparison } from "../../../src/core/cost/compare-costs.ts";
import { readQuantities } from "../../../src/core/cost/quantities.ts";
import type { WayId } from "../../../src/core/cost/way.ts";
import { book } from "./built-in-prices.ts";
import { answersOf, type Case, compare, type Facts, usual } from "./compared.ts";

const idsOf = ({ ways }: CostComparison) => ways.map(({ id }) => id);
const wayOf = ({ ways }: CostComparison, id: WayId) => ways.find((way) => way.id === id);
const leftOutOf = ({ leftOut }: CostComparison, id: WayId) =>
	leftOut.find((one) => one.id === id)?.why;

describe("ways", () => {
	test("all of them, where all are known", () => {
		expect(idsOf(compare({}))).toEqual([
			"prompting",
			"prompting-cached",
			"prompting-batch",
			"prompting-trimmed",
			"smaller-model",
			"tuned-per-token",
			"tuned-dedicated",
			"tuned-own-gpu",
		]);
	});

	test("a small open model too, where your own is another", () => {
		const found = compare({ model: "gpt-4.1" });
		expect(wayOf(found, "tuned-per-token")?.uses).toBe("openai/gpt-4.1");
		expect(wayOf(found, "tuned-small")?.uses).toMatch(/\/[\w.-]+b$/);
		expect(
			leftOutOf(compare({ model: "gpt-4.1", facts: { deployment: "edge" } }), "tuned-small"),
		).toMatch(/device/);
	});

	test("a call today is worked out by hand", () => {
		// 3,500 × 0.75 + 200 × 4.50, per million.
		expect(wayOf(compare({}), "prompting")?.perCall.usual).toBeCloseTo(0.003525, 9);
	});

	test.each<[string, Case, WayId, RegExp]>([
		["a prefix of 1,023 tokens", { flags: { fixedTokens: 1023 } }, "prompting-cached", /1024/],
		["a cache in use", { flags: { hits: 0.5 } }, "prompting-cached", /already/],
		["a model without a cache", { model: "gpt-4o-2024-05-13" }, "prompting-cached", /no price/],
		["a seller without batch", { model: "grok-4.6" }, "prompting-batch", /batch/],
		["the smallest of its family", { model: "gpt-6-luna" }, "smaller-model", /smaller/],
		["a device", { facts: { deployment: "edge" } }, "tuned-per-token", /device/],
		["own machines", { facts: { deployment: "private" } }, "tuned-dedicated", /own machines/],
		["too large to host", { flags: { size: 500 } }, "tuned-dedicated", /500B/],
	])("%s leaves one out", (_, given, id, why) => {
		const found = compare(given);
		expect(wayOf(found, id)).toBeUndefined();
		expect(leftOutOf(found, id)).toMatch(why);
	});

	test("a prefix of 1,024 tokens is cached", () => {
		expect(wayOf(compare({ flags: { fixedTokens: 1024 } }), "prompting-cached")).toBeDefined();
	});

	test("a prompt past the long-context limit costs what long prompts cost", () => {
		const at = (tokens: number) =>
			wayOf(compare({ model: "gpt-6-sol", facts: { "prompt-tokens": tokens } }), "prompting");
		expect(at(272_000)?.perCall.usual).toBeCloseTo((272_000 * 2 + 200 * 10) / 1e6, 9);
		expect(at(272_001)?.perCall.usual).toBeCloseTo((272_001 * 4 + 200 * 15) / 1e6, 9);
	});

	test("ends are in order, and more of what is unknown widens nothing that is known", () => {
		for (const way of compare({ facts: { "monthly-requests": "100000..500000" } }).ways)
			for (const range of [way.perCall, way.perMonth, way.oneOff, way.spreadPerMonth, way.total]) {
				expect(range.low).toBeLessThanOrEqual(range.usual);
				expect(range.usual).toBeLessThanOrEqual(range.high);
			}
	});
});

describe("the offer", () => {
	test.each<[string, Case, string]>([
		["of the model in use", { model: "gemini-3.5-flash" }, "vertex/gemini-3.5-flash"],
		["of the seller of the model", { model: "gemini-3.6-flash" }, "vertex/gemini-3.1-flash-lite"],
		["not one that ends soon", { model: "gpt-5.4-mini" }, "prime-intellect/qwen3.5-9b"],
		[
			"that ends soon, if its provider is named",
			{ facts: { provider: "openai" } },
			"openai/gpt-4o-mini",
		],
		["of the provider", { facts: { provider: "bedrock" } }, "bedrock/nova-micro"],
		["that a flag names", { offer: "prime-intellect/gpt-oss-20b" }, "prime-intellect/gpt-oss-20b"],
		["that is nearest to 8B", { model: "grok-4.6" }, "prime-intellect/qwen3.5-9b"],
		["that is nearest to 14B", { model: "grok-4.6", flags: { size: 14 } }, "wandb/qwen3-14b"],
		[
			"on the last day for new jobs",
			{ model: "gpt-4.1-mini", day: "2027-01-06" },
			"openai/gpt-4.1-mini",
		],
		["a day later", { model: "gpt-4.1-mini", day: "2027-01-07" }, "prime-intellect/qwen3.5-9b"],
	])("%s", (_, given, name) => {
		expect(wayOf(compare(given), "tuned-per-token")?.uses).toContain(name);
	});

	test("ends with its last job, and says so", () => {
		const way = wayOf(compare({ model: "gpt-4.1-mini" }), "tuned-per-token");
		expect(way?.endsWith).toBe("fine-tuning of gpt-4.1-mini closes at openai on 2027-01-06");
		expect(way?.horizonMonths.usual).toBeCloseTo(39 / (365.25 / 12), 9);
	});

	test("a deployment that also asks for tokens is one, whatever the calls", () => {
		const way = wayOf(
			compare({ offer: "azure", facts: { "monthly-requests": 1e9 } }),
			"tuned-dedicated",
		);
		expect(way?.uses).toBe("azure/gpt-4.1-mini");
		// 720 hours at Azure.
		expect(
			way?.formulas.find(({ formula: { symbol } }) => symbol === "H")?.value.usual,
		).toBeCloseTo(1224, 9);
	});
});

test("GPUs that are switched off cost nothing, and what is on serves all calls", () => {
	const hosting = (hoursOn?: number, calls = 200_000) =>
		wayOf(
			compare({ flags: { hoursOn }, facts: { "monthly-requests": calls } }),
			"tuned-dedicated",
		)?.formulas.find(({ formula: { symbol } }) => symbol === "H")?.value.usual;
	expect(hosting()).toBeCloseTo(5.49 * 730, 6);
	expect(hosting(50)).toBeCloseTo(5.49 * 50, 6);
	expect(hosting(744)).toBeCloseTo(5.49 * 730, 6);
	expect(hosting(1, 10_000_000)).toBeGreaterThan(5.49);
});

describe("break-even", () => {
	const found = (given: Case, way: WayId, against: WayId) =>
		compare(given).breakEvens.find((one) => one.way === way && one.against === against);

	test("a premium that a cached prefix undercuts never pays", () => {
		const never = found(
			{ model: "gemini-3.1-flash-lite", flags: { hits: 1, fixedTokens: 3000 } },
			"tuned-per-token",
			"prompting",
		);
		expect(never?.verdict).toBe("never");
		expect(never?.requestsPerMonth.low).toBe(Number.POSITIVE_INFINITY);
	});

	test("a day rate raises it", () => {
		const at = (dayRate: number) =>
			found({ flags: { dayRate } }, "tuned-own-gpu", "prompting")?.requestsPerMonth.usual ?? 0;
		expect(at(700)).toBeGreaterThan(at(0));
	});

	test.each([
		["far fewer calls than the break-even", 1000, "too-few-calls"],
		["far more", 1e9, "pays"],
		["between the least and the usual break-even", 180_000, "at-best-pays"],
		["between the usual and the highest", 200_000, "usually-pays"],
	])("%s", (_, calls, verdict) => {
		const given = { model: "claude-opus-4-8", facts: { "monthly-requests": calls } };
		expect(found(given, "tuned-dedicated", "prompting")?.verdict).toBe(verdict);
	});

	test("past what one GPU serves, the next one is paid for too", () => {
		const given = { model: "gpt-5-nano", flags: { size: 70 }, facts: { "prompt-tokens": 500 } };
		const at = found(given, "tuned-own-gpu", "prompting");
		expect(at?.requestsPerMonth.usual).toBe(Number.POSITIVE_INFINITY);
	});
});

describe("people and notes", () => {
	test.each<[string, Case, number]>([
		["labeled examples", { facts: { "data-quality": "curated", examples: 1000 } }, 0],
		["raw logs", { facts: { "data-quality": "raw", examples: 1000 } }, 1500],
		["a teacher model", { facts: { teacher: "yes", examples: 1000 } }, 50],
		["experts", { flags: { label: "expert" }, facts: { examples: 1000 } }, 7500],
	])("labels: %s", (_, given, dollars) => {
		const labels = wayOf(compare(given), "tuned-per-token")?.formulas.find(
			({ formula: { symbol } }) => symbol === "F_labels",
		);
		expect(labels?.value.usual).toBeCloseTo(dollars, 9);
	});

	test("old prices are marked", () => {
		const { prices } = compare({ model: "gpt-4.1-mini" });
		expect(prices.find(({ what }) => what === "openai/gpt-4.1-mini")?.isOld).toBe(true);
		expect(prices.find(({ what }) => what === "gpt-4.1-mini")?.isOld).toBe(false);
	});

	test.each<[string, Case, RegExp]>([
		["a fine-tuned name", { model: "ft:gpt-4.1:us::1" }, /base model/],
		["a model that is gone", { model: "o4-mini" }, /retired on 2026-10-23/],
		["a region", { model: "us.anthropic.claude-haiku-4-5-20251001-v1:0" }, /10%/],
		["a price step", { model: "gemini-3.6-flash" }, /becomes 1.5 in, 7.5 out.*2027-01-01/],
		["too long a prompt", { facts: { "prompt-tokens": 900_000 } }, /not fit into the 400,?000/],
		["a backlog", { facts: { run: "one-off" } }, /backlog/],
	])("%s is noted", (_, given, says) => {
		expect(compare(given).notes.join(" ")).toMatch(says);
	});
});

/** Every number of a comparison, without those that are infinite on purpose. */
function numbersIn(value: unknown): number[] {
	if (typeof value === "number") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test.each<[string, Case]>([
	["no calls", { facts: { "monthly-requests": 0 } }],
	["empty prompts", { facts: { "prompt-tokens": 0 } }],
	["nothing at all", { facts: { "monthly-requests": 0, "prompt-tokens": 0, "output-tokens": 0 } }],
	["no examples", { facts: { examples: 0 } }],
	[
		"as much as a fact can be",
		{ facts: { "monthly-requests": 1e12, "prompt-tokens": 1e8, "output-tokens": 1e8 } },
	],
	[
		"from nothing to all",
		{ facts: { "monthly-requests": "0..1000000000000", "prompt-tokens": "0..100000000" } },
	],
])("%s gives numbers, from low to high", (_, given) => {
	const { ways, breakEvens } = compare(given);
	expect(numbersIn([ways, breakEvens]).filter(Number.isNaN)).toEqual([]);
	for (const { requestsPerMonth } of breakEvens)
		expect(requestsPerMonth.low).toBeLessThanOrEqual(requestsPerMonth.high);
	for (const { total } of ways) expect(total.low).toBeLessThanOrEqual(total.high);
});

describe("what is missing", () => {
	test.each<[string, Facts, string]>([
		["no calls", { "monthly-requests": "unknown" }, "missing-fact"],
		["an open end", { "prompt-tokens": "500.." }, "open-range"],
		["open examples", { examples: "500.." }, "open-range"],
	])("%s", (_, facts, code) => {
		const found = readQuantities(answersOf({ ...usual, ...facts }), {}, book);
		expect(found.ok).toBe(false);
		if (!found.ok) expect(found.problems.map((one) => one.code)).toEqual([code]);
	});

	test("a range counts by its middle", () => {
		const found = readQuantities(answersOf({ ...usual, "prompt-tokens": "2000..4000" }), {}, book);
		expect(found.ok && found.value.prompt.value).toEqual({ low: 2000, usual: 3000, high: 4000 });
	});
});
