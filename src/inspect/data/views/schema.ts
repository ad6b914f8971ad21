/** The JSON of `inspect data`, as a schema that ships with the package. */
import * as z from "zod";
import { codes } from "../findings/catalogue.ts";
import { formats } from "../findings/formats.ts";
import { marks } from "../layouts/marks.ts";
import { limits } from "../providers/usable.ts";

const count = () => z.int().min(0);
const share = () => z.number().min(0).max(1);
const place = () =>
	z.strictObject({
		file: z.string(),
		row: count().describe("The line of JSON lines; else the place among the rows. From 1."),
		line: count().optional().describe("The line that the row begins in."),
	});
const spread = () => z.strictObject({ median: count(), p90: count(), max: count() });
const level = () => z.enum(["error", "warning", "note"]);

const file = z.strictObject({
	file: z.string(),
	container: z.enum(["JSON lines", "JSON array", "JSON object", "CSV", "TSV", "Parquet"]),
	encoding: z.enum(["utf-8", "utf-16le", "utf-16be"]),
	compression: z.enum(["gzip", "zstd"]).optional(),
	size: count().optional().describe("Bytes on the disk."),
	isValidation: z.boolean(),
	rows: count(),
	broken: count(),
});

const rows = z.strictObject({
	all: count(),
	broken: count().describe("Rows that cannot be read."),
	valid: count(),
	complete: count().describe("Rows of the format that lack nothing."),
	usable: count().describe("Complete rows, each example once."),
	equalRows: count().describe("Rows equal to an earlier one, whatever the order of keys."),
	equalExamples: count().describe("Rows whose input and answer equal an earlier one's."),
	emptyAnswers: count(),
	withoutAssistant: count(),
});

const finding = z.strictObject({
	code: z.enum(codes),
	level: level(),
	title: z.string(),
	count: count(),
	of: count(),
	share: share(),
	rows: z.array(place()).describe("The first of them."),
	detail: z.string().optional(),
	why: z.string(),
	fix: z.string(),
});

const provider = z.strictObject({
	id: z.string(),
	name: z.string(),
	takes: z.enum(["yes", "converted", "no"]),
	examples: count().describe("Distinct complete examples that it takes."),
	fixable: count().describe("Those that it would take once --fix --for has written them."),
	refused: z.array(z.strictObject({ for: z.enum(marks), rows: count() })),
	minimum: count().optional(),
	good: count().optional(),
	most: count().optional(),
	isEnough: z.boolean(),
	over: z
		.array(z.strictObject({ limit: z.enum(limits), most: count() }))
		.describe("Limits that the data is over."),
	least: count().optional().describe("Bytes that a file must have, where it has fewer."),
	checked: z.string().describe("The day someone last read what the provider says."),
	source: z.string(),
});

const tokens = z.strictObject({
	encoding: z.literal("o200k"),
	rows: count().describe("Rows that were counted."),
	ofRows: count(),
	total: count(),
	margin: count().describe("Half of the 95% interval of the total; 0 where all were counted."),
	prompt: spread(),
	output: spread(),
	row: spread(),
	training: z.strictObject({ epochs: count(), tokens: count() }),
});

export const dataReportSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		files: z.array(file),
		isPartial: z.boolean().describe("Whether reading was stopped before the end."),
		format: z.strictObject({
			id: z.enum(formats.map(({ id }) => id)),
			name: z.string(),
			note: z.string().optional(),
		}),
		kind: z.enum([
			"chat",
			"preference",
			"judged",
			"graded",
			"pairs",
			"prompts",
			"text",
			"tokens",
			"unknown",
		]),
		features: z.partialRecord(z.enum(marks), count()),
		rows,
		answersUnder: z
			.string()
			.optional()
			.describe("The key that seems to hold the answers, where that of the format is empty."),
		equalRows: z.array(place()),
		sameInput: z.strictObject({
			groups: count(),
			rows: count(),
			first: z.array(place()),
			kinds: z.strictObject({ contradiction: count(), variant: count(), alternative: count() }),
		}),
		validation: z
			.strictObject({
				rows: count(),
				equalRows: count(),
				equalExamples: count(),
				inputs: count().describe("Validation rows whose input is also in the training set."),
				first: z.array(place()),
			})
			.optional(),
		labels: z
			.strictObject({
				rows: count(),
				share: share(),
				labels: z.array(z.strictObject({ label: z.string(), count: count() })),
			})
			.optional(),
		lengths: z.array(z.strictObject({ from: count(), to: count(), rows: count() })),
		tokens: tokens.optional(),
		terms: z
			.strictObject({
				isJudged: z.boolean(),
				terms: z.array(z.strictObject({ word: z.string(), rows: count() })),
			})
			.optional()
			.describe("Words that are rare elsewhere; judged only in English."),
		findings: z.array(finding),
		providers: z.array(provider),
		fixed: z
			.strictObject({
				written: z.array(z.strictObject({ file: z.string(), rows: count() })),
				unwritten: z
					.array(z.strictObject({ file: z.string(), why: z.string() }))
					.describe("Files that would have been empty."),
				leftOut: z.array(z.strictObject({ why: z.string(), rows: count() })),
				without: z
					.array(z.strictObject({ what: z.string(), rows: count() }))
					.describe("What rows had that the format has no place for."),
			})
			.optional(),
		shown: z
			.array(
				z.strictObject({ code: z.enum(codes), file: z.string(), row: count(), text: z.string() }),
			)
			.optional()
			.describe("With --show: rows as JSON, cut, and without what looks like a secret."),
	})
	.meta({ title: "Training data, as should-i-finetune inspect data measures it" });

export const dataReportJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(dataReportSchema), null, "\t")}\n`;
