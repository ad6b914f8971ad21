/** The bill that calls and tokens come to, for whoever did not say it, and against what was said. */
import type { Answers, AnswerValue } from "../answers/answer-set.ts";
import { formatNumber } from "../answers/numbers.ts";
import type { CostComparison } from "./compare-costs.ts";
import { isOnOwnMachines } from "./notes.ts";
import { amountOf } from "./quantities.ts";
import { isExact, type Range } from "./range.ts";

export const billFact = "monthly-spend-usd";

/** As an answer says it; on one's own machines no seller sends a bill. */
export function billOf(
	{ ways: [today], prices: [price], model }: CostComparison,
	answers: Answers,
): { value: AnswerValue; from: string } | undefined {
	if (!today || !price || isOnOwnMachines(answers)) return undefined;
	return {
		value: amount(today.perMonth),
		from: `computed from calls, tokens and the price of ${model} as of ${price.date}`,
	};
}

/** Three figures: more would claim more than is known. */
const rounded = (dollars: number): number => Number(dollars.toPrecision(3));

const amount = (range: Range): AnswerValue =>
	isExact(range) ? rounded(range.usual) : `${rounded(range.low)}..${rounded(range.high)}`;

/** How many times a bill may be off before that is said: calls and tokens are typical ones. */
const mostOff = 2;
/** What may bring a bill down without any change to the calls. */
const discounts: readonly string[] = ["prompting", "prompting-cached", "prompting-batch"];

/** What is to be said of a bill that calls and tokens do not come to. */
export function billFault(comparison: CostComparison, answers: Answers): string | undefined {
	const said = amountOf(billFact, answers);
	const [today] = comparison.ways;
	if (!said || !today || isOnOwnMachines(answers)) return undefined;
	const { usual, high } = today.perMonth;
	const lows = comparison.ways
		.filter(({ id }) => discounts.includes(id))
		.map(({ perMonth }) => perMonth.low);
	if (said.high * mostOff >= Math.min(...lows) && said.low <= high * mostOff) return undefined;
	const print = (dollars: number) => formatNumber(rounded(dollars));
	const date = comparison.prices[0]?.date;
	return `You said that the monthly bill is ${print(said.usual)} US dollars, but your calls and tokens come to ${print(usual)} at the price of ${comparison.model} as of ${date}. Check the calls, the tokens per call and the model.`;
}
