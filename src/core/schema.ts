/** Parts that several schemas share, each made anew: what zod knows of a schema belongs to one instance. */
import * as z from "zod";
import { formatNumber } from "./answers/numbers.ts";
import { longestAddress, longestName, longestSentence, mostEntries } from "./limits.ts";

const text = (longest: number) =>
	z.string().max(longest, { error: `must have at most ${formatNumber(longest)} characters` });

export const id = () =>
	text(longestName).regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, {
		error: "must be lower-case words joined by - or .",
	});
export const sentence = () => text(longestSentence).trim().min(1);
/** Values as a test or an answer has them: `500 to 5k`, `monthly, daily`. */
export const values = () => text(longestSentence);
/** A value, a spelling, the name of a thing. */
export const word = () => text(longestName);
export const address = () => text(longestAddress);

/** One of something, or a list of it. Of a union zod says no more than that its input is invalid: the list is measured outside. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
	z
		.union([item, z.array(item).min(1)])
		.refine((given) => !Array.isArray(given) || given.length <= mostEntries, tooMany);

const tooMany = { error: `must have at most ${mostEntries} entries` };
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(mostEntries, tooMany);
export const record = <Key extends z.ZodString, Item extends z.ZodType>(key: Key, item: Item) =>
	z.record(key, item).refine((entries) => Object.keys(entries).length <= mostEntries, tooMany);

/** Whole numbers, up to a limit either way. */
export const whole = (least: number, most: number) => {
	const error = `must be a whole number from ${formatSigned(least)} to ${formatNumber(most)}`;
	return z.int({ error }).min(least, { error }).max(most, { error });
};

const formatSigned = (value: number) => (value < 0 ? "-" : "") + formatNumber(Math.abs(value));
