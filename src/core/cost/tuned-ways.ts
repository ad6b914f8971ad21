/** The ways with fine-tuning: billed by the token, on GPUs by the hour, and on your own GPUs. */
import { type BreakEvenValues, breakEven, breakEvenCalls, hostedBreakEven } from "./break-even.ts";
import { type Chosen, offerName } from "./choose-offers.ts";
import { type Horizon, lastsUntil } from "./compared-model.ts";
import type { Gpu, Offer } from "./prices.ts";
import type { LeftOut, PromptValues } from "./prompting-ways.ts";
import type { Quantities } from "./quantities.ts";
import { exactly, multiply, none, type Range } from "./range.ts";
import type { Recipe } from "./recipe.ts";
import { serve } from "./serving.ts";
import { startCost } from "./start-cost.ts";
import { tunedCall } from "./tuned-call.ts";
import { upkeep } from "./upkeep.ts";
import { finishWay, type Way, type WayId } from "./way.ts";
import { worksheet } from "./worksheet.ts";

/** A way, and what its break-even against a prompted one rests on. */
export interface TunedWay {
	way: Way;
	against(prompted: PromptValues): Contest;
	/** Days of work and what is paid besides, to count the months until it pays back. */
	start: Start;
}

/** A fine-tuned way against a prompted one. */
export interface Contest {
	values: BreakEvenValues;
	/** Calls a month from which it pays. */
	solve(values: BreakEvenValues): Range;
	/** The same, kept among the formulas. */
	requestsPerMonth(): Range;
}

/** What it takes, without a price of people's time. */
export interface Start {
	run: Range;
	labels: Range;
	days: Range;
	/** Forced retrainings a year. */
	perYear: Range;
	/** For the calls that there are. */
	hosting: Range;
}

export function tunedWays(
	quantities: Quantities,
	{ perToken, small, perHour, gpu, horizon }: Chosen & { gpu: Gpu; horizon: Horizon },
): { ways: TunedWay[]; leftOut: LeftOut[] } {
	const size = quantities.size.value.usual;
	const byToken = (id: WayId, offer: Offer): TunedWay =>
		tunedWay(quantities, { id, uses: offerName(offer), offer, horizon });
	const ways: (TunedWay | LeftOut)[] = [
		perToken
			? byToken("tuned-per-token", perToken)
			: { id: "tuned-per-token", why: "no open offer bills a fine-tuned model by the token" },
		...(small ? [byToken("tuned-small", small)] : []),
		perHour
			? tunedWay(quantities, {
					id: "tuned-dedicated",
					uses: offerName(perHour),
					offer: perHour,
					gpu,
					rent: exactly(perHour.hosting ?? 0),
					horizon,
				})
			: { id: "tuned-dedicated", why: `no open offer hosts a model of ${size}B by the hour` },
		tunedWay(quantities, {
			id: "tuned-own-gpu",
			uses: `an open ${size}B model on ${gpu.gpu}`,
			gpu,
			rent: gpu.rent,
			horizon,
		}),
	];
	return {
		ways: ways.filter((one): one is TunedWay => "way" in one),
		leftOut: ways.filter((one): one is LeftOut => "why" in one),
	};
}

function tunedWay(quantities: Quantities, recipe: Recipe): TunedWay {
	const sheet = worksheet();
	const { calls, dayRate, retrainings, retrainingDays } = quantities;
	const values = tunedValues(quantities, recipe.offer);
	const perCall = sheet.work(tunedCall, values);
	const served = recipe.gpu ? serve(quantities, recipe, sheet) : undefined;
	const start = startCost(quantities, recipe, sheet);
	// Weights that you can keep need no new training when somebody retires a model.
	const perYear = recipe.offer?.model ? retrainings.value : none;
	const keep = sheet.work(upkeep, {
		...{ perYear, run: start.run, days: retrainingDays.value, dayRate: dayRate.value },
	});
	const lasts = lastsUntil(recipe.horizon, lastDays(recipe.offer));
	const months = lasts.months;
	const way = finishWay(
		{
			...{ id: recipe.id, uses: recipe.uses, calls: calls.value, perCall },
			...{ hosting: served?.bill ?? none, upkeep: keep, oneOff: start.total, ...lasts },
			days: {
				once: start.days,
				perMonth: multiply(perYear, retrainingDays.value, 1 / 12),
			},
			shares: {
				tokens: calls.value.usual * perCall.usual,
				hosting: served?.bill.usual ?? 0,
				upkeep: keep.usual,
				labels: start.labels.usual / months.usual,
				"the training run": start.run.usual / months.usual,
				"days of work": (start.days.usual * dayRate.value.usual) / months.usual,
			},
		},
		sheet,
	);
	return {
		way,
		start: {
			run: start.run,
			labels: start.labels,
			days: start.days,
			perYear,
			hosting: served?.bill ?? none,
		},
		against(prompted) {
			const contest = {
				...{ ...values, ...prompted },
				...{ hosting: served?.single ?? none, upkeep: keep, oneOff: start.total, months },
			};
			const solve = (values: BreakEvenValues) =>
				served ? hostedBreakEven(values, served.fits) : breakEvenCalls(values);
			return {
				values: contest,
				solve,
				requestsPerMonth: () => sheet.keep(breakEven, contest, solve(contest)),
			};
		},
	};
}

type TunedValues = Pick<
	BreakEvenValues,
	"prompt" | "fixed" | "output" | "tunedKept" | "tunedInputPrice" | "tunedOutputPrice"
>;

const tunedValues = ({ prompt, fixed, output, kept }: Quantities, offer?: Offer): TunedValues => ({
	...{ prompt: prompt.value, fixed: fixed.value, output: output.value, tunedKept: kept.value },
	tunedInputPrice: exactly(offer?.input ?? 0),
	tunedOutputPrice: exactly(offer?.output ?? 0),
});

/** What ends what was paid for: the base model, or the last day to train it again. */
const lastDays = (offer: Offer | undefined) =>
	[
		{ on: offer?.retires, what: `${offer?.model} retires at ${offer?.provider}` },
		{
			on: offer?.["last-job"],
			what: `fine-tuning of ${offer?.model} closes at ${offer?.provider}`,
		},
	].flatMap(({ on, what }) => (on === undefined ? [] : [{ on, what }]));
