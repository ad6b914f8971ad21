/** The JSON Schema of a decision, which ships with the package. */
import * as z from "zod";
import { decisionSchema } from "./decision.ts";

export const decisionJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(decisionSchema), null, "\t")}\n`;
