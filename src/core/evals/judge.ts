/** Has prompting hit its limit? Runs in, what they show out. */
import {
	bootstrapInterval,
	differenceInterval,
	pairedDifference,
} from "../statistics/differences.ts";
import { holmAdjusted } from "../statistics/holm.ts";
import { meanOf, optimismOfBest } from "../statistics/optimism.ts";
import {
	type LaterGain,
	mostLaterGain,
	testsForDifference,
	testsForPlateau,
} from "../statistics/plateau.ts";
import { fewestTestsToShow } from "../statistics/sign-test.ts";
import { type Interval, wilsonInterval } from "../statistics/wilson.ts";
import { compareVersions } from "./compare.ts";
import { failuresOf } from "./failures.ts";
import type { Comparison, EvalJudgment, EvalState, EvalWhy } from "./judgment.ts";
import { type Measure, measureOf, valuesOf } from "./measure.ts";
import { pairsOf, type RunResults, runResults } from "./pairs.ts";
import type { EvalRun } from "./run.ts";
import { summarize } from "./summarize.ts";
import { testsForTarget } from "./target.ts";
import {
	areComparable,
	commonTests,
	inOrder,
	resultsOf,
	type Version,
	versionsOf,
} from "./versions.ts";

export interface JudgeOptions {
	/** What the best version has to reach, in the unit of the measure. */
	target?: number | undefined;
}

/** A gain of fewer points is not worth another round of prompts: what `quality-gap` calls small. */
export const smallestGain = 0.05;
/** The last attempts: if none of so many gained anything, prompting has plateaued. */
const lastAttempts = 3;
const significance = 0.05;

export function judgeEvals(given: readonly EvalRun[], { target }: JudgeOptions = {}): EvalJudgment {
	const { runs, isDated } = inOrder(given);
	const versions = versionsOf(runs);
	// By runs and not by versions: two runs of one prompt on two suites are no one run on both.
	const scored = runs.map(runResults).filter(({ results }) => results.size > 0);
	const tests = commonTests(scored);
	const measure = tests.length > 0 ? measureOf(versions, tests, runs) : undefined;
	const isComparable = areComparable(scored, tests.length);
	const values =
		measure && isComparable ? versions.map((one) => valuesOf(one, tests, measure.by)) : [];
	const versionOf = (place: number) => {
		const found = versions.findIndex((version) => version.runs.includes(place));
		return found < 0 ? undefined : found + 1;
	};
	const facts = measure && values.length > 0 ? measured(values, measure, target) : nothingMeasured;
	const outcome = facts.outcome ?? withoutValues(versions, isComparable);
	return {
		runs: runs.map((run, place) => summarize(run, versionOf(place))),
		versions: versions.map((version, place) => ({
			runs: [...version.runs],
			mean: values[place] && meanOf(values[place]),
			interval: measure && values[place] && intervalOf(values[place], measure),
		})),
		isDated,
		common: tests.length,
		measure,
		...facts,
		...outcome,
		target,
		smallestGain: smallestGain * (measure?.range ?? 1),
		fewestTests: fewestTestsToShow(smallestGain),
		repeats: repeatsIn(versions, runs),
		pairs: pairsOf(scored, runs),
		comparable: isComparable ? [] : latestComparable(scored),
		failures: failuresOf(
			isComparable ? versions : versions.slice(-1),
			isComparable ? tests : [...(versions.at(-1)?.results.keys() ?? [])],
			isComparable && facts.best !== undefined ? versions[facts.best] : undefined,
		),
	};
}

interface Outcome {
	state: EvalState;
	why: EvalWhy;
	moreTests: number | undefined;
}

type Measured = Pick<EvalJudgment, "best" | "optimism" | "gap" | "comparisons" | "mostGain"> & {
	outcome?: Outcome;
};

const nothingMeasured: Measured = {
	best: undefined,
	optimism: 0,
	gap: undefined,
	comparisons: [],
	mostGain: undefined,
};

function withoutValues(versions: readonly Version[], isComparable: boolean): Outcome {
	if (versions.length === 0)
		return { state: "cannot-tell", why: "nothing-scored", moreTests: undefined };
	return {
		state: "not-comparable",
		why: isComparable ? "other-metrics" : "other-tests",
		moreTests: undefined,
	};
}

function measured(
	values: readonly (readonly number[])[],
	measure: Measure,
	target: number | undefined,
): Measured {
	const means = values.map(meanOf);
	const best = means.indexOf(Math.max(...means));
	const optimism = optimismOfBest(values);
	const honest = (means[best] as number) - optimism;
	const tests = values[0]?.length ?? 0;
	const late = Math.min(lastAttempts, values.length - 1);
	const early = values.length - late;
	const later =
		late > 0
			? mostLaterGain(values.slice(0, early), values.slice(early), measure.range)
			: undefined;
	const comparisons = later ? compareLate(values, { early, later, measure }) : [];
	const sides = honestInterval(values[best] as readonly number[], honest, measure);
	return {
		best,
		optimism,
		gap:
			target === undefined
				? undefined
				: { points: target - honest, low: target - sides.high, high: target - sides.low },
		comparisons,
		mostGain: later?.most,
		outcome: decide({
			values,
			measure,
			target,
			honest,
			low: sides.low,
			later,
			comparisons,
			tests,
			early,
		}),
	};
}

interface Evidence {
	values: readonly (readonly number[])[];
	measure: Measure;
	target: number | undefined;
	/** The best mean without its luck, and the least that it may be. */
	honest: number;
	low: number;
	later: LaterGain | undefined;
	comparisons: readonly Comparison[];
	tests: number;
	early: number;
}

function decide(evidence: Evidence): Outcome {
	const { values, measure, target, honest, low, later, tests } = evidence;
	const smallest = smallestGain * measure.range;
	const state = (state: EvalState): Outcome => ({ state, why: "shown", moreTests: undefined });
	if (target !== undefined && low >= target) return state("at-target");
	if (measure.most !== undefined && low >= measure.most - smallest) return state("at-ceiling");
	if (target !== undefined && honest >= target)
		return {
			state: "cannot-tell",
			why: "near-target",
			moreTests: more(testsForTarget(honest, target, measure), tests),
		};
	if (!later) return { state: "cannot-tell", why: "one-version", moreTests: undefined };
	if (values.length > 2 && later.most < smallest) return state("plateau");
	if (hasImproved(evidence)) return state("improving");
	if (later.most < smallest)
		return { state: "cannot-tell", why: "two-versions", moreTests: undefined };
	return { state: "cannot-tell", why: "few-tests", moreTests: more(testsNeeded(evidence), tests) };
}

/** Whether one of the last versions is better than the best before them. */
function hasImproved({ comparisons, values, measure, early, later }: Evidence): boolean {
	if (measure.by === "passes")
		return comparisons.some(({ adjusted, won, lost }) => adjusted < significance && won > lost);
	const confidence = 1 - significance / comparisons.length;
	const reference = values[later?.reference ?? 0] as readonly number[];
	return values
		.slice(early)
		.some(
			(late) =>
				differenceInterval(pairedDifference(reference, late, measure.range), confidence).low > 0,
		);
}

function compareLate(
	values: readonly (readonly number[])[],
	{ early, later, measure }: { early: number; later: LaterGain; measure: Measure },
): Comparison[] {
	const comparisons = values
		.slice(early)
		.map((_, place) =>
			compareVersions({ first: later.reference, second: early + place, values }, measure),
		);
	const adjusted = holmAdjusted(comparisons.map(({ p }) => p));
	return comparisons.map((one, place) => ({ ...one, adjusted: adjusted[place] as number }));
}

/** How many tests decide: for a gain as large as it looks, or for a plateau if it looks like none. */
function testsNeeded({ later, measure, tests, values }: Evidence): number {
	const { gains = [], optimism = 0 } = later ?? {};
	const smallest = smallestGain * measure.range;
	const gain = Math.max(...gains.map(({ mean }) => mean));
	if (gain < smallest / 2 && values.length > 2)
		return testsForPlateau({ gains, optimism }, tests, smallest - Math.max(0, gain));
	const spread = Math.max(...gains.map(({ error }) => (error / measure.range) ** 2 * tests));
	return testsForDifference(spread, Math.max(gain, smallest) / measure.range);
}

/** To two digits: nobody runs 1,237 tests more. */
function more(needed: number, tests: number): number {
	const missing = Math.max(needed - tests, 1);
	const unit = 10 ** Math.max(1, Math.floor(Math.log10(missing)) - 1);
	return Math.ceil(missing / unit) * unit;
}

/** Both ends of one mean. */
function intervalOf(values: readonly number[], { by }: Measure): Interval {
	return by === "passes"
		? wilsonInterval(meanOf(values), values.length)
		: bootstrapInterval(values);
}

/** The same for a mean without its luck, at 90 %: each end by itself holds in 95 % of cases. */
function honestInterval(values: readonly number[], honest: number, { by }: Measure): Interval {
	if (by === "passes") return wilsonInterval(Math.max(0, honest), values.length, 0.9);
	const { low, high } = bootstrapInterval(values, 0.9);
	const luck = meanOf(values) - honest;
	return { low: low - luck, high: high - luck };
}

function repeatsIn(
	versions: readonly Version[],
	runs: readonly EvalRun[],
): EvalJudgment["repeats"] {
	return versions.flatMap((version, place) => {
		if (version.runs.length < 2) return [];
		const told = version.runs.map((run) =>
			JSON.stringify(
				[...resultsOf(runs[run]?.outcomes ?? [])].map(([test, { passes, score }]) => [
					test,
					passes,
					score,
				]),
			),
		);
		return [{ version: place + 1, isEqual: new Set(told).size === 1 }];
	});
}

/** From the last run backwards: as many as still share enough tests. */
function latestComparable(runs: readonly RunResults[]): number[] {
	const kept: RunResults[] = [];
	for (const run of runs.toReversed()) {
		const together = [...kept, run];
		if (areComparable(together, commonTests(together).length)) kept.push(run);
	}
	return kept.map(({ place }) => place).sort((a, b) => a - b);
}
