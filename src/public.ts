/**
 * The types of the library, written by hand: what a program may rely on. `src/index.ts` holds them against
 * what the rules and the engine really make.
 */

/** Improve the prompts, or fine-tune. */
export type Side = "prompt-engineering" | "fine-tuning";

/** A place in a file; lines and columns count from 1. */
export interface Place {
	file: string;
	line?: number;
	column?: number;
}

export interface Problem {
	/** Stable, such as `bad-answer`. */
	code: string;
	/** What is wrong, and what is allowed. */
	message: string;
	/** What to do about it. */
	hint?: string;
	at?: Place;
}

/** Expected failures are values: nothing throws over what it was given. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** One of the fact's words, a number, a set in the written form (`500..2000`, `monthly,daily`), or `unknown`. */
export type AnswerValue = string | number;

export interface Answer {
	value: AnswerValue;
	/** Where it came from, for people: `--examples`, `answers.yaml:3`. */
	from: string;
	/** How it is said within a sentence, where it was computed. */
	says?: string | undefined;
}

/** By fact id; a fact that is left out is unknown. */
export type Answers = Record<string, Answer>;

/** A question that a rule set asks; it has exactly one of `choices`, `yes-no`, `number` and `text`. */
export interface Question {
	ask: string;
	label: string;
	why: string;
	find: string;
	/** Each value with a line of explanation. */
	choices?: Record<string, string> | undefined;
	"yes-no"?: { yes: string; no: string } | undefined;
	number?: { most: number; unit: string; example: number; whole?: true | undefined } | undefined;
	text?: { example: string } | undefined;
}

/** A source: who wrote it, what it says, and what its author gains. */
export interface Evidence {
	who: string;
	title: string;
	year: string;
	url?: string | undefined;
	says: string;
	gains?: string | undefined;
	/** The day someone last checked it. */
	checked: string;
}

/** A rule set. What else it holds is the engine's: take it from {@link loadRules} and hand it on as it is. */
export interface RuleSet {
	readonly name: string;
	readonly edition: string;
	/** By fact id, in the order of the file. */
	readonly questions: Readonly<Record<string, Question>>;
	/** By source id. */
	readonly evidence: Readonly<Record<string, Evidence>>;
}

/** A published case: what was known before, which way it went, and where that is written. */
export interface PublishedCase {
	id: string;
	title: string;
	source: { who: string; year: number; title: string; url: string };
	kind: "industry" | "paper";
	facts: Record<string, string | number | boolean>;
	outcome: Side;
	measured: string;
	why: string;
}

export interface DecideOptions {
	/** The day of the decision, YYYY-MM-DD: what a provider still trains depends on it. */
	asOf?: string;
	/** What the project is called: one line of at most 200 characters, never scored. */
	title?: string | undefined;
	/** Published cases, to name the nearest. */
	cases?: readonly PublishedCase[];
}

/** The ends are exact over all completions of the answers, unless `total.exact` is false. */
export interface Points {
	points: number;
	min: number;
	max: number;
}

/** What a step uses: a stable word, whatever its title says. */
export type Measure =
	| "instructions"
	| "examples"
	| "retrieval"
	| "structured-output"
	| "repair-loop"
	| "optimiser"
	| "stronger-model"
	| "smaller-model"
	| "caching"
	| "cascade"
	| "tools"
	| "code"
	| "evals"
	| "data"
	| "teacher-data"
	| "encoder"
	| "pilot"
	| "distil"
	| "preference"
	| "hosting"
	| "gates"
	| "forgetting"
	| "trial"
	| "keep";

/** What `--format json` prints; `decision.schema.json` describes every field. */
export interface Decision {
	schemaVersion: 1;
	ruleset: { name: string; edition: string };
	/** What the project is called; never scored. */
	title: string | null;
	/** Where the project stands: what the headline says. */
	state: "keep" | "too-early" | "prompts" | "prompts-then-tune" | "tune";
	/** What to do now. */
	verdict: Side;
	/** Where the facts point, gates aside. */
	outlook: Side;
	strength: "clear" | "leaning" | "close";
	/** The probability, from 0.5 to 1, that `outlook` is right, calibrated on published cases. */
	confidence: number;
	/** Proved: no further answer changes the verdict, or the outlook. */
	settled: boolean;
	outlookSettled: boolean;
	headline: string;
	summary: string;
	/** The shares of all completions of the answers that say fine-tuning, 0 to 1. */
	completions: { verdict: number; outlook: number } | null;
	total: Points & { threshold: number; exact: boolean };
	scores: (Points & {
		criterion: string;
		asks: string;
		weight: number;
		toward: Side | "neither";
	})[];
	gates: {
		id: string;
		asks: string;
		state: "open" | "closed" | "unknown";
		because: string;
		opens: string;
		/** The answers that decide it; none while unknown. */
		facts: string[];
	}[];
	/** Weighted as they count in `total`, the weightiest first. */
	reasons: {
		rule: string;
		criterion: string;
		points: number;
		because: string;
		/** The answers that it rests on. */
		facts: string[];
		row: string;
		sources: string[];
		/** Present where no total outweighs it. */
		veto?: true | undefined;
	}[];
	table: {
		row: string;
		aspect: string;
		promptEngineering: string;
		fineTuning: string;
		speaksFor: Side | "neither";
		because: string;
	}[];
	unknown: { fact: string; couldFlip: boolean; alone: boolean }[];
	nextQuestion: string | null;
	flips: {
		changes: { fact: string; from: string; to: string }[];
		verdict: Side;
		/** It takes a change that is not the team's to make. */
		given: boolean;
	}[];
	notices: { says: string; source: string }[];
	steps: {
		id: string;
		measure: Measure;
		title: string;
		do: string;
		why: string;
		effort: string;
		stop: string;
		when: "now" | "next" | "later";
		sources: string[];
		/** What it saves a month, against which way, and of how much; null where that cannot be computed. */
		saving: { way: Way["id"]; against: Way["id"]; perMonth: Range; of: Range } | null;
	}[];
	/** The nearest on the same kind of work first; the second has the other outcome where one is near enough. */
	cases: {
		id: string;
		title: string;
		outcome: Side;
		who: string;
		year: number;
		url: string;
		/** The kind of work, where it is told. */
		work: string | null;
		similarity: number;
		why: string;
	}[];
	/** Answers that cannot both be right. */
	contradictions: { facts: string[]; says: string }[];
	/** What prompting and fine-tuning cost; null where calls, tokens or a model with a price are not known. */
	cost: Costs | null;
	answers: Answers;
	/** What was worked out from the answers, such as the bill, and counts like one. */
	computed: Answers;
}

/** The lowest, the usual and the highest an amount can be. */
export interface Range {
	low: number;
	usual: number;
	high: number;
}

/** One way to get the work done, in US dollars. */
export interface Way {
	id:
		| "prompting"
		| "prompting-cached"
		| "prompting-batch"
		| "prompting-trimmed"
		| "smaller-model"
		| "tuned-per-token"
		| "tuned-small"
		| "tuned-dedicated"
		| "tuned-own-gpu";
	/** The model or offer. */
	uses: string;
	perCall: Range;
	/** With hosting and upkeep. */
	perMonth: Range;
	oneOff: Range;
	/** With the one-off cost spread over `horizonMonths`. */
	spreadPerMonth: Range;
	horizonMonths: Range;
	endsWith: string | null;
	total: Range;
	/** Days of work. */
	daysOnce: Range;
	daysPerMonth: Range;
	/** The largest part, and its share from 0 to 1. */
	dominates: { part: string; share: number };
}

/** From how many calls a month one way costs less than another; infinite where it never does, and null in JSON. */
export interface BreakEven {
	way: Way["id"];
	against: Way["id"];
	requestsPerMonth: Range;
	verdict: "pays" | "usually-pays" | "at-best-pays" | "too-few-calls" | "never";
}

/** An amount, where it is from, and how much that is worth. */
export interface Amount {
	says: string;
	unit: string;
	value: Range;
	source: string;
	strength: "yours" | "default" | "measured" | "reported" | "opinion";
}

export type AmountName =
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

/** The ways side by side; `decision.schema.json` describes every field. */
export interface Costs {
	/** The day whose prices count, YYYY-MM-DD. */
	asOf: string;
	model: string;
	requestsPerMonth: Range;
	ways: Way[];
	leftOut: { id: Way["id"]; why: string }[];
	/** Of the fine-tuned way that pays soonest, against the hardest rival. */
	breakEven: BreakEven | null;
	breakEvens: BreakEven[];
	/** What moves that break-even most, each taken alone. */
	drivers: {
		says: string;
		unit: string;
		value: Range;
		requestsPerMonth: { low: number; high: number };
	}[];
	/** Months until it has paid back, people's time included; infinite where it never does, and null in JSON. */
	payback: {
		way: Way["id"];
		against: Way["id"];
		months: Range;
		value: "never" | "over-two-years" | "within-two-years" | "within-half-a-year";
		oneOff: Range;
		/** A month, less hosting and upkeep. */
		saving: Range;
	} | null;
	/** What each prompted way saves a month against prompting as today; below zero it costs more. */
	savings: { way: Way["id"]; perMonth: Range }[];
	/** On top of every way, where questions are answered from documents. */
	retrieval: { oneOff: Range; perMonth: Range } | null;
	prices: { what: string; says: string; source: string; date: string; isOld: boolean }[];
	/** Each amount with its unit and its source. */
	assumptions: Record<AmountName, Amount>;
	weeks: Range | null;
	notes: string[];
}

export type Format = "text" | "markdown" | "adr" | "json" | "html";

/** How a report may look where it is shown. */
export interface Style {
	/** Columns. */
	width: number;
	color: boolean;
	/** Whether more than ASCII can be shown. */
	unicode: boolean;
}
