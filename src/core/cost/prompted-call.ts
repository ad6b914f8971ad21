import { minus, over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/** Tokens and prices of one call to a model that is told what to do. */
export const callInputs = {
	instructions: { symbol: "S", says: "instructions and examples", unit: "tokens", moves: "up" },
	input: { symbol: "I", says: "what the call is about", unit: "tokens", moves: "up" },
	output: {
		symbol: "O",
		says: "answer, with any reasoning tokens",
		unit: "tokens",
		moves: "up",
	},
	hits: {
		symbol: "h",
		says: "share of calls that find the prefix in the cache",
		unit: "0 to 1",
		moves: "down",
	},
	cached: {
		symbol: "c",
		says: "price of a cached token, as a share of the input price",
		unit: "0 to 1",
		moves: "up",
	},
	write: {
		symbol: "w",
		says: "price of writing the prefix to the cache, as a share of the input price",
		unit: "1 or more",
		moves: "up",
	},
	inputPrice: {
		symbol: "p_in",
		says: "input price",
		unit: "USD per million tokens",
		moves: "up",
	},
	outputPrice: {
		symbol: "p_out",
		says: "output price",
		unit: "USD per million tokens",
		moves: "up",
	},
} as const;

/**
 * u_p, US dollars per call: what a prompted call costs. A call that misses the cache pays for writing
 * the prefix (1.25 times the input price at some providers, 1 at others).
 * Source: the price and caching pages of the providers; checked on cost-examples.csv (anthropic-session-cached).
 */
export const promptedCall = formula({
	symbol: "u_p",
	says: "a prompted call",
	unit: "USD per call",
	source: "price and prompt caching pages of the providers",
	inputs: callInputs,
	is: over(
		plus(
			times(
				plus(
					times("instructions", plus(times("hits", "cached"), times(minus(1, "hits"), "write"))),
					"input",
				),
				"inputPrice",
			),
			times("output", "outputPrice"),
		),
		1_000_000,
	),
});
