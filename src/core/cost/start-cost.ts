/** What fine-tuning costs once: the training run, labels and days of work. */
import { oneOff } from "./one-off.ts";
import { labels, peopleDays } from "./people.ts";
import type { Offer } from "./prices.ts";
import type { Quantities } from "./quantities.ts";
import { exactly, mapRange, multiply, none, type Range } from "./range.ts";
import type { Recipe } from "./recipe.ts";
import { flopsPerToken, trainingHours } from "./training-hours.ts";
import { trainingRun } from "./training-run.ts";
import type { Worksheet } from "./worksheet.ts";

/** F and its parts. */
export function startCost(quantities: Quantities, recipe: Recipe, sheet: Worksheet) {
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

/** As measured; else a training example is one call and its answer, with the instructions that stay. */
function tokensOfExample({ exampleTokens, prompt, fixed, kept, output }: Quantities): Range {
	if (exampleTokens) return exampleTokens.value;
	const ends = (end: keyof Range, opposite: keyof Range) =>
		prompt.value[end] * (1 - fixed.value[opposite] * (1 - kept.value[end])) + output.value[end];
	return { low: ends("low", "high"), usual: ends("usual", "usual"), high: ends("high", "low") };
}

function managedRun(quantities: Quantities, offer: Offer, sheet: Worksheet): Range {
	const { examples, epochs } = quantities;
	const tokens = tokensOfExample(quantities);
	// A tenth of the examples, held out to validate once.
	const share = offer["bills-validation"] ? 0.1 : 0;
	return sheet.work(trainingRun, {
		...{ examples: examples.value, tokens, epochs: epochs.value },
		validation: mapRange(multiply(examples.value, tokens), (all) => all * share),
		price: exactly(offer.train ?? 0),
		minimum: exactly(offer.minimum ?? 0),
	});
}

/** A LoRA run on rented GPUs. */
function ownRun(quantities: Quantities, { gpu, rent = none }: Recipe, sheet: Worksheet): Range {
	if (!gpu) return none;
	const { examples, epochs, size, trainingUtilization, trainingStart } = quantities;
	const all = multiply(multiply(examples.value, tokensOfExample(quantities)), epochs.value, 1e-6);
	const hours = sheet.work(trainingHours, {
		...{ tokens: all, parameters: size.value, flops: exactly(flopsPerToken.lora) },
		...{ speed: exactly(gpu.tflops), utilization: trainingUtilization.value },
		start: trainingStart.value,
	});
	return multiply(hours, rent);
}
