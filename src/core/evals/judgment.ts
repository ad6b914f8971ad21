/** What a sequence of eval runs shows, as plain data: every report is a view of it. */
import type { Interval } from "../statistics/wilson.ts";
import type { Failures } from "./failures.ts";
import type { Measure } from "./measure.ts";
import type { RunNote } from "./run.ts";

export const evalStates = [
	"improving",
	"plateau",
	"at-target",
	"at-ceiling",
	"cannot-tell",
	"not-comparable",
] as const;
export type EvalState = (typeof evalStates)[number];

/** Why a state is what it is, where it has several reasons. */
export type EvalWhy =
	| "nothing-scored"
	| "one-version"
	| "two-versions"
	| "few-tests"
	| "near-target"
	| "other-tests"
	| "other-metrics"
	| "shown";

export interface RunSummary {
	/** The file, with the label where it holds several runs. */
	id: string;
	file: string;
	label: string;
	format: string;
	when: string | undefined;
	model: string | undefined;
	metric: string;
	/** Which version it is a run of, counted from 1; undefined where nothing is scored. */
	version: number | undefined;
	/** Distinct tests, and answers to them. */
	tests: number;
	rows: number;
	/** Answers with a result. */
	scored: number;
	errors: number;
	passes: number | undefined;
	/** Mean over tests of the share of their repeats that passed. */
	rate: number | undefined;
	low: number | undefined;
	high: number | undefined;
	score: number | undefined;
	metrics: { name: string; mean: number; n: number }[];
	threshold: number | undefined;
	notes: readonly RunNote[];
}

/** A later version, or run, against the one that it is held against, on the tests that both have. */
export interface Comparison {
	first: number;
	second: number;
	tests: number;
	/** Tests by who passes them; a repeated test is won by the better mean. */
	both: number;
	lost: number;
	won: number;
	neither: number;
	/** Exact McNemar, or for scores a sign-flip test, two-sided; by itself, and among all comparisons of the report. */
	p: number;
	adjusted: number;
	difference: number;
	interval: Interval;
}

export interface EvalJudgment {
	runs: RunSummary[];
	/** Runs by version, in order of time. */
	versions: { runs: number[]; mean: number | undefined; interval: Interval | undefined }[];
	isDated: boolean;
	/** Tests that all versions have a result for. */
	common: number;
	measure: Measure | undefined;
	state: EvalState;
	why: EvalWhy;
	/** About how many tests more would decide; undefined where more tests would not. */
	moreTests: number | undefined;
	/** The best version, counted from 0, and how much its rate overstates it. */
	best: number | undefined;
	optimism: number;
	target: number | undefined;
	/** How far the best version is from the target, in points; below 0 where it is past it. */
	gap: { points: number; low: number; high: number } | undefined;
	/** The last versions against the best before them. */
	comparisons: Comparison[];
	/** Each run against the one before it, and the last against the first, on the tests that both have. */
	pairs: Comparison[];
	/** The most that a later version could have gained, in the unit of the measure. */
	mostGain: number | undefined;
	smallestGain: number;
	/** The fewest tests on which the smallest gain could have shown at all. */
	fewestTests: number;
	/** Versions whose runs are equal to the last answer: no new evidence. */
	repeats: { version: number; isEqual: boolean }[];
	/** Where not all can be compared: the latest runs that can. */
	comparable: number[];
	failures: Failures;
}
