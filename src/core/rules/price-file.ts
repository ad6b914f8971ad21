/** The schema of price files: rules/prices and what `--prices` names. */
import * as z from "zod";
import { formatNumber } from "../answers/numbers.ts";
import { emptyBook, mergeBooks, type PriceBook, strengths } from "../cost/prices.ts";
import { bad, good, type Problem, type Result } from "../problems.ts";
import { list, record, sentence, word } from "../schema.ts";
import type { RawFile } from "./read-rules.ts";
import { schemaProblems } from "./schema-problems.ts";

/** Dollars a token, a label or an hour: more is a slip of the keyboard. */
const mostDollars = 1_000_000;
const dollars = () => {
	const error = `must be US dollars, a number from 0 to ${formatNumber(mostDollars)}`;
	return z.number({ error }).min(0, { error }).max(mostDollars, { error });
};
const day = () => z.iso.date({ error: "must be a date, YYYY-MM-DD" });
/** A source may give no more than a year. */
const dated = () =>
	z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "must be YYYY, YYYY-MM or YYYY-MM-DD" });
const name = () =>
	word().regex(/^[a-z0-9][a-z0-9.:_/-]*$/, { error: "must be a name in lower case" });
const range = () =>
	z
		.strictObject({ low: dollars(), usual: dollars(), high: dollars() })
		.refine(({ low, usual, high }) => low <= usual && usual <= high, {
			error: "must go up: low, usual, high",
		});
/** Stand at each figure, or once at the top of the file. */
const sourced = { source: sentence().optional(), date: dated().optional() };

const price = z.strictObject({
	seller: name(),
	model: name(),
	from: day().optional().describe("The first day it holds."),
	input: dollars(),
	cached: dollars().optional(),
	write: dollars().optional(),
	output: dollars(),
	tier: z
		.strictObject({ above: z.int().min(1), input: dollars(), output: dollars() })
		.optional()
		.describe("What longer prompts cost."),
	context: z.int().min(1).optional(),
	...sourced,
});

/** Caching that costs more than none would turn the ranges around. */
const sensiblePrice = price.refine(
	({ cached = 0, input, write = input }) => cached <= Math.min(input, write),
	{ error: "cached must not be more than input or write", path: ["cached"] },
);

const offer = z.strictObject({
	provider: name(),
	model: name().optional(),
	"up-to": z.number().positive().optional(),
	train: dollars().optional(),
	minimum: dollars().optional(),
	"bills-validation": z.literal(true).optional(),
	input: dollars().optional(),
	cached: dollars().optional(),
	output: dollars().optional(),
	premium: z.number().positive().optional(),
	batch: z.number().positive().max(1).optional(),
	hosting: dollars().optional(),
	status: z.enum(["open", "limited", "testing", "closed"]),
	"last-job": day().optional(),
	retires: day().optional(),
	note: sentence().optional(),
	...sourced,
});

export const priceFile = z.strictObject({
	source: sentence().optional().describe("Of every figure that names none."),
	date: dated().optional().describe("Of every figure that has none."),
	prices: list(sensiblePrice).optional().describe("US dollars per million tokens."),
	offers: list(offer).optional().describe("Fine-tuning and serving of what was fine-tuned."),
	gpus: list(
		z.strictObject({
			gpu: sentence(),
			memory: z.number().positive(),
			tflops: z.number().positive(),
			rent: range(),
			...sourced,
		}),
	).optional(),
	assumptions: record(
		word(),
		z.strictObject({
			says: sentence(),
			unit: word(),
			range: range(),
			source: sentence(),
			strength: z.enum(strengths),
		}),
	).optional(),
	aliases: record(word(), name()).optional(),
	smaller: record(word(), name()).optional(),
	batch: list(
		z.strictObject({
			sellers: list(name()),
			share: z.number().positive().max(1),
			...sourced,
		}),
	).optional(),
	retires: list(
		z.strictObject({ seller: name(), models: list(name()), on: day(), source: sentence() }),
	).optional(),
});

const knownKeys = [
	...Object.keys(priceFile.shape),
	...[price, offer].flatMap(({ shape }) => Object.keys(shape)),
];
const hint = "should-i-finetune prices shows what is taken without the file.";

/** Reads a price file; every problem is told. */
export function readPriceFile(raw: RawFile): Result<PriceBook> {
	const parsed = priceFile.safeParse(raw.value);
	if (!parsed.success)
		return bad(...schemaProblems(parsed.error.issues, { ...raw, knownKeys, hint }));
	const { source, date, ...parts } = parsed.data;
	const problems: Problem[] = [];
	const complete = <T extends { source?: string | undefined; date?: string | undefined }>(
		rows: T[] | undefined,
		path: string,
	) =>
		(rows ?? []).map((row, place) => {
			const full = { ...row, source: row.source ?? source, date: row.date ?? date };
			const { source: from, date: on } = full;
			if (from === undefined || on === undefined) {
				problems.push(noSource(raw.locate([path, place])));
				return { ...row, source: "", date: "" };
			}
			return { ...full, source: from, date: on };
		});
	const book: PriceBook = {
		...emptyBook(),
		...parts,
		prices: complete(parts.prices, "prices"),
		offers: complete(parts.offers, "offers"),
		gpus: complete(parts.gpus, "gpus"),
		batch: complete(parts.batch, "batch"),
		assumptions: parts.assumptions ?? {},
		aliases: parts.aliases ?? {},
		smaller: parts.smaller ?? {},
		retires: parts.retires ?? [],
	};
	return problems.length > 0 ? bad(...problems) : good(book);
}

/** Several files as one book; later ones win. */
export function readPriceFiles(files: readonly RawFile[]): Result<PriceBook> {
	const read = files.map(readPriceFile);
	const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
	if (problems.length > 0) return bad(...problems);
	const books = read.flatMap((one) => (one.ok ? [one.value] : []));
	return good(books.reduce(mergeBooks, emptyBook()));
}

const noSource = (at: Problem["at"]): Problem => ({
	code: "no-source",
	message: "A price needs a source and a date.",
	hint: "Add source and date here, or once at the top of the file.",
	...(at && { at }),
});
