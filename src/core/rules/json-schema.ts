/** The JSON Schema of a rule file, for editors: the first line of each rule file points at it. */
import * as z from "zod";
import { ruleFile } from "./rule-file.ts";

export const rulesJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(ruleFile.meta({ title: "A rule file" }), { io: "input" }), null, "\t")}\n`;
