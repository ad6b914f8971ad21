/** The JSON Schemas that ship: of a decision, and of a rule file for editors. */
import * as z from "zod";
import { decisionSchema } from "./decision.ts";
import { ruleFile } from "./rule-file.ts";

const print = (schema: unknown): string => `${JSON.stringify(schema, null, "\t")}\n`;

export const decisionJsonSchema = (): string => print(z.toJSONSchema(decisionSchema));

/** The schema that the first line of each rule file points at. */
export const rulesSchema = (): string =>
	print(z.toJSONSchema(ruleFile.meta({ title: "A rule file" }), { io: "input" }));
