/** A question, as a rule file states it: prompt, flag, help, validation and completion are read from it. */
import * as z from "zod";
import { id, record, sentence, word } from "../schema.ts";

export const question = z.strictObject({
	ask: sentence().describe("The question, in plain words."),
	label: sentence().describe("Two or three words for tables."),
	why: sentence().describe("Why it is asked."),
	find: sentence().describe("How to find out."),
	section: id().optional().describe("The part of the interview that it belongs to."),
	core: z.literal(true).optional().describe("Asked in every interview."),
	with: id().optional().describe("Asked on the same screen, right after that question."),
	moves: z
		.enum(["forward", "freely", "given", "never"])
		.describe(
			"What can happen to an answer: the team can move it down the list of choices or up the numbers, or either way; it may change by itself; it never does.",
		),
	choices: record(id(), sentence()).optional().describe("Each value with a line of explanation."),
	"yes-no": z
		.strictObject({ yes: sentence(), no: sentence() })
		.optional()
		.describe("A yes/no question; what each answer means."),
	number: z
		.strictObject({
			most: z.number().positive().describe("Larger numbers are errors."),
			unit: word(),
			example: z.number(),
			whole: z.literal(true).optional().describe("A count: fractions are errors."),
		})
		.optional()
		.describe("A number, zero or more."),
	text: z
		.strictObject({ example: word() })
		.optional()
		.describe("A name, compared without regard to case."),
});
export type Question = z.infer<typeof question>;
