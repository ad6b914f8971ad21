/** Comparisons with the prices that ship. */
import { compareCosts, ownModel } from "../../../src/core/cost/compare-costs.ts";
import { matchModel } from "../../../src/core/cost/match-model.ts";
import { memoryTable } from "../../../src/core/cost/memory-table.ts";
import { type CostFlags, readQuantities } from "../../../src/core/cost/quantities.ts";
import { asOf, book } from "./built-in-prices.ts";

export type Facts = Record<string, string | number>;
export const usual = { "monthly-requests": 200_000, "prompt-tokens": 3500, "output-tokens": 200 };
export const answersOf = (facts: Facts) =>
	Object.fromEntries(
		Object.entries(facts).map(([fact, value]) => [fact, { value, from: `--${fact}` }]),
	);

export interface Case {
	facts?: Facts;
	flags?: CostFlags;
	model?: string;
	offer?: string;
	day?: string;
}

export function compare({
	facts = {},
	flags = {},
	model = "gpt-5.4-mini",
	offer,
	day = asOf,
}: Case) {
	const answers = answersOf({ ...usual, ...facts });
	const quantities = readQuantities(answers, flags, book);
	if (!quantities.ok) throw new Error(JSON.stringify(quantities.problems));
	const found =
		matchModel(book, model) ?? ownModel(model, { input: 0.75, cached: 0.075, output: 4.5 }, day);
	const comparison = compareCosts(book, {
		...{ quantities: quantities.value, model: found, answers, offer, asOf: day },
	});
	return { ...comparison, memory: memoryTable(quantities.value, book.gpus) };
}
