/** The flags of `cost` and `prices`. */
import { costInputs } from "../core/cost/known-costs.ts";
import { labelKinds } from "../core/cost/label-kinds.ts";
import { billFact } from "../core/cost/monthly-spend.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { FlagTable } from "../report/usage.ts";
import { adviseFlags, factFlags, sharedFlags } from "./flags.ts";

/** How a cost comparison is printed. */
export const costFormats = ["text", "markdown", "json"] as const;

/** The facts that a cost comparison reads; answers files may hold the others as well. */
const costFacts: readonly string[] = [...costInputs, billFact];

const priceFlags = {
	prices: {
		value: "file",
		takes: "file",
		about: "prices of your own in YAML; they win over the built-in ones",
	},
	"as-of": {
		...sharedFlags["as-of"],
		about: "the day whose prices count, YYYY-MM-DD (default: today)",
	},
	rules: sharedFlags.rules,
} as const satisfies FlagTable;

export const pricesFlags = {
	format: sharedFlags.format,
	...priceFlags,
} as const satisfies FlagTable;

const ownCostFlags = {
	answers: adviseFlags.answers,
	data: {
		...adviseFlags.data,
		about: "measure training data: examples, and the tokens and passes of a run (repeatable)",
	},
	"no-file": sharedFlags["no-file"],
	format: {
		short: "f",
		value: "name",
		takes: { words: costFormats },
		about: `${costFormats.join(" | ")} (default: text)`,
	},
	explain: { about: "print every formula with its numbers" },
	months: {
		value: "number",
		about: "the horizon that one-off costs are spread over (default: 12)",
	},
	"day-rate": {
		value: "dollars",
		about: "what a day of work costs; without it, days are counted only",
	},
	price: {
		value: "prices",
		about: "price of your model, US dollars per million tokens: in=0.75,cached=0.075,out=4.5",
	},
	"fixed-tokens": {
		value: "number",
		about: "tokens of the prompt that are the same in every call: instructions and examples",
	},
	"cache-hits": {
		value: "percent",
		takes: "percent",
		about: "share of calls that hit the prompt cache today (default: 0)",
	},
	label: {
		value: "kind",
		takes: { words: labelKinds },
		about: `what your examples still need: ${labelKinds.join(" | ")}`,
	},
	size: {
		value: "number",
		about: "billion parameters of the open model to fine-tune (default: 8)",
	},
	"hours-on": {
		value: "number",
		about:
			"hours a month that GPUs are switched on, where they can scale to zero (default: always)",
	},
	offer: {
		value: "name",
		about: "the fine-tuning offer to compare, such as together or vertex/gemini-3.5-flash",
	},
	...priceFlags,
} as const satisfies FlagTable;

/** Its own flags, and those of the facts that it reads. */
export const costFlags = ({ questions }: Pick<RuleSet, "questions">) => {
	const facts = Object.entries(factFlags(questions)).filter(([fact]) => costFacts.includes(fact));
	return { ...ownCostFlags, ...Object.fromEntries(facts) } as typeof ownCostFlags;
};
