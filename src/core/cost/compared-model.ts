/** A stock model with the prices that hold on the day, whoever named them. */

import { apply } from "./formula.ts";
import type { Matched } from "./match-model.ts";
import { months, monthsBetween } from "./months.ts";
import { type ModelPrice, type PriceBook, priceOn } from "./prices.ts";
import { exactly, type Range } from "./range.ts";

export interface ComparedModel {
	/** What it is called in reports. */
	name: string;
	seller: string | undefined;
	/** Prices for prompts of a length: long ones may cost more. US dollars per million tokens. */
	pricesFor(prompt: Range): {
		input: Range;
		output: Range;
		cachedRatio: number | undefined;
		writeRatio: number | undefined;
	};
	/** Months until it retires or its price changes, at most the horizon. */
	lasts: { months: Range; endsWith: string | undefined };
	/** The day it retired, where that is past. */
	retired: string | undefined;
	price: ModelPrice;
	/** What the prices are multiplied by for the region. */
	region: number;
}

export interface Horizon {
	asOf: string;
	months: Range;
}

export function comparedModel(
	book: PriceBook,
	{ model, seller, rows, region }: Omit<Matched, "isTuned">,
	horizon: Horizon,
): ComparedModel | undefined {
	const found = priceOn(rows, horizon.asOf);
	if (!found) return undefined;
	const { price, next } = found;
	return {
		name: model,
		seller,
		price,
		region,
		retired: retirementOf(book, { model, seller }).find(({ on }) => on <= horizon.asOf)?.on,
		lasts: lastsUntil(horizon, [
			...retirementOf(book, { model, seller }),
			...(next?.from
				? [
						{
							on: next.from,
							what: `the price of ${model} becomes ${next.input} in, ${next.output} out (USD per million tokens)`,
						},
					]
				: []),
		]),
		pricesFor: (prompt) => ({
			input: tiered(price, prompt, (row) => row.input * region),
			output: tiered(price, prompt, (row) => row.output * region),
			cachedRatio: ratio(price.cached, price.input),
			writeRatio: ratio(price.write, price.input),
		}),
	};
}

/** Where tokens are free, cached ones are as well. */
const ratio = (part: number | undefined, whole: number): number | undefined =>
	part === undefined ? undefined : whole > 0 ? part / whole : 1;

function tiered(
	price: ModelPrice,
	prompt: Range,
	read: (row: { input: number; output: number }) => number,
): Range {
	const at = (tokens: number) => read(price.tier && tokens > price.tier.above ? price.tier : price);
	return { low: at(prompt.low), usual: at(prompt.usual), high: at(prompt.high) };
}

/** A day on which something ends. */
export interface LastDay {
	on: string;
	what: string;
}

export const retirementOf = (
	{ retires }: PriceBook,
	{ model, seller }: { model: string; seller: string },
): LastDay[] =>
	retires
		.filter((one) => one.seller === seller && one.models.includes(model))
		.map(({ on }) => ({ on, what: `${model} retires` }));

/** Months to the first of several days, at most the horizon; what is past has ended nothing yet, or everything. */
export function lastsUntil(
	{ asOf, months: horizon }: Horizon,
	days: readonly LastDay[],
): ComparedModel["lasts"] {
	const [first] = days.filter(({ on }) => on > asOf).toSorted((a, b) => (a.on < b.on ? -1 : 1));
	if (!first) return { months: horizon, endsWith: undefined };
	const dated = exactly(monthsBetween(asOf, first.on));
	return {
		months: apply(months, { horizon, dated }),
		endsWith: dated.usual < horizon.usual ? `${first.what} on ${first.on}` : undefined,
	};
}
