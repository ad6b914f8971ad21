/** Cases worked out by hand, which the comparison has to give. */
import { type BreakEvenValues, breakEvenCalls } from "../../src/core/cost/break-even.ts";
import { type CostComparison, compareCosts } from "../../src/core/cost/compare-costs.ts";
import { matchModel } from "../../src/core/cost/match-model.ts";
import type { PriceBook } from "../../src/core/cost/prices.ts";
import { readQuantities } from "../../src/core/cost/quantities.ts";
import { exactly, mapRange } from "../../src/core/cost/range.ts";
import { loadPrices } from "../../src/io/load-prices.ts";

const read = await loadPrices({}, undefined);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const book: PriceBook = read.value;

const answers = Object.fromEntries(
	Object.entries({
		"monthly-requests": 200_000,
		"prompt-tokens": 3500,
		"output-tokens": 200,
		"data-quality": "curated",
	}).map(([fact, value]) => [fact, { value, from: `--${fact}` }]),
);

/** 3,000 tokens of instructions, 500 of input, 200 of answer, on Gemini 3.1 Flash-Lite; nothing stays after fine-tuning. */
export function compareWorked(hits?: number): CostComparison {
	const quantities = readQuantities(answers, { fixedTokens: 3000, hits }, book);
	const model = matchModel(book, "gemini-3.1-flash-lite");
	if (!quantities.ok || !model) throw new Error("The worked case cannot be read.");
	const kept = { ...quantities.value.kept, value: exactly(0) };
	return compareCosts(book, {
		...{ quantities: { ...quantities.value, kept }, model, answers },
		...{ offer: undefined, asOf: "2026-11-28" },
	});
}

/** 0.75, cached 0.075, 4.50 USD per million tokens. */
const shape = {
	...{ prompt: 3500, fixed: 3000 / 3500, kept: 1, output: 200, write: 1, cached: 0.1 },
	...{ inputPrice: 0.75, outputPrice: 4.5, tunedKept: 0, months: 12, oneOff: 0 },
};

function breakEvenAt(values: Record<string, number>): string {
	const all = Object.entries({ ...shape, ...values }).map(([name, value]) => [
		name,
		exactly(value),
	]);
	// Every input stands in one of the two.
	const found = breakEvenCalls(Object.fromEntries(all) as BreakEvenValues);
	const { usual } = mapRange(found, (calls) => Number(calls.toPrecision(3)));
	return usual === Number.POSITIVE_INFINITY ? "never" : String(usual);
}

const byTheHour = { hosting: 8 * 730, upkeep: 0, tunedInputPrice: 0, tunedOutputPrice: 0 };
const adapter = { hosting: 0, upkeep: 100, tunedInputPrice: 0.195, tunedOutputPrice: 0.6 };

export async function workedCases(): Promise<{ what: string; found: string; goal: string }[]> {
	const flashLite = compareWorked(1).breakEvens.find(({ way }) => way === "tuned-per-token");
	return [
		{
			what: "calls a month that pay for an H100 at 8 USD an hour, no cache",
			found: breakEvenAt({ ...byTheHour, hits: 0 }),
			goal: "1660000",
		},
		{
			what: "the same with the prefix always cached",
			found: breakEvenAt({ ...byTheHour, hits: 1 }),
			goal: "3890000",
		},
		{
			what: "calls a month that pay for 100 USD of upkeep of an 8B adapter, prefix cached",
			found: breakEvenAt({ ...adapter, hits: 1 }),
			goal: "78000",
		},
		{
			what: "Gemini 3.1 Flash-Lite with a cached prefix, fine-tuned at 1.5 times the price",
			found: flashLite?.verdict ?? "",
			goal: "never",
		},
	];
}
