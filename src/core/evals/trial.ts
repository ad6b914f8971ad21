/** The fair comparison that settles a close call: one prompt against one fine-tuned model, on the same held-out tests. */
import { differenceInterval, pairedDifference } from "../statistics/differences.ts";
import { normalConfidence, testsForDifference } from "../statistics/plateau.ts";
import type { Interval } from "../statistics/wilson.ts";
import { compareVersions, isAhead } from "./compare.ts";
import type { Comparison, RunSummary } from "./judgment.ts";
import { type Measure, measureOf, valuesOf } from "./measure.ts";
import type { EvalRun } from "./run.ts";
import { more, usualGain } from "./sequence.ts";
import { summarize } from "./summarize.ts";
import { areComparable, commonTests, type Version, versionsOf } from "./versions.ts";

/** Where nothing is measured: two good versions of a task differ on about every fifth test. */
const usualShare = 0.2;

export interface TrialPlan {
	/** What must be found, as a share of tests. */
	difference: number;
	/** Share of tests on which the two will differ, and whether it was measured. */
	differ: number;
	isMeasured: boolean;
	tests: number;
	/** The same for other shares. */
	table: { differ: number; tests: number }[];
	baseline:
		| {
				files: string[];
				model: string | undefined;
				mean: number;
				tests: number;
				isBestOfSeveral: boolean;
		  }
		| undefined;
}

const shares = [0.1, 0.2, 0.3, 0.4];

/** @param runs of the baseline, if there are any yet; two versions tell on how many tests versions differ */
export function planTrial(runs: readonly EvalRun[], difference = usualGain): TrialPlan {
	const versions = versionsOf(runs);
	const measured = shareThatDiffers(versions, runs);
	const differ = Math.max(measured ?? usualShare, difference);
	return {
		difference,
		differ,
		isMeasured: measured !== undefined,
		tests: testsForDifference(differ, difference),
		table: shares
			.filter((share) => share >= difference)
			.map((share) => ({ differ: share, tests: testsForDifference(share, difference) })),
		baseline: baselineOf(versions, runs),
	};
}

/** Of the last two versions. */
function shareThatDiffers(
	versions: readonly Version[],
	runs: readonly EvalRun[],
): number | undefined {
	const last = versions.slice(-2);
	const tests = commonTests(last);
	const measure = measureOf(last, tests, runs);
	if (last.length < 2 || tests.length < fewestToTell || measure?.by !== "passes") return undefined;
	const values = last.map((version) => valuesOf(version, tests, "passes"));
	const { won, lost } = compareVersions({ first: 0, second: 1, values }, measure);
	return (won + lost) / tests.length;
}

/** Fewer say nothing of a share. */
const fewestToTell = 50;

/** The best version so far: the one to freeze. */
function baselineOf(versions: readonly Version[], runs: readonly EvalRun[]): TrialPlan["baseline"] {
	const means = versions.map(({ results }) => {
		const passes = [...results.values()].map(({ passes }) => passes ?? 0);
		return passes.reduce((sum, value) => sum + value, 0) / (passes.length || 1);
	});
	const best = versions[means.indexOf(Math.max(...means))];
	if (!best) return undefined;
	const own = best.runs.map((place) => runs[place] as EvalRun);
	return {
		files: own.map(({ file, label }) => (label ? `${file} (${label})` : file)),
		model: own[0]?.model,
		mean: Math.max(...means),
		tests: best.results.size,
		isBestOfSeveral: versions.length > 1,
	};
}

const trialStates = ["better", "worse", "no-difference", "more-tests", "not-comparable"] as const;
export type TrialState = (typeof trialStates)[number];

export interface TrialJudgment {
	state: TrialState;
	/** Tests that both have. */
	common: number;
	moreTests: number | undefined;
	comparison: Comparison | undefined;
	measure: Measure | undefined;
	/** Both ends of the difference: each holds in 95 % of cases. */
	ends: Interval | undefined;
	smallest: number;
	means: [prompt: number, tuned: number] | undefined;
	errors: [prompt: number, tuned: number];
	/** The runs of the prompt, and then those of the fine-tuned model. */
	runs: RunSummary[];
}

const significance = 0.05;

/** All runs of a side are repeats of one version. */
export function judgeTrial(
	prompt: readonly EvalRun[],
	tuned: readonly EvalRun[],
	share = usualGain,
): TrialJudgment {
	const runs = [...prompt, ...tuned];
	const sides = [prompt, tuned].map((own, side) => sideOf(own, side === 0 ? 0 : prompt.length));
	const tests = commonTests(sides);
	const measure = tests.length > 0 ? measureOf(sides, tests, runs) : undefined;
	const errorsOf = (own: readonly EvalRun[]) =>
		own.reduce(
			(sum, { outcomes }) => sum + outcomes.filter(({ error }) => error !== undefined).length,
			0,
		);
	const found = {
		common: tests.length,
		measure,
		smallest: share * (measure?.range ?? 1),
		errors: [errorsOf(prompt), errorsOf(tuned)] as [number, number],
		runs: runs.map((run) => summarize(run, undefined)),
	};
	if (!measure || !areComparable(sides, tests.length))
		return {
			...found,
			state: "not-comparable",
			moreTests: undefined,
			comparison: undefined,
			ends: undefined,
			means: undefined,
		};
	const values = sides.map((side) => valuesOf(side, tests, measure.by));
	return { ...found, ...decideTrial(values, measure, share) };
}

/** One version of all runs, however they are called. */
function sideOf(runs: readonly EvalRun[], start: number): Version {
	const merged = runs.map((run) => ({ ...run, prompt: "side", model: "side", settings: "" }));
	const [only] = versionsOf(merged);
	return {
		runs: runs.map((_, place) => start + place),
		isKnown: true,
		results: only?.results ?? new Map(),
	};
}

type Decided = Pick<TrialJudgment, "state" | "moreTests" | "comparison" | "ends" | "means">;

/** @param values of the prompt and of the fine-tuned model, by test */
export function decideTrial(
	values: readonly (readonly number[])[],
	measure: Measure,
	share = usualGain,
): Decided {
	const [prompt = [], tuned = []] = values;
	const smallest = share * measure.range;
	const comparison = compareVersions({ first: 0, second: 1, values }, measure);
	const paired = pairedDifference(prompt, tuned, measure.range);
	const ends = differenceInterval(paired, 2 * normalConfidence - 1, measure.range);
	const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
	const found = { comparison, ends, means: [mean(prompt), mean(tuned)] as [number, number] };
	if (ends.low > -smallest && ends.high < smallest)
		return { ...found, state: "no-difference", moreTests: undefined };
	if (comparison.p < significance)
		return {
			...found,
			state: isAhead(comparison, measure) ? "better" : "worse",
			moreTests: undefined,
		};
	const spread = (paired.error / measure.range) ** 2 * prompt.length;
	const difference = Math.max(share, Math.abs(comparison.difference) / measure.range);
	const needed = testsForDifference(spread, difference);
	return {
		...found,
		state: "more-tests",
		moreTests: more(needed, prompt.length),
	};
}
