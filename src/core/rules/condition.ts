/** Conditions of the rule language, as a schema. */
import * as z from "zod";
import { list, oneOrMore, record, values, word } from "../schema.ts";

const valueTest = () => {
	return oneOrMore(z.union([values(), z.number(), z.boolean()]));
};
/** Facts that must all hold, each with its allowed values; `is` names words. */
export const clause = () =>
	record(word(), valueTest()).meta({
		description:
			"Facts that must all hold: a value, a list of values, `not daily`, or a range: `under 50`, `50 to 500`, `500 up` (the upper end is excluded). `is:` names words.",
	});
/** What a rule, gate, word or step waits for. */
export const condition = {
	when: clause().optional().describe("All of these hold."),
	any: list(clause()).min(1).optional().describe("At least one holds."),
	unless: oneOrMore(clause()).optional().describe("None of these holds."),
};
export const conditionSchema = z.strictObject(condition);
export type Condition = z.infer<typeof conditionSchema>;
export type Clause = z.infer<ReturnType<typeof clause>>;
export type ValueTest = z.infer<ReturnType<typeof valueTest>>;
