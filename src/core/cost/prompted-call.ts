import { type Expression, minus, over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/** Tokens and prices of one call to a model that is told what to do. */
export const callInputs = {
	prompt: { symbol: "P", says: "prompt", unit: "tokens", moves: "up" },
	fixed: {
		symbol: "s",
		says: "share of the prompt that is instructions and examples",
		unit: "0 to 1",
		// A cached prefix costs less than the rest, one that must be written first costs more.
		moves: "either",
	},
	kept: {
		symbol: "k",
		says: "share of the instructions that is sent",
		unit: "0 to 1",
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
		says: "price of a cached token against the input price",
		unit: "times",
		moves: "up",
	},
	write: {
		symbol: "w",
		says: "price of writing to the cache against the input price",
		unit: "times",
		moves: "up",
	},
	inputPrice: { symbol: "p_in", says: "input price", unit: "USD per million tokens", moves: "up" },
	output: { symbol: "O", says: "answer, with reasoning tokens", unit: "tokens", moves: "up" },
	outputPrice: {
		symbol: "p_out",
		says: "output price",
		unit: "USD per million tokens",
		moves: "up",
	},
} as const;

type CallInput = keyof typeof callInputs;

/** Tokens times prices, with the inputs that are not today's under names of their own. */
export function callPrice<Name extends string>(name: (input: CallInput) => Name): Expression<Name> {
	const isCached = plus(
		times(name("hits"), name("cached")),
		times(minus(1, name("hits")), name("write")),
	);
	const sent = plus(minus(1, name("fixed")), times(name("fixed"), name("kept"), isCached));
	return over(
		plus(
			times(name("prompt"), sent, name("inputPrice")),
			times(name("output"), name("outputPrice")),
		),
		1_000_000,
	);
}

/**
 * u_p, US dollars per call: what a prompted call costs. Of a prompt of P tokens, S = s × P are instructions
 * and examples and I = (1 − s) × P is the input. A call that misses the cache pays for writing the prefix:
 * 1.25 times the input price at some sellers, 1 at the others, and 1 where nothing is cached.
 * Source: price and caching pages of the providers; cost-examples.csv (anthropic-session-cached).
 */
export const promptedCall = formula({
	symbol: "u_p",
	says: "a prompted call",
	unit: "USD per call",
	source: "price and prompt caching pages of the providers",
	inputs: callInputs,
	is: callPrice((input) => input),
});
