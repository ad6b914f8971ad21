/** The JSON Schemas of a cost comparison and of a price file, which ship with the package. */
import * as z from "zod";
import { costSchema } from "./cost-json.ts";
import { priceFile } from "./price-file.ts";

const print = (schema: object): string => `${JSON.stringify(schema, null, "\t")}\n`;

export const costJsonSchema = (): string => print(z.toJSONSchema(costSchema));

export const pricesJsonSchema = (): string =>
	print(z.toJSONSchema(priceFile.meta({ title: "A price file" }), { io: "input" }));
