import { minus, over, plus } from "./expression.ts";
import { apply, formula, type Values } from "./formula.ts";
import { callInputs, promptedCall } from "./prompted-call.ts";
import type { Range } from "./range.ts";
import { tunedCall, tunedInputs } from "./tuned-call.ts";

/** More tokens of the same kind cost more, prompted; the ways share input and output, so they move either way. */
const shared = { moves: "either" } as const;
const turned = <T extends { moves: string }>(input: T, moves: "up" | "down") => ({
	...input,
	moves,
});

/**
 * R*, calls per month from which fine-tuning pays: hosting and the spread one-off cost, over what a call
 * saves. Where a call saves nothing it never pays, which is infinite here. The saving is written out in
 * tokens and prices, because both ways share input and output: taken as two separate ranges they would
 * allow a long prompt on one side and a short one on the other.
 * Source: arithmetic; cost-examples.csv (devtoolbox-breakeven).
 */
export const breakEven = formula({
	symbol: "R*",
	says: "break-even",
	unit: "calls per month",
	source: "arithmetic",
	inputs: {
		hosting: { symbol: "H", says: "hosting", unit: "USD per month", moves: "up" },
		oneOff: { symbol: "F", says: "one-off cost", unit: "USD", moves: "up" },
		months: { symbol: "M", says: "months it lasts", unit: "months", moves: "down" },
		upkeep: { symbol: "K", says: "upkeep", unit: "USD per month", moves: "up" },
		instructions: turned(callInputs.instructions, "down"),
		hits: turned(callInputs.hits, "up"),
		cached: turned(callInputs.cached, "down"),
		write: turned(callInputs.write, "down"),
		inputPrice: turned(callInputs.inputPrice, "down"),
		outputPrice: turned(callInputs.outputPrice, "down"),
		input: { ...callInputs.input, ...shared },
		output: { ...callInputs.output, ...shared },
		tunedInstructions: tunedInputs.tunedInstructions,
		tunedInputPrice: tunedInputs.tunedInputPrice,
		tunedOutputPrice: tunedInputs.tunedOutputPrice,
	},
	is: over(
		plus("hosting", over("oneOff", "months"), "upkeep"),
		minus(promptedCall.is, tunedCall.is),
	),
});

/** A saving of nothing, or less, never pays. */
const neverBelowZero = (calls: number): number =>
	calls >= 0 && !Object.is(calls, -0) ? calls : Number.POSITIVE_INFINITY;

export const breakEvenCalls = (values: Values<keyof typeof breakEven.inputs>): Range =>
	apply(breakEven, values, neverBelowZero);
