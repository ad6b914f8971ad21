/** Parts of a decision by name: `verdict`, `total.points`, `answers.goal.value`. */

import type { Brief } from "../core/bulk/quick-decide.ts";
import { headlineOf } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";

/** What a field says; null where a decision has no such part. */
export const pickFields = (decision: Decision, fields: readonly string[]) =>
	Object.fromEntries(fields.map((field) => [field, partOf(decision, field.split("."))]));

function partOf(value: unknown, [key, ...rest]: string[]): unknown {
	if (key === undefined) return value;
	const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, key);
	return isThere ? partOf((value as Record<string, unknown>)[key], rest) : null;
}

/** The fields that a quick decision has. */
export const briefFields: Record<string, (brief: Brief, rules: RuleSet) => string | number> = {
	verdict: ({ verdict }) => verdict,
	outlook: ({ outlook }) => outlook,
	strength: ({ strength }) => strength,
	headline: (brief, rules) => headlineOf(rules, brief).headline,
	"total.points": ({ points }) => points,
};

export const pickBrief = (brief: Brief, rules: RuleSet, fields: readonly string[]) =>
	Object.fromEntries(fields.map((field) => [field, briefFields[field]?.(brief, rules)]));
