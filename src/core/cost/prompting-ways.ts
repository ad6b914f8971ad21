/** The ways without fine-tuning: as today, and made cheaper. */

import type { BreakEvenValues } from "./break-even.ts";
import type { ComparedModel } from "./compared-model.ts";
import { promptedCall } from "./prompted-call.ts";
import type { Quantities } from "./quantities.ts";
import { exactly, mapRange, none, type Range } from "./range.ts";
import { finishWay, type Way, type WayId } from "./way.ts";
import { worksheet } from "./worksheet.ts";

/** The least prefix that sellers cache, in tokens. Source: caching pages of OpenAI, Anthropic and Google. */
const leastCached = 1024;

/** Inputs of a prompted call, as both the bill and the break-even take them. */
export type PromptValues = Pick<
	BreakEvenValues,
	| "prompt"
	| "fixed"
	| "kept"
	| "hits"
	| "cached"
	| "write"
	| "inputPrice"
	| "output"
	| "outputPrice"
>;

interface Variant {
	id: WayId;
	model: ComparedModel;
	hits?: Range;
	kept?: Range;
	/** Price against the list price. */
	share?: number;
}

const one = exactly(1);

function promptValues(
	{ prompt, output, fixed }: Quantities,
	{ model, hits = none, kept = one, share = 1 }: Omit<Variant, "id">,
): PromptValues {
	const prices = model.pricesFor(prompt.value);
	const isCached = hits.high > 0;
	return {
		...{ prompt: prompt.value, output: output.value, fixed: fixed.value, kept, hits },
		cached: exactly(prices.cachedRatio ?? 1),
		write: exactly(isCached ? (prices.writeRatio ?? 1) : 1),
		inputPrice: mapRange(prices.input, (price) => price * share),
		outputPrice: mapRange(prices.output, (price) => price * share),
	};
}

/** A way, and the inputs of its call. */
export interface PromptedWay {
	way: Way;
	values: PromptValues;
}

function promptingWay(quantities: Quantities, variant: Variant): PromptedWay {
	const sheet = worksheet();
	const values = promptValues(quantities, variant);
	const perCall = sheet.work(promptedCall, values);
	const calls = quantities.calls.value;
	const output = (values.output.usual * values.outputPrice.usual) / 1e6;
	const { months, endsWith } = variant.model.lasts;
	const way = finishWay(
		{
			id: variant.id,
			uses: variant.model.name,
			...{ calls, perCall, hosting: none, upkeep: none, oneOff: none, months, endsWith },
			shares: {
				"prompt tokens": calls.usual * (perCall.usual - output),
				"answer tokens": calls.usual * output,
			},
		},
		sheet,
	);
	return { way, values };
}

/** A way that is not compared, and why. */
export interface LeftOut {
	id: WayId;
	why: string;
}

export interface PromptingModels {
	model: ComparedModel;
	smaller: ComparedModel | undefined;
	/** Price of a batched call against one that is answered at once. */
	batch: number | undefined;
}

export function promptingWays(
	quantities: Quantities,
	{ model, smaller, batch }: PromptingModels,
): { ways: PromptedWay[]; leftOut: LeftOut[] } {
	const { hitsToday, hits, trimmed } = quantities;
	const variants: (Variant | LeftOut)[] = [
		{ id: "prompting", model, hits: hitsToday.value },
		cacheFault(quantities, model) ?? {
			id: "prompting-cached",
			model,
			hits: hits.value,
		},
		batch === undefined
			? { id: "prompting-batch", why: "no batch price is known for this seller" }
			: {
					id: "prompting-batch",
					model,
					hits: hitsToday.value,
					share: batch,
				},
		{
			id: "prompting-trimmed",
			model,
			hits: hitsToday.value,
			kept: trimmed.value,
		},
		smaller
			? { id: "smaller-model", model: smaller }
			: { id: "smaller-model", why: "no smaller model of this seller is known" },
	];
	return {
		ways: variants.flatMap((one) => ("why" in one ? [] : [promptingWay(quantities, one)])),
		leftOut: variants.flatMap((one) => ("why" in one ? [one] : [])),
	};
}

function cacheFault(
	{ hitsToday, prompt, fixed }: Quantities,
	model: ComparedModel,
): LeftOut | undefined {
	const id = "prompting-cached";
	if (hitsToday.value.high > 0) return { id, why: "you use the cache already" };
	if (model.pricesFor(prompt.value).cachedRatio === undefined)
		return { id, why: "no price of cached tokens is known for this model" };
	if (prompt.value.usual * fixed.value.usual < leastCached)
		return { id, why: `a prefix of fewer than ${leastCached} tokens is not cached` };
	return undefined;
}
