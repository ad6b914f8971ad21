/** Every price that a comparison rests on, with its unit, source and date. */
import { offerName } from "./choose-offers.ts";
import type { ComparedModel } from "./compared-model.ts";
import { type Gpu, isOld, type ModelPrice, type Offer } from "./prices.ts";

/** A figure that was taken from somewhere. */
export interface PriceNote {
	what: string;
	says: string;
	source: string;
	date: string;
	isOld: boolean;
}

/** What was priced. */
export interface Priced {
	model: ComparedModel;
	smaller: ComparedModel | undefined;
	perToken: Offer | undefined;
	small: Offer | undefined;
	perHour: Offer | undefined;
	gpu: Gpu;
}

export function priceNotes(
	{ model, smaller, perToken, small, perHour, gpu }: Priced,
	asOf: string,
): PriceNote[] {
	const note = (
		what: string,
		says: string,
		{ source, date }: { source: string; date: string },
	) => ({
		...{ what, says, source, date },
		isOld: isOld(date, asOf),
	});
	return [
		...[model, ...(smaller ? [smaller] : [])].map(({ name, price, region }) =>
			note(name, sayPrice(price, region), price),
		),
		...[perToken, small, perHour].flatMap((offer) =>
			offer ? [note(offerName(offer), sayOffer(offer), offer)] : [],
		),
		note(gpu.gpu, `${gpu.rent.low} to ${gpu.rent.high} USD an hour`, gpu),
	];
}

/** `0.75 in, 0.075 cached, 4.5 out, USD per million tokens`. */
export function sayPrice({ input, cached, write, output, tier }: ModelPrice, region = 1): string {
	const at = (price: number) => Number((price * region).toPrecision(6));
	return [
		`${at(input)} in`,
		...(cached === undefined ? [] : [`${at(cached)} cached`]),
		...(write === undefined ? [] : [`${at(write)} cache write`]),
		`${at(output)} out`,
		...(tier ? [`${at(tier.input)} in and ${at(tier.output)} out above ${tier.above} tokens`] : []),
		"USD per million tokens",
	].join(", ");
}

export const sayOffer = ({ train, minimum, input, output, hosting, note }: Offer): string =>
	[
		...(train === undefined ? [] : [`${train} USD per million training tokens`]),
		...(minimum === undefined ? [] : [`at least ${minimum} USD a job`]),
		...(input === undefined ? [] : [`${input} in, ${output} out, USD per million tokens`]),
		...(hosting === undefined ? [] : [`${hosting} USD per GPU hour`]),
	].join("; ") + (note === undefined ? "" : `. ${note.replace(/\.$/, "")}`);
