/** The JSON Schemas of rule files and price files, for editors: the first line of each file points at its own. */
import * as z from "zod";
import { priceFile } from "./price-file.ts";
import { ruleFile } from "./rule-file.ts";

const print = (schema: z.ZodType): string =>
	`${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), null, "\t")}\n`;

export const rulesJsonSchema = (): string => print(ruleFile.meta({ title: "A rule file" }));

export const pricesJsonSchema = (): string => print(priceFile.meta({ title: "A price file" }));
