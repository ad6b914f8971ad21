/** Which offers to fine-tune are compared: that of your model or provider, otherwise a fresh one of the wanted size. */
import { isOld, type Offer, type PriceBook } from "./prices.ts";

export interface Wanted {
	/** The model in use, as it was found. */
	model: string | undefined;
	/** Who sells it, and what the answers call the provider. */
	seller: string | undefined;
	provider: string | undefined;
	/** Billion parameters of an open model. */
	size: number;
	/** `provider` or `provider/model`, asked for by a flag. */
	named: string | undefined;
	asOf: string;
}

/** The offers that are compared. */
export interface Chosen {
	/** Billed by the token: your model, or one of your provider. */
	perToken: Offer | undefined;
	/** Billed by the token too: an open model of the wanted size, whoever sells it. None where it is the same. */
	small: Offer | undefined;
	/** Billed by the hour. */
	perHour: Offer | undefined;
}

export function chooseOffers({ offers }: PriceBook, wanted: Wanted): Chosen {
	const alive = offers.filter((offer) => isAlive(offer, wanted.asOf));
	const named = alive.filter((offer) => isNamed(offer, wanted.named));
	const pool = named.length > 0 ? named : alive;
	const isPerToken = ({ hosting, input }: Offer) => hosting === undefined && input !== undefined;
	const byToken = pool.filter(isPerToken);
	const perCall = ({ input = 0, output = 0 }: Offer) => input + output;
	const perToken = best(byToken, wanted, perCall);
	const open = byToken.filter((offer) => Number.isFinite(distanceOf(offer, wanted.size)));
	const small = best(
		open,
		{ ...wanted, model: undefined, seller: undefined, provider: undefined },
		perCall,
	);
	return {
		perToken,
		small: small === perToken ? undefined : small,
		perHour: best(
			pool.filter((offer) => offer.hosting !== undefined && fits(offer, wanted)),
			wanted,
			({ hosting = 0 }) => hosting,
		),
	};
}

/** Open to someone, for use in production, and not at its end. */
const isAlive = (offer: Offer, asOf: string): boolean =>
	(offer.status === "open" || offer.status === "limited") &&
	(offer["last-job"] ?? asOf) >= asOf &&
	(offer.retires ?? "9999") > asOf;

export const offerName = ({ provider, model, "up-to": upTo }: Offer): string =>
	`${provider}/${model ?? `up-to-${upTo}b`}`;

export const isNamed = (offer: Offer, named: string | undefined): boolean =>
	named !== undefined && (offer.provider === named || offerName(offer) === named);

const fits = (offer: Offer, { model, size, named }: Wanted): boolean =>
	offer.model === undefined
		? (offer["up-to"] ?? 0) >= size
		: offer.model === model || isNamed(offer, named);

/** First for the model in use, then of the provider that was named, then what stays, then of the same seller, then fresh, then near the wanted size, then cheap. */
function best(
	offers: readonly Offer[],
	{ model, seller, provider, size, asOf }: Wanted,
	price: (offer: Offer) => number,
): Offer | undefined {
	const rank = (offer: Offer) => [
		offer.model !== undefined && offer.model === model ? 0 : 1,
		offer.provider === provider ? 0 : 1,
		offer["last-job"] === undefined && offer.retires === undefined ? 0 : 1,
		sellerOf(offer.provider) === seller ? 0 : 1,
		isOld(offer.date, asOf) ? 1 : 0,
		distanceOf(offer, size),
		price(offer),
		offer["up-to"] ?? 0,
	];
	return offers.toSorted((a, b) => compare(rank(a), rank(b)))[0];
}

/** How far a model is from the wanted size, in ratio. Of a model that does not tell its size nobody knows. */
function distanceOf({ model }: Offer, size: number): number {
	if (model === undefined) return 0;
	const [, parameters] = /(\d+(?:\.\d+)?)b$/.exec(model) ?? [];
	return parameters === undefined
		? Number.POSITIVE_INFINITY
		: Math.abs(Math.log(Number(parameters) / size));
}

/** Google sells its models by one name and fine-tunes them by another. */
const sellerOf = (provider: string): string => (provider === "vertex" ? "google" : provider);

function compare(a: number[], b: number[]): number {
	const place = a.findIndex((value, at) => value !== b[at]);
	return place < 0 ? 0 : Math.sign((a[place] ?? 0) - (b[place] ?? 0));
}
