/** Answers that cannot both be right, as a schema. */
import * as z from "zod";
import { id, list, sentence, word } from "../schema.ts";
import { condition } from "./condition.ts";

/** What no rule about points tests stays out of the cells, or it would move the confidence. */
export const contradiction = z.strictObject({
	...condition,
	amounts: z
		.strictObject({
			of: id(),
			per: list(id()).optional().describe("Divided by each of these."),
			above: z.number().optional(),
			below: z.number().optional(),
		})
		.optional()
		.describe("The numbers themselves: no question is split into ranges for it."),
	model: list(word()).min(1).optional().describe("Parts of names, such as `opus` or `70b`."),
	provider: list(id()).min(1).optional().describe("Ids of providers."),
	says: sentence().describe("What cannot both be true. {fact} works as in because."),
});
export type Contradiction = z.infer<typeof contradiction>;
