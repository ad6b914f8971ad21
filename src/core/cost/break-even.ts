import { minus, over, plus } from "./expression.ts";
import { apply, formula, type Input, type Values } from "./formula.ts";
import { callInputs, promptedCall } from "./prompted-call.ts";
import type { Range } from "./range.ts";
import { tunedCall, tunedInputs } from "./tuned-call.ts";

const turned = <T extends Input, Way extends Input["moves"]>(input: T, moves: Way) => ({
	...input,
	moves,
});

/**
 * R*, calls per month from which fine-tuning pays: hosting, upkeep and the spread one-off cost, over what a
 * call saves. The saving is written out in tokens and prices, because both ways share the prompt and the
 * answer: as two separate ranges they would allow a long prompt on one side and a short one on the other.
 * Source: arithmetic; cost-examples.csv (devtoolbox-breakeven).
 */
export const breakEven = formula({
	symbol: "R*",
	says: "break-even",
	unit: "calls per month",
	source: "arithmetic",
	inputs: {
		hosting: { symbol: "H", says: "hosting", unit: "USD per month", moves: "up" },
		upkeep: { symbol: "K", says: "upkeep", unit: "USD per month", moves: "up" },
		oneOff: { symbol: "F", says: "one-off cost", unit: "USD", moves: "up" },
		months: { symbol: "M", says: "months it is spread over", unit: "months", moves: "down" },
		prompt: turned(callInputs.prompt, "either"),
		fixed: turned(callInputs.fixed, "either"),
		kept: turned(callInputs.kept, "down"),
		hits: turned(callInputs.hits, "up"),
		cached: turned(callInputs.cached, "down"),
		write: turned(callInputs.write, "down"),
		inputPrice: turned(callInputs.inputPrice, "down"),
		output: turned(callInputs.output, "either"),
		outputPrice: turned(callInputs.outputPrice, "down"),
		tunedKept: tunedInputs.tunedKept,
		tunedInputPrice: tunedInputs.tunedInputPrice,
		tunedOutputPrice: tunedInputs.tunedOutputPrice,
	},
	is: over(
		plus("hosting", "upkeep", over("oneOff", "months")),
		minus(promptedCall.is, tunedCall.is),
	),
});

export type BreakEvenValues = Values<keyof typeof breakEven.inputs>;

/** Infinite where it never pays: a call saves nothing, or costs more (nothing over a loss is −0). */
const orNever = (calls: number): number =>
	calls >= 0 && !Object.is(calls, -0) ? calls : Number.POSITIVE_INFINITY;

/** Break-even in calls per month. */
export const breakEvenCalls = (values: BreakEvenValues): Range => apply(breakEven, values, orNever);

/**
 * The same for GPUs: past what one serves another must be paid for. From one GPU's break-even follows what
 * a call saves; with n GPUs it is (n × H + X) ÷ saving, and the least n that serves so many calls counts.
 * Where a GPU at full load costs more than its calls save, no number of them pays.
 * @param fits calls per month that one copy serves at its busiest
 */
export function hostedBreakEven(values: BreakEvenValues, fits: Range): Range {
	const alone = breakEvenCalls(values);
	const at = (end: keyof Range, opposite: keyof Range): number => {
		const [calls, most] = [alone[end], fits[opposite]];
		if (calls <= most || calls === Number.POSITIVE_INFINITY) return calls;
		const hosting = values.hosting[end];
		const other = values.upkeep[end] + values.oneOff[end] / values.months[opposite];
		const saving = (hosting + other) / calls;
		const gain = most * saving - hosting;
		if (gain <= 0) return Number.POSITIVE_INFINITY;
		return (Math.ceil(other / gain) * hosting + other) / saving;
	};
	return { low: at("low", "high"), usual: at("usual", "usual"), high: at("high", "low") };
}
