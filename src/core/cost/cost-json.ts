/** A comparison as data: what `cost --format json` prints, and the field `cost` of a decision. */
import * as z from "zod";
import { paybacks } from "./payback.ts";
import { strengths } from "./prices.ts";
import type { Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { methods } from "./training-memory.ts";
import { verdicts } from "./verdicts.ts";
import { wayIds } from "./way.ts";

export const rangeOf = (unit: string) =>
	z
		.strictObject({ low: z.number(), usual: z.number(), high: z.number() })
		.describe(`${unit}: the lowest, the usual and the highest it can be.`);
/** In a program never is infinity; JSON has none, and prints null. */
const orNever = (unit: string) =>
	z
		.strictObject({
			low: z.number().nullable(),
			usual: z.number().nullable(),
			high: z.number().nullable(),
		})
		.describe(`${unit}; null means never.`) as unknown as z.ZodType<Range>;
const end = () => z.number().nullable() as unknown as z.ZodType<number>;
const calls = () => orNever("Calls a month");
const day = z.string().describe("YYYY-MM-DD, or less where no more is known.");

const way = z.strictObject({
	id: z.enum(wayIds),
	uses: z.string().describe("The model or offer."),
	perCall: rangeOf("US dollars per call, without hosting"),
	perMonth: rangeOf("US dollars per month, with hosting and upkeep"),
	oneOff: rangeOf("US dollars once"),
	spreadPerMonth: rangeOf("US dollars per month, with the one-off cost spread over horizonMonths"),
	horizonMonths: rangeOf("Months"),
	endsWith: z.string().nullable().describe("What ends the horizon before yours."),
	total: rangeOf("US dollars over horizonMonths"),
	daysOnce: rangeOf("Days of work, once"),
	daysPerMonth: rangeOf("Days of work per month"),
	dominates: z.strictObject({ part: z.string(), share: z.number() }),
});

const formula = z.strictObject({
	symbol: z.string(),
	says: z.string(),
	unit: z.string(),
	source: z.string(),
	symbols: z.string(),
	numbers: z.string(),
	value: orNever("In the unit"),
	inputs: z.array(
		z.strictObject({
			symbol: z.string(),
			says: z.string(),
			unit: z.string(),
			value: rangeOf("In the unit"),
		}),
	),
});

const breakEven = z.strictObject({
	way: z.enum(wayIds),
	against: z.enum(wayIds),
	requestsPerMonth: calls(),
	verdict: z.enum(verdicts),
});

const driver = z.strictObject({
	says: z.string(),
	unit: z.string(),
	value: rangeOf("In the unit"),
	requestsPerMonth: z.strictObject({ low: end(), high: end() }),
});

const payback = z.strictObject({
	way: z.enum(wayIds),
	against: z.enum(wayIds),
	months: orNever("Months until it has paid back, people's time included"),
	value: z.enum(paybacks),
	oneOff: rangeOf("US dollars once, with days of work at the price of a day"),
	saving: rangeOf("US dollars per month, less hosting and upkeep; below zero it costs more"),
});

const quantity = z.strictObject({
	says: z.string(),
	unit: z.string(),
	value: rangeOf("In the unit"),
	source: z.string(),
	strength: z.enum(strengths),
});

/** The comparison of a decision. */
export const costData = z
	.strictObject({
		asOf: day.describe("The day whose prices count."),
		model: z.string(),
		requestsPerMonth: rangeOf("Calls per month"),
		ways: z.array(way),
		leftOut: z.array(z.strictObject({ id: z.enum(wayIds), why: z.string() })),
		breakEven: breakEven
			.nullable()
			.describe("Of the way that pays soonest, against the hardest rival."),
		drivers: z.array(driver).describe("What moves that break-even most, each taken alone."),
		breakEvens: z.array(breakEven),
		payback: payback.nullable(),
		savings: z
			.array(
				z.strictObject({
					way: z.enum(wayIds),
					perMonth: rangeOf("US dollars per month; below zero it costs more"),
				}),
			)
			.describe("What each prompted way saves against prompting as today."),
		retrieval: z
			.strictObject({
				oneOff: rangeOf("US dollars for the index of the documents"),
				perMonth: rangeOf("US dollars per month for a search with each call"),
			})
			.nullable()
			.describe("On top of every way, where questions are answered from documents."),
		prices: z.array(
			z.strictObject({
				what: z.string(),
				says: z.string(),
				source: z.string(),
				date: day,
				isOld: z.boolean().describe("Over 90 days old."),
			}),
		),
		assumptions: z
			.record(z.string(), quantity)
			.describe(
				"By name: each with its unit, its source and how much that is worth.",
			) as unknown as z.ZodType<Quantities>,
		weeks: rangeOf("Weeks until it must be in production").nullable(),
		notes: z.array(z.string()),
	})
	.describe("What prompting and fine-tuning cost, side by side, in US dollars.");
export type CostData = z.infer<typeof costData>;

export const costSchema = costData
	.extend({
		schemaVersion: z.literal(1),
		headline: z.string(),
		memory: z.array(
			z.strictObject({
				method: z.enum(methods),
				gigabytes: rangeOf("GB"),
				fits: z.array(z.string()),
			}),
		),
		formulas: z
			.record(z.string(), z.array(formula))
			.optional()
			.describe("With --explain: by way, and those of the payback."),
	})
	.meta({
		title: "A cost comparison",
		description: "What should-i-finetune cost --format json prints.",
	});

export type CostJson = z.infer<typeof costSchema>;
