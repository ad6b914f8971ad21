/** A comparison as `cost --format json` prints it; its JSON Schema ships with the package. */
import * as z from "zod";
import { strengths } from "./prices.ts";
import { methods } from "./training-memory.ts";
import { verdicts } from "./verdicts.ts";
import { wayIds } from "./way.ts";

const range = (unit: string) =>
	z
		.strictObject({ low: z.number(), usual: z.number(), high: z.number() })
		.describe(`${unit}: the lowest, the usual and the highest it can be.`);
const calls = z
	.strictObject({
		low: z.number().nullable(),
		usual: z.number().nullable(),
		high: z.number().nullable(),
	})
	.describe("Calls a month; null means never.");
const day = z.string().describe("YYYY-MM-DD, or less where no more is known.");

const way = z.strictObject({
	id: z.enum(wayIds),
	uses: z.string().describe("The model or offer."),
	perCall: range("US dollars per call, without hosting"),
	perMonth: range("US dollars per month, with hosting and upkeep"),
	oneOff: range("US dollars once"),
	spreadPerMonth: range("US dollars per month, with the one-off cost spread over horizonMonths"),
	horizonMonths: range("Months"),
	endsWith: z.string().nullable().describe("What ends the horizon before yours."),
	total: range("US dollars over horizonMonths"),
	daysOnce: range("Days of work, once"),
	daysPerMonth: range("Days of work per month"),
	dominates: z.strictObject({ part: z.string(), share: z.number() }),
	formulas: z
		.array(
			z.strictObject({
				symbol: z.string(),
				says: z.string(),
				unit: z.string(),
				source: z.string(),
				symbols: z.string(),
				numbers: z.string(),
				value: calls.describe("In the unit; null means without end."),
				inputs: z.array(
					z.strictObject({
						symbol: z.string(),
						says: z.string(),
						unit: z.string(),
						value: range("In the unit"),
					}),
				),
			}),
		)
		.optional()
		.describe("With --explain."),
});

const breakEven = z.strictObject({
	way: z.enum(wayIds),
	against: z.enum(wayIds),
	requestsPerMonth: calls,
	verdict: z.enum(verdicts),
	drivers: z
		.array(
			z.strictObject({
				says: z.string(),
				unit: z.string(),
				value: range("In the unit"),
				requestsPerMonth: z.strictObject({
					low: z.number().nullable(),
					high: z.number().nullable(),
				}),
			}),
		)
		.describe("What moves the break-even most, each taken alone."),
});

export const costSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		asOf: day,
		headline: z.string(),
		model: z.string(),
		requestsPerMonth: range("Calls per month"),
		ways: z.array(way),
		leftOut: z.array(z.strictObject({ id: z.enum(wayIds), why: z.string() })),
		breakEven: breakEven
			.nullable()
			.describe("The way that pays soonest, against the hardest rival."),
		breakEvens: z.array(breakEven),
		memory: z.array(
			z.strictObject({
				method: z.enum(methods),
				gigabytes: range("GB"),
				fits: z.array(z.string()),
			}),
		),
		prices: z.array(
			z.strictObject({
				what: z.string(),
				says: z.string(),
				source: z.string(),
				date: day,
				isOld: z.boolean().describe("Over 90 days before asOf."),
			}),
		),
		assumptions: z.array(
			z.strictObject({
				id: z.string(),
				says: z.string(),
				unit: z.string(),
				value: range("In the unit"),
				source: z.string(),
				strength: z.enum(strengths),
			}),
		),
		notes: z.array(z.string()),
	})
	.meta({
		title: "A cost comparison",
		description: "What should-i-finetune cost --format json prints.",
	});

export type CostJson = z.infer<typeof costSchema>;
