/** The JSON Schema of a cost comparison, which ships with the package. */
import * as z from "zod";
import { costSchema } from "./cost-json.ts";

export const costJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(costSchema), null, "\t")}\n`;
