/** Months until what fine-tuning costs at first is saved, people's time included. */
import { formatNumber } from "../answers/numbers.ts";
import type { CostQuestion } from "./cost-question.ts";
import { minus, over, times } from "./expression.ts";
import { type Applied, apply, formula, type Input } from "./formula.ts";
import { oneOff } from "./one-off.ts";
import { callInputs, promptedCall } from "./prompted-call.ts";
import type { PromptedWay } from "./prompting-ways.ts";
import type { Range } from "./range.ts";
import { tunedCall, tunedInputs } from "./tuned-call.ts";
import type { TunedWay } from "./tuned-ways.ts";
import { upkeep } from "./upkeep.ts";
import type { WayId } from "./way.ts";
import { worksheet } from "./worksheet.ts";

/**
 * S_net, US dollars per month: what the calls save, less hosting and upkeep. Written out in tokens and prices,
 * as the break-even is: both ways share the prompt and the answer.
 * Source: arithmetic.
 */
export const netSaving = formula({
	symbol: "S_net",
	says: "what fine-tuning saves a month",
	unit: "USD per month",
	source: "arithmetic",
	inputs: {
		calls: { symbol: "R", says: "calls a month", unit: "calls per month", moves: "either" },
		hosting: { symbol: "H", says: "hosting", unit: "USD per month", moves: "down" },
		upkeep: { symbol: "K", says: "upkeep", unit: "USD per month", moves: "down" },
		prompt: { ...callInputs.prompt, moves: "either" },
		fixed: { ...callInputs.fixed, moves: "either" },
		kept: callInputs.kept,
		hits: callInputs.hits,
		cached: callInputs.cached,
		write: callInputs.write,
		inputPrice: callInputs.inputPrice,
		output: { ...callInputs.output, moves: "either" },
		outputPrice: callInputs.outputPrice,
		tunedKept: { ...tunedInputs.tunedKept, moves: "down" },
		tunedInputPrice: { ...tunedInputs.tunedInputPrice, moves: "down" },
		tunedOutputPrice: { ...tunedInputs.tunedOutputPrice, moves: "down" },
	},
	is: minus(minus(times("calls", minus(promptedCall.is, tunedCall.is)), "hosting"), "upkeep"),
});

const opposite = { up: "down", down: "up", either: "either" } as const;

/** What saves more is paid back sooner. */
const turned = Object.fromEntries(
	Object.entries<Input>(netSaving.inputs).map(([name, input]) => [
		name,
		{ ...input, moves: opposite[input.moves] },
	]),
) as typeof netSaving.inputs;

/**
 * N, months: the one-off cost over what a month saves.
 * Source: arithmetic.
 */
export const payback = formula({
	symbol: "N",
	says: "months until fine-tuning has paid back",
	unit: "months",
	source: "arithmetic",
	inputs: {
		...turned,
		oneOff: { symbol: "F", says: "one-off cost, with days of work", unit: "USD", moves: "up" },
	},
	is: over("oneOff", netSaving.is),
});

/** In words: what a rule can ask for. `not-computed` is said where there is no comparison. */
export const paybacks = [
	"never",
	"over-two-years",
	"within-two-years",
	"within-half-a-year",
] as const;
export type PaybackValue = (typeof paybacks)[number];

export interface Payback {
	way: WayId;
	against: WayId;
	/** Infinite where it never pays back. */
	months: Range;
	value: PaybackValue;
	/** US dollars: what it costs once, with days of work at the price of a day, and what it then saves a month. */
	oneOff: Range;
	saving: Range;
	formulas: Applied[];
}

/** The fine-tuned way that pays back soonest, against the hardest prompted one. */
export function paybackOf(
	tuned: readonly TunedWay[],
	rivals: readonly PromptedWay[],
	question: CostQuestion,
): Payback | undefined {
	const rival = rivals.at(-1);
	if (!rival) return undefined;
	return tuned
		.map((way) => paybackFor(way, rival, question))
		.toSorted(
			(a, b) => compare(a.months.usual, b.months.usual) || compare(a.months.low, b.months.low),
		)[0];
}

/** Two that never pay back are alike. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

function paybackFor(
	{ way, start, against }: TunedWay,
	rival: PromptedWay,
	{ quantities, answers }: CostQuestion,
): Payback {
	const { calls, dayPrice, retrainingDays } = quantities;
	const sheet = worksheet();
	const once = sheet.work(oneOff, { ...start, dayRate: dayPrice.value });
	const keep = sheet.work(upkeep, {
		...start,
		days: retrainingDays.value,
		dayRate: dayPrice.value,
	});
	const values = {
		...against(rival.values).values,
		...{ oneOff: once, upkeep: keep, calls: calls.value, hosting: start.hosting },
	};
	const saving = sheet.work(netSaving, values);
	// A backlog is done in one month, and what ends sooner than it pays back never does.
	const isOnce = answers.run?.value === "one-off";
	const lasts = isOnce
		? 1
		: way.endsWith === null
			? Number.POSITIVE_INFINITY
			: way.horizonMonths.usual;
	const months = apply(payback, values, (found) =>
		found >= 0 && !Object.is(found, -0) && found <= lasts ? found : Number.POSITIVE_INFINITY,
	);
	sheet.keep(payback, values, months);
	return {
		...{ way: way.id, against: rival.way.id, months, value: inWords(months) },
		...{ oneOff: once, saving, formulas: sheet.lines },
	};
}

/** `in about 9 months`, after "pays back"; in weeks and days nobody can know it. */
export function sayPayback({ low, usual }: Range): string {
	if (low === Number.POSITIVE_INFINITY) return "never";
	return usual === Number.POSITIVE_INFINITY
		? `only at best, in ${monthsOrYears(low)}`
		: `in about ${monthsOrYears(usual)}`;
}

function monthsOrYears(months: number): string {
	const [count, unit] = months < twoYears ? [months, "month"] : [months / 12, "year"];
	const whole = Math.max(1, Math.round(count));
	return `${formatNumber(whole)} ${unit}${whole === 1 ? "" : "s"}`;
}

const halfAYear = 6;
const twoYears = 24;

/** By the usual figures; `never` only where not even the best ones pay it back in time. */
function inWords({ low, usual }: Range): PaybackValue {
	if (low > twoYears) return "never";
	if (usual <= halfAYear) return "within-half-a-year";
	return usual <= twoYears ? "within-two-years" : "over-two-years";
}
