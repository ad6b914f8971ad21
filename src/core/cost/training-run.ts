import { atLeast, over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * US dollars, once: a managed training run. Validation tokens count where the provider bills them, and no
 * job costs less than the provider's minimum.
 * Source: cost-examples.csv (ori-8b with validation tokens, together-4b-min with a minimum).
 */
export const trainingRun = formula({
	symbol: "F_run",
	says: "a training run",
	unit: "USD once",
	source: "training price pages of the providers",
	inputs: {
		examples: { symbol: "E", says: "training examples", unit: "examples", moves: "up" },
		tokens: { symbol: "L", says: "tokens of an example", unit: "tokens", moves: "up" },
		epochs: { symbol: "e", says: "passes over the data", unit: "epochs", moves: "up" },
		validation: {
			symbol: "V",
			says: "validation tokens that are billed",
			unit: "tokens",
			moves: "up",
		},
		price: {
			symbol: "p_train",
			says: "training price",
			unit: "USD per million tokens",
			moves: "up",
		},
		minimum: { symbol: "b", says: "least price of a job", unit: "USD", moves: "up" },
	},
	is: atLeast(
		over(times(plus(times("examples", "tokens", "epochs"), "validation"), "price"), 1_000_000),
		"minimum",
	),
});
