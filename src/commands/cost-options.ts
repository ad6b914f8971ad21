/** The options of `cost`, read once. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { formatNumber, parseNumber } from "../core/answers/numbers.ts";
import { isNamed, offerName } from "../core/cost/choose-offers.ts";
import type { PriceBook } from "../core/cost/prices.ts";
import type { CostFlags } from "../core/cost/quantities.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { costFlags } from "./cost-flags.ts";
import type { Given } from "./flags.ts";

export type CostGiven = Given<ReturnType<typeof costFlags>>;

/** US dollars per million tokens. */
export interface OwnPrice {
	input: number;
	cached?: number | undefined;
	output: number;
}

export interface CostOptions {
	flags: CostFlags;
	price: OwnPrice | undefined;
}

/** Numbers with the least and the most that makes sense. */
const numbers = {
	months: { least: 1, most: 120, what: "months" },
	"day-rate": { least: 0, most: 100_000, what: "US dollars" },
	"fixed-tokens": { least: 0, most: 100_000_000, what: "tokens" },
	"cache-hits": { least: 0, most: 100, what: "percent" },
	"hours-on": { least: 1, most: 744, what: "hours a month" },
	size: { least: 0.1, most: 2000, what: "billion parameters" },
} as const;

export function parseCostOptions(given: CostGiven): Result<CostOptions> {
	const problems: Problem[] = [];
	const read = (name: keyof typeof numbers): number | undefined => {
		const text = given[name];
		if (text === undefined) return undefined;
		const { least, most, what } = numbers[name];
		const value = parseNumber(text.replace(/^\$/, ""));
		if (value !== undefined && value >= least && value <= most) return value;
		problems.push({
			code: "bad-flag",
			message: `${formatRaw(text)} is not valid for --${name}. Write a number from ${formatNumber(least)} to ${formatNumber(most)} (${what}).`,
		});
		return undefined;
	};
	const hits = read("cache-hits");
	const flags: CostFlags = {
		months: read("months"),
		dayRate: read("day-rate"),
		fixedTokens: read("fixed-tokens"),
		hits: hits === undefined ? undefined : hits / 100,
		size: read("size"),
		hoursOn: read("hours-on"),
		label: given.label,
	};
	const price = given.price === undefined ? undefined : parsePrice(given.price);
	if (price && "code" in price) problems.push(price);
	return problems.length > 0
		? bad(...problems)
		: good({ flags, price: price && "input" in price ? price : undefined });
}

/** Dollars per million tokens; more is a price per token by mistake. */
const mostPrice = 100_000;
const form = "in=0.75,cached=0.075,out=4.5";

function parsePrice(text: string): OwnPrice | Problem {
	const parts = new Map(
		text.split(",").map((part) => {
			const [name = "", value = ""] = part.split("=", 2);
			return [name.trim(), parseNumber(value)];
		}),
	);
	const known = ["in", "cached", "out"];
	const isWrong = [...parts].some(
		([name, value]) => !known.includes(name) || value === undefined || value > mostPrice,
	);
	const [input, output, cached] = [parts.get("in"), parts.get("out"), parts.get("cached")];
	if (isWrong || input === undefined || output === undefined || (cached ?? 0) > input)
		return {
			code: "bad-flag",
			message: `${formatRaw(text)} is not a valid --price.`,
			hint: `Write US dollars per million tokens, such as ${form}; cached may be left out, and is at most in.`,
		};
	return { input, output, cached };
}

/** An offer that is in the price list. */
export function offerProblem({ offers }: PriceBook, name: string | undefined): Problem | undefined {
	if (name === undefined || offers.some((offer) => isNamed(offer, name))) return undefined;
	const names = offers.flatMap((offer) => [offer.provider, offerName(offer)]);
	return {
		code: "bad-flag",
		message: `There is no offer ${formatRaw(name)} in the price list.${didYouMean(name, names)}`,
		hint: "should-i-finetune prices lists them; --prices FILE adds your own.",
	};
}
