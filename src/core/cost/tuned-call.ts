import { minus, over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";
import { callInputs } from "./prompted-call.ts";

const { prompt, output } = callInputs;
export const tunedInputs = {
	prompt,
	fixed: { ...callInputs.fixed, moves: "down" },
	tunedKept: {
		symbol: "k'",
		says: "share of the instructions that stays after fine-tuning",
		unit: "0 to 1",
		moves: "up",
	},
	tunedInputPrice: {
		symbol: "q_in",
		says: "input price of the fine-tuned model",
		unit: "USD per million tokens",
		moves: "up",
	},
	output,
	tunedOutputPrice: {
		symbol: "q_out",
		says: "output price of the fine-tuned model",
		unit: "USD per million tokens",
		moves: "up",
	},
} as const;

/**
 * Tokens that a call to a fine-tuned model sends: S' = k' × S, and the input.
 * Source: arithmetic; how much of the instructions stays is an assumption.
 */
export const tunedPrompt = formula({
	symbol: "P'",
	says: "prompt after fine-tuning",
	unit: "tokens",
	source: "arithmetic",
	inputs: {
		prompt: tunedInputs.prompt,
		fixed: tunedInputs.fixed,
		tunedKept: tunedInputs.tunedKept,
	},
	is: times("prompt", plus(minus(1, "fixed"), times("fixed", "tunedKept"))),
});

/**
 * u_f, US dollars per call: what a call to a fine-tuned model costs where it is billed by the token. On a
 * GPU billed by the hour both prices are 0. They include the premium over the base model: 1.5 to 2 times at
 * OpenAI, 1.5 from Gemini 3 on, none at Bedrock and Azure.
 * Source: rules/prices/offers.yaml, each price with its source and date.
 */
export const tunedCall = formula({
	symbol: "u_f",
	says: "a call to the fine-tuned model",
	unit: "USD per call",
	source: "fine-tuning price pages of the providers",
	inputs: tunedInputs,
	is: over(
		plus(times(tunedPrompt.is, "tunedInputPrice"), times("output", "tunedOutputPrice")),
		1_000_000,
	),
});
