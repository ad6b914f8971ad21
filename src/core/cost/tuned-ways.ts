/** The ways with fine-tuning: billed by the token, on GPUs by the hour, and on your own GPUs. */
import { type BreakEvenValues, breakEven, breakEvenCalls, hostedBreakEven } from "./break-even.ts";
import { capacity } from "./capacity.ts";
import { type Chosen, offerName } from "./choose-offers.ts";
import { type Horizon, lastsUntil } from "./compared-model.ts";
import { hosting, hoursPerMonth } from "./hosting.ts";
import { oneOff } from "./one-off.ts";
import { labels, peopleDays } from "./people.ts";
import type { Gpu, Offer } from "./prices.ts";
import type { LeftOut, PromptValues } from "./prompting-ways.ts";
import type { Quantities } from "./quantities.ts";
import { exactly, mapRange, type Range } from "./range.ts";
import { gpusPerReplica, replicas, secondsPerMonth } from "./replicas.ts";
import { flopsPerToken, trainingHours } from "./training-hours.ts";
import { trainingRun } from "./training-run.ts";
import { tunedCall, tunedPrompt } from "./tuned-call.ts";
import { upkeep } from "./upkeep.ts";
import { finishWay, type Way, type WayId } from "./way.ts";
import { type Worksheet, worksheet } from "./worksheet.ts";

/** A way, and what its break-even against a prompted one rests on. */
export interface TunedWay {
	way: Way;
	against(prompted: PromptValues): Range;
}

const none = exactly(0);

export function tunedWays(
	quantities: Quantities,
	{ perToken, perHour, gpu, horizon }: Chosen & { gpu: Gpu; horizon: Horizon },
): { ways: TunedWay[]; leftOut: LeftOut[] } {
	const size = quantities.size.value.usual;
	const ways: (TunedWay | LeftOut)[] = [
		perToken
			? tunedWay(quantities, {
					id: "tuned-per-token",
					uses: offerName(perToken),
					offer: perToken,
					horizon,
				})
			: { id: "tuned-per-token", why: "no open offer bills a fine-tuned model by the token" },
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

interface Recipe {
	id: WayId;
	uses: string;
	offer?: Offer;
	/** Where it is served by the hour. */
	gpu?: Gpu;
	rent?: Range;
	horizon: Horizon;
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
				perMonth: multiplied(perYear, retrainingDays.value, 1 / 12),
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
		against(prompted) {
			const all = {
				...{ ...values, ...prompted },
				...{ hosting: served?.single ?? none, upkeep: keep, oneOff: start.total, months },
			};
			const value = served ? hostedBreakEven(all, served.fits) : breakEvenCalls(all);
			return sheet.keep(breakEven, all, value);
		},
	};
}

const multiplied = (a: Range, b: Range, factor: number): Range => ({
	low: a.low * b.low * factor,
	usual: a.usual * b.usual * factor,
	high: a.high * b.high * factor,
});

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

interface Served {
	/** US dollars per month for the calls there are, and for one copy. */
	bill: Range;
	single: Range;
	/** Calls per month that one copy serves, at the busiest time. */
	fits: Range;
}

/** A deployment that asks for tokens besides its hourly fee is one, whatever the calls. */
const isOneDeployment = (offer: Offer | undefined): boolean => offer?.input !== undefined;

function serve(
	quantities: Quantities,
	{ offer, gpu, rent = none }: Recipe,
	sheet: Worksheet,
): Served {
	const { calls, peak, prompt, fixed, kept, output, size, servingUtilization } = quantities;
	const hours = exactly(hoursPerMonth(offer?.provider ?? ""));
	const bill = (copies: Range, accelerators: Range) => ({
		...{ hours, replicas: copies, accelerators, rate: rent },
	});
	const single = exactly(1);
	if (!gpu || isOneDeployment(offer)) {
		const cost = sheet.work(hosting, bill(single, single));
		return { bill: cost, single: cost, fits: exactly(Number.POSITIVE_INFINITY) };
	}
	const parameters = size.value;
	const accelerators = sheet.work(gpusPerReplica, { parameters, memory: exactly(gpu.memory) });
	const input = sheet.work(tunedPrompt, {
		...{ prompt: prompt.value, fixed: fixed.value, tunedKept: kept.value },
	});
	const served = sheet.work(capacity, {
		...{ utilization: servingUtilization.value, speed: exactly(gpu.tflops), accelerators },
		...{ parameters, input, output: output.value },
	});
	const copies = sheet.work(replicas, {
		...{ calls: calls.value, peak: peak.value, capacity: served },
	});
	return {
		bill: sheet.work(hosting, bill(copies, accelerators)),
		single: sheet.work(hosting, bill(single, accelerators)),
		fits: {
			low: (served.low * secondsPerMonth) / peak.value.high,
			usual: (served.usual * secondsPerMonth) / peak.value.usual,
			high: (served.high * secondsPerMonth) / peak.value.low,
		},
	};
}

/** F and its parts. */
function startCost(quantities: Quantities, recipe: Recipe, sheet: Worksheet) {
	const { examples, label, engineerDays, evaluationDays, dayRate } = quantities;
	const run =
		recipe.offer?.train === undefined
			? ownRun(quantities, recipe, sheet)
			: managedRun(quantities, recipe.offer, sheet);
	const labeling = sheet.work(labels, { examples: examples.value, price: label.value });
	const days = sheet.work(peopleDays, {
		engineer: engineerDays.value,
		evaluation: evaluationDays.value,
	});
	const total = sheet.work(oneOff, { run, labels: labeling, days, dayRate: dayRate.value });
	return { run, labels: labeling, days, total };
}

/** A training example is one call and its answer, with the instructions that stay. */
function exampleTokens({ prompt, fixed, kept, output }: Quantities): Range {
	const ends = (end: keyof Range, opposite: keyof Range) =>
		prompt.value[end] * (1 - fixed.value[opposite] * (1 - kept.value[end])) + output.value[end];
	return { low: ends("low", "high"), usual: ends("usual", "usual"), high: ends("high", "low") };
}

function managedRun(quantities: Quantities, offer: Offer, sheet: Worksheet): Range {
	const { examples, epochs } = quantities;
	const tokens = exampleTokens(quantities);
	// A tenth of the examples, held out to validate once.
	const share = offer["bills-validation"] ? 0.1 : 0;
	return sheet.work(trainingRun, {
		...{ examples: examples.value, tokens, epochs: epochs.value },
		validation: mapRange(multiplied(examples.value, tokens, 1), (all) => all * share),
		price: exactly(offer.train ?? 0),
		minimum: exactly(offer.minimum ?? 0),
	});
}

/** A LoRA run on rented GPUs. */
function ownRun(quantities: Quantities, { gpu, rent = none }: Recipe, sheet: Worksheet): Range {
	if (!gpu) return none;
	const { examples, epochs, size, trainingUtilization, trainingStart } = quantities;
	const all = multiplied(
		multiplied(examples.value, exampleTokens(quantities), 1),
		epochs.value,
		1e-6,
	);
	const hours = sheet.work(trainingHours, {
		...{ tokens: all, parameters: size.value, flops: exactly(flopsPerToken.lora) },
		...{ speed: exactly(gpu.tflops), utilization: trainingUtilization.value },
		start: trainingStart.value,
	});
	return multiplied(hours, rent, 1);
}
