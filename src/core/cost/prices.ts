/** What things cost, as files in rules/prices and `--prices` state it; every figure has a source and a date. */
import type { Range } from "./range.ts";

/** A list price from a day on. US dollars per million tokens. */
export interface ModelPrice {
	seller: string;
	model: string;
	/** The first day it holds; without one, until the next. */
	from?: string | undefined;
	input: number;
	/** Of a token that is found in the cache; without it there is no cache. */
	cached?: number | undefined;
	/** Of a token that is written to the cache; without it writing costs no more than reading anew. */
	write?: number | undefined;
	output: number;
	/** What prompts above a length cost, all tokens of them. */
	tier?: { above: number; input: number; output: number } | undefined;
	/** Tokens that fit. */
	context?: number | undefined;
	source: string;
	date: string;
}

/** A way to fine-tune and to serve the result. */
export interface Offer {
	provider: string;
	/** The base model it is for; otherwise any open model up to `up-to` billion parameters. */
	model?: string | undefined;
	"up-to"?: number | undefined;
	/** US dollars per million training tokens. */
	train?: number | undefined;
	/** US dollars that a job costs at least. */
	minimum?: number | undefined;
	"bills-validation"?: true | undefined;
	/** US dollars per million tokens of the fine-tuned model; without them it is served by the hour only. */
	input?: number | undefined;
	cached?: number | undefined;
	output?: number | undefined;
	/** Price of the fine-tuned model against its base. */
	premium?: number | undefined;
	batch?: number | undefined;
	/** US dollars per GPU hour. */
	hosting?: number | undefined;
	status: "open" | "limited" | "testing" | "closed";
	"last-job"?: string | undefined;
	retires?: string | undefined;
	source: string;
	date: string;
	note?: string | undefined;
}

export interface Gpu {
	gpu: string;
	/** GB. */
	memory: number;
	/** Dense, in bf16. */
	tflops: number;
	/** US dollars per hour. */
	rent: Range;
	source: string;
	date: string;
}

/** How much an amount is worth: said by you, left as it is where you said nothing, or from elsewhere. */
export const strengths = ["yours", "default", "measured", "reported", "opinion"] as const;

/** What is taken where nobody said it. */
export interface Assumption {
	says: string;
	unit: string;
	range: Range;
	source: string;
	strength: (typeof strengths)[number];
}

export interface Retirement {
	seller: string;
	models: string[];
	on: string;
	source: string;
}

export interface Batch {
	sellers: string[];
	/** Price of a call in a batch, against one that is answered at once. */
	share: number;
	source: string;
	date: string;
}

export interface PriceBook {
	prices: ModelPrice[];
	offers: Offer[];
	gpus: Gpu[];
	assumptions: Record<string, Assumption>;
	aliases: Record<string, string>;
	/** The next smaller model of the same seller. */
	smaller: Record<string, string>;
	batch: Batch[];
	retires: Retirement[];
}

export const emptyBook = (): PriceBook => ({
	prices: [],
	offers: [],
	gpus: [],
	assumptions: {},
	aliases: {},
	smaller: {},
	batch: [],
	retires: [],
});

/** The second book wins: a model with prices there has no other, and neither has an offer or a GPU. */
export function mergeBooks(base: PriceBook, own: PriceBook): PriceBook {
	const without = <T>(rows: T[], others: T[], key: (row: T) => string) => {
		const taken = new Set(others.map(key));
		return [...rows.filter((row) => !taken.has(key(row))), ...others];
	};
	return {
		prices: without(base.prices, own.prices, ({ seller, model }) => `${seller} ${model}`),
		offers: without(base.offers, own.offers, (offer) =>
			[offer.provider, offer.model, offer["up-to"]].join(" "),
		),
		gpus: without(base.gpus, own.gpus, ({ gpu }) => gpu),
		assumptions: { ...base.assumptions, ...own.assumptions },
		aliases: { ...base.aliases, ...own.aliases },
		smaller: { ...base.smaller, ...own.smaller },
		batch: [...own.batch, ...base.batch],
		retires: [...own.retires, ...base.retires],
	};
}

/** The last day on which a price was looked up: how things stood then is what the list says. */
export const bookDate = ({ prices, offers, gpus, batch }: PriceBook): string =>
	[...prices, ...offers, ...gpus, ...batch]
		.map(({ date }) => date)
		.filter((date) => date.length === "YYYY-MM-DD".length)
		.reduce((last, date) => (date > last ? date : last), "1970-01-01");

/** Prices older than that may be wrong, and are said to be. */
const freshDays = 90;

/** Days from a price to a day; a month or a year without a day counts from its start. */
export function daysOld(date: string, asOf: string): number {
	const [year = "", month = "01", day = "01"] = date.split("-");
	return Math.round((Date.parse(asOf) - Date.parse(`${year}-${month}-${day}`)) / 86_400_000);
}

export const isOld = (date: string, asOf: string): boolean => daysOld(date, asOf) > freshDays;

/** The price that holds on a day, and the next one that is known. */
export function priceOn(
	rows: readonly ModelPrice[],
	asOf: string,
): { price: ModelPrice; next: ModelPrice | undefined } | undefined {
	const sorted = rows.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
	const price = sorted.findLast(({ from = "" }) => from <= asOf) ?? sorted[0];
	return price && { price, next: sorted.find(({ from = "" }) => from > asOf) };
}
