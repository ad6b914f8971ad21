/** The JSON Schema of what `questions --format json` prints; it ships with the package. */
import * as z from "zod";

const conditionSchema = z
	.union([
		z.strictObject({
			get all() {
				return z.array(conditionSchema);
			},
		}),
		z.strictObject({
			get any() {
				return z.array(conditionSchema);
			},
		}),
		z.strictObject({ fact: z.string(), is: z.array(z.string()) }),
		z.strictObject({ fact: z.string(), isNot: z.array(z.string()) }),
		z.strictObject({
			fact: z.string(),
			ranges: z.array(
				z.strictObject({
					from: z.number(),
					below: z.number().nullable().describe("Excluded; null for no end."),
				}),
			),
		}),
	])
	.meta({ id: "condition", description: "Holds once the answer has no value outside of it." });

const questionSchema = z.strictObject({
	fact: z.string().describe("The id of the fact: its flag without the dashes, its key in a file."),
	ask: z.string().describe("The question, in plain words."),
	label: z.string().describe("Two or three words for tables."),
	why: z.string().describe("Why it is asked."),
	find: z.string().describe("How to find out."),
	section: z.string().nullable(),
	moves: z
		.enum(["forward", "freely", "given", "never"])
		.describe(
			"How an answer can change: by the team down the list or up, by the team either way, not by the team, not at all.",
		),
	kind: z.enum(["choice", "yes-no", "number", "text"]),
	values: z
		.array(z.strictObject({ value: z.string(), means: z.string() }))
		.nullable()
		.describe("Of a choice or a yes/no question."),
	number: z
		.strictObject({
			unit: z.string(),
			most: z.number(),
			whole: z.boolean(),
			example: z.number(),
		})
		.nullable()
		.describe("Of a number, zero or more."),
	example: z.string().nullable().describe("Of a name."),
	core: z.boolean().describe("Every interview asks it, as things stand."),
	coreWhen: conditionSchema
		.nullable()
		.describe("Part of the core only where this may still hold; null for always or never."),
	skipWhen: conditionSchema.nullable().describe("Not asked once this holds."),
	state: z
		.enum(["answered", "unknown", "skipped", "open"])
		.describe("unknown: answered with unknown. skipped: other answers make it pointless."),
	answer: z.union([z.string(), z.number()]).nullable(),
	from: z.string().nullable().describe("Where the answer comes from."),
	couldFlip: z.boolean().describe("It can change the verdict, alone or together with others."),
	alone: z.boolean().describe("It alone can change the verdict."),
});

const catalogueSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		ruleset: z.strictObject({ name: z.string(), edition: z.string() }),
		title: z.string().nullable(),
		next: z
			.strictObject({
				fact: z.string(),
				reason: z.enum(["in-order", "narrows", "alone", "together", "outlook"]),
				why: z.string().describe("Why this question comes now."),
			})
			.nullable()
			.describe("The best question to ask; null when nothing is left that would tell more."),
		coreDone: z.boolean().describe("All that every interview asks is answered."),
		settled: z.boolean().describe("Proven: no further answer changes the verdict."),
		fixed: z
			.boolean()
			.describe("Proven: no further answer changes verdict, outlook or the first three steps."),
		sections: z.array(z.strictObject({ id: z.string(), title: z.string() })),
		questions: z.array(questionSchema).describe("In the order in which to ask them."),
	})
	.meta({
		title: "Questions of should-i-finetune",
		description: "Every question, what the answers so far make of it, and which comes next.",
	});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueQuestion = z.infer<typeof questionSchema>;

export const questionsJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(catalogueSchema), null, "\t")}\n`;
