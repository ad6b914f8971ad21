/** Where fine-tuning is offered, closing or closed, as a rule file states it. */
import * as z from "zod";
import { address, id, list, record, sentence, word } from "../schema.ts";
import { date } from "./date.ts";

const provider = z.strictObject({
	name: sentence(),
	aliases: list(word()).describe("Other accepted spellings."),
	alternatives: list(id()),
	events: list(
		z.strictObject({
			date: date(),
			status: z.enum(["open", "closing", "closed", "retiring"]),
			models: list(word()).optional().describe("Only base models whose names begin like this."),
			what: sentence(),
			source: address(),
		}),
	),
});
export type Provider = z.infer<typeof provider>;

export const providers = z.strictObject({
	"as-of": date(),
	"closed-means": record(id(), id())
		.optional()
		.describe("The answers that hold, whatever was said, when the named provider is closed."),
	status: record(id(), provider),
});
export type Providers = z.infer<typeof providers>;
