/** The JSON Schemas that ship: of a decision, and of a rule file for editors. */
import { z } from "zod";
import { decisionSchema } from "../src/core/decision.ts";
import { ruleFile } from "../src/core/rule-file.ts";

const print = (schema: unknown): string => `${JSON.stringify(schema, null, "\t")}\n`;

/** By path from the top of the package. */
export const schemas = {
	"schema/decision.schema.json": print(z.toJSONSchema(decisionSchema)),
	"rules/schema.json": print(
		z.toJSONSchema(ruleFile.meta({ title: "A rule file of should-i-finetune" }), { io: "input" }),
	),
};
