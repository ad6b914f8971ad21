/** What a comparison rests on: each amount with where it comes from, so that no figure stands alone. */
import { type Answers, readSet } from "../answers/answer-set.ts";
import { own } from "../own.ts";
import { bad, good, type Problem, type Result } from "../problems.ts";
import { hoursPerMonth } from "./hosting.ts";
import type { LabelKind } from "./label-kinds.ts";
import { type Assumption, emptyBook, type PriceBook } from "./prices.ts";
import { exactly, mapRange, type Range, rangeOf } from "./range.ts";

/** An amount with its unit, its source, and how much that is worth. */
export type Quantity = Omit<Assumption, "range"> & { value: Range };

/** What the flags of the command say besides the answers. */
export interface CostFlags {
	months?: number | undefined;
	/** Tokens of the prompt that are the same in every call. */
	fixedTokens?: number | undefined;
	/** Share of calls that find the prefix in the cache today. */
	hits?: number | undefined;
	/** US dollars. */
	dayRate?: number | undefined;
	label?: LabelKind | undefined;
	/** Hours a month that GPUs are switched on. */
	hoursOn?: number | undefined;
	/** Billion parameters of the open model to fine-tune. */
	size?: number | undefined;
	training?: MeasuredTraining | undefined;
}

/** What training files say of a run over them. */
export interface MeasuredTraining {
	/** "measured from train.jsonl". */
	from: string;
	/** Tokens of one example: input and answer, as they stand in the file. */
	tokens: Range;
	/** By the default of OpenAI for so many examples. */
	epochs: number;
}

/** What is taken from answers, flags and assumptions, by name. */
export type QuantityName =
	| "calls"
	| "prompt"
	| "output"
	| "fixed"
	| "hitsToday"
	| "hits"
	| "kept"
	| "trimmed"
	| "examples"
	| "epochs"
	| "label"
	| "dayRate"
	| "dayPrice"
	| "engineerDays"
	| "evaluationDays"
	| "retrainingDays"
	| "retrainings"
	| "peak"
	| "servingUtilization"
	| "trainingUtilization"
	| "trainingStart"
	| "size"
	| "hoursOn"
	| "corpus"
	| "embeddingPrice"
	| "searchPrice"
	| "horizon";
/**
 * `hitsToday` and `dayRate` are 0 where nobody said them: no cache is used, and days stand beside the bill.
 * `dayPrice` is what days cost where the months until it pays back are counted: they are never free.
 */
export type Quantities = Record<QuantityName, Quantity> & {
	/** Where it was measured; else an example is a call and its answer. */
	exampleTokens?: Quantity;
};

export const neededFacts = ["monthly-requests", "prompt-tokens", "output-tokens"] as const;
const defaultMonths = 12;
const defaultSize = 8;

/** Reads amounts from answers and flags; what is not said is taken from the assumptions. */
export function readQuantities(
	answers: Answers,
	flags: CostFlags,
	{ assumptions }: PriceBook = emptyBook(),
): Result<Quantities> {
	const problems = [...neededFacts, "examples"].flatMap((fact) => problemOf(fact, answers) ?? []);
	if (problems.length > 0) return bad(...problems);
	const said = (fact: string, says: string, unit: string): Quantity => ({
		...{ says, unit, source: sourceOf(fact, answers), strength: "yours" as const },
		value: amountOf(fact, answers) ?? exactly(0),
	});
	const flag = (value: number | undefined, name: string, says: string, unit: string) =>
		value === undefined
			? undefined
			: { says, unit, source: `--${name}`, strength: "yours" as const, value: exactly(value) };
	const assumed = assumedFrom(assumptions);
	const prompt = said("prompt-tokens", "prompt", "tokens");
	const dayRate = flag(flags.dayRate, "day-rate", "price of a day of work", "USD");
	const hits = flag(flags.hits, "cache-hits", "calls that hit the cache", "0 to 1");
	return good({
		...neverAsked(assumed),
		...(flags.training && ofTraining(flags.training, assumed)),
		calls: said("monthly-requests", "calls", "calls a month"),
		prompt,
		output: said("output-tokens", "answer", "tokens"),
		fixed: fixedShare(flags.fixedTokens, prompt) ?? assumed("fixed-share"),
		hitsToday:
			hits ?? nothing("calls that hit the cache today", "0 to 1", "none; --cache-hits changes it"),
		hits: hits ?? assumed("hits"),
		examples: amountOf("examples", answers)
			? said("examples", "training examples", "examples")
			: assumed("examples"),
		label: labelPrice(flags.label, answers, assumed),
		dayPrice: dayRate ?? assumed("day-rate"),
		dayRate:
			dayRate ??
			nothing(
				"price of a day of work",
				"USD",
				"days are counted, not priced; --day-rate changes it",
			),
		size:
			flag(flags.size, "size", "open model to fine-tune", "billion parameters") ?? sizeOf(answers),
		hoursOn: flag(flags.hoursOn, "hours-on", "GPUs switched on", "hours a month") ?? {
			...nothing("GPUs switched on", "hours a month", "always; --hours-on changes it"),
			value: exactly(hoursPerMonth("")),
		},
		horizon: flag(flags.months, "months", "horizon", "months") ?? {
			...nothing("horizon", "months", "--months changes it"),
			value: exactly(defaultMonths),
		},
	});
}

type Assumed = (name: string) => Quantity;

const ofTraining = ({ from, tokens, epochs }: MeasuredTraining, assumed: Assumed) => ({
	exampleTokens: {
		...{ says: "a training example", unit: "tokens", source: from, strength: "yours" as const },
		value: tokens,
	},
	epochs: {
		...assumed("epochs"),
		source: `OpenAI's default for so many examples, ${from}`,
		value: exactly(epochs),
	},
});

const assumedFrom =
	(assumptions: PriceBook["assumptions"]): Assumed =>
	(name) => {
		const { range, ...rest } = assumptions[name] as Assumption;
		return { ...rest, value: range };
	};

/** What no answer and no flag says; a price file can. */
const neverAsked = (assumed: Assumed) => ({
	kept: assumed("kept-share"),
	trimmed: assumed("trimmed-share"),
	epochs: assumed("epochs"),
	engineerDays: assumed("engineer-days"),
	evaluationDays: assumed("evaluation-days"),
	retrainingDays: assumed("retraining-days"),
	retrainings: assumed("retrainings"),
	peak: assumed("peak"),
	servingUtilization: assumed("serving-utilization"),
	trainingUtilization: assumed("training-utilization"),
	trainingStart: assumed("training-start"),
	corpus: assumed("corpus"),
	embeddingPrice: assumed("embedding-price"),
	searchPrice: assumed("search-price"),
});

const nothing = (says: string, unit: string, source: string): Quantity => ({
	...{ says, unit, source, strength: "default" as const, value: exactly(0) },
});

/** The amount of an answer; of a range the middle is the usual. */
export function amountOf(fact: string, answers: Answers): Range | undefined {
	const set = readSet(own(answers, fact)?.value ?? "unknown");
	if (set.kind !== "range" || set.most === undefined) return undefined;
	const low = set.least ?? 0;
	return rangeOf(low, (low + set.most) / 2, set.most);
}

const sourceOf = (fact: string, answers: Answers): string => own(answers, fact)?.from ?? "";

function problemOf(fact: string, answers: Answers): Problem | undefined {
	const answer = own(answers, fact);
	if (answer === undefined || answer.value === "unknown")
		return fact === "examples"
			? undefined
			: {
					code: "missing-fact",
					message: `${fact} is not known, and no cost can be computed without it.`,
					hint: `Give --${fact}, as a number or a range such as 500-2000.`,
				};
	if (amountOf(fact, answers)) return undefined;
	return {
		code: "open-range",
		message: `${fact} has no upper end in ${answer.from}.`,
		hint: "Give a range with two ends, such as 500-2000.",
	};
}

function fixedShare(tokens: number | undefined, { value }: Quantity): Quantity | undefined {
	if (tokens === undefined) return undefined;
	return {
		says: "share of the prompt that is the same in every call",
		unit: "0 to 1",
		source: "--fixed-tokens",
		strength: "yours",
		value: mapRange({ low: value.high, usual: value.usual, high: value.low }, (prompt) =>
			prompt > 0 ? Math.min(1, tokens / prompt) : 0,
		),
	};
}

/** What a label costs; nothing where the examples are labeled already. */
function labelPrice(kind: LabelKind | undefined, answers: Answers, assumed: Assumed): Quantity {
	const has = (fact: string, ...values: string[]) =>
		String(own(answers, fact)?.value)
			.split(",")
			.every((value) => values.includes(value));
	const none = (source: string) => nothing("price of a label", "USD", source);
	if (kind === "none") return none("--label none");
	if (kind !== undefined) return assumed(`label-${kind}`);
	if (has("data-quality", "mixed", "curated")) return none("your examples are labeled already");
	if (has("teacher", "yes")) return assumed("label-synthetic");
	const judgment = assumed("label-judgment");
	if (has("data-quality", "raw")) return judgment;
	const { usual, high } = judgment.value;
	return {
		...judgment,
		says: "price of a label, if you have none yet",
		value: rangeOf(0, usual, high),
	};
}

/** Billion parameters of a model to fine-tune, by the largest one that may be used. */
function sizeOf(answers: Answers): Quantity {
	const size = own(answers, "model-size")?.value === "mid" ? 32 : defaultSize;
	return {
		says: "open model to fine-tune",
		unit: "billion parameters",
		source: size === defaultSize ? "--size changes it" : "--model-size mid",
		strength: size === defaultSize ? "default" : "yours",
		value: exactly(size),
	};
}
