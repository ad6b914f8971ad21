/** A question, as a rule file states it: prompt, flag, help, validation and completion are read from it. */
import * as z from "zod";
import { id, record, sentence, word } from "../schema.ts";

export const question = z.strictObject({
	ask: sentence().describe("The question, in plain words."),
	label: sentence().describe("Two or three words for tables."),
	why: sentence().describe("Why it is asked."),
	find: sentence().describe("How to find out."),
	section: id().optional().describe("The section of the interview it belongs to."),
	core: z.literal(true).optional().describe("Asked in every interview."),
	moves: z
		.enum(["forward", "freely", "given", "never"])
		.describe(
			"How an answer can change. forward: the team can move it down the list of choices or raise the number. freely: the team can change it either way. given: it may change, but not by the team. never: it stays as it is.",
		),
	choices: record(id(), sentence()).optional().describe("Each value, with a one-line explanation."),
	"yes-no": z
		.strictObject({ yes: sentence(), no: sentence() })
		.optional()
		.describe("For a yes/no question, what each answer means."),
	number: z
		.strictObject({
			most: z.number().positive().describe("Larger numbers are errors."),
			unit: word(),
			example: z.number(),
			whole: z.literal(true).optional().describe("A whole number; fractions are errors."),
		})
		.optional()
		.describe("A number, zero or more."),
	text: z
		.strictObject({ example: word() })
		.optional()
		.describe("A name; upper and lower case are the same."),
});
export type Question = z.infer<typeof question>;
