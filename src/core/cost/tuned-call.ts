import { over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

export const tunedInputs = {
	tunedInstructions: {
		symbol: "S'",
		says: "instructions that are still needed after fine-tuning",
		unit: "tokens",
		moves: "up",
	},
	input: { symbol: "I", says: "what the call is about", unit: "tokens", moves: "up" },
	output: { symbol: "O", says: "answer, with any reasoning tokens", unit: "tokens", moves: "up" },
	tunedInputPrice: {
		symbol: "q_in",
		says: "input price of the fine-tuned model",
		unit: "USD per million tokens",
		moves: "up",
	},
	tunedOutputPrice: {
		symbol: "q_out",
		says: "output price of the fine-tuned model",
		unit: "USD per million tokens",
		moves: "up",
	},
} as const;

/**
 * u_f, US dollars per call: what a call to a fine-tuned model costs where it is billed by the token. On a
 * GPU billed by the hour both prices are 0. The prices include the premium over the base model: 1.5 to 2
 * times at OpenAI, 1.5 from Gemini 3 on, none at Bedrock and Azure.
 * Source: finetuning prices, each with its date, in rules/prices/offers.yaml.
 */
export const tunedCall = formula({
	symbol: "u_f",
	says: "a call to the fine-tuned model",
	unit: "USD per call",
	source: "fine-tuning price pages of the providers",
	inputs: tunedInputs,
	is: over(
		plus(
			times(plus("tunedInstructions", "input"), "tunedInputPrice"),
			times("output", "tunedOutputPrice"),
		),
		1_000_000,
	),
});
