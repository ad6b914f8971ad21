/** What the versions of a sequence show, by their values on the tests that all have. */
import { bootstrapInterval } from "../statistics/differences.ts";
import { holmAdjusted } from "../statistics/holm.ts";
import { meanOf, optimismOfBest } from "../statistics/optimism.ts";
import {
	type LaterGain,
	mostLaterGain,
	testsForDifference,
	testsForPlateau,
} from "../statistics/plateau.ts";
import { type Interval, wilsonInterval } from "../statistics/wilson.ts";
import { compareVersions, isAhead } from "./compare.ts";
import type { Comparison, EvalJudgment, EvalState, EvalWhy } from "./judgment.ts";
import type { Measure } from "./measure.ts";
import { testsForTarget } from "./target.ts";

export interface SequenceOptions {
	/** What the best version has to reach, in the unit of the measure. */
	target?: number | undefined;
	/** The smallest gain worth having, as a share of the range of the measure. */
	smallest?: number | undefined;
}

/** A gain of fewer points is not worth another round of prompts: what `quality-gap` calls small. */
export const usualGain = 0.05;
/** The last attempts: if none of so many gained anything, prompting has plateaued. */
const lastAttempts = 3;
const significance = 0.05;

export interface Outcome {
	state: EvalState;
	why: EvalWhy;
	/** About how many tests more would decide; undefined where more tests would not. */
	moreTests: number | undefined;
}

export type Sequence = Outcome &
	Pick<EvalJudgment, "best" | "optimism" | "gap" | "comparisons" | "mostGain">;

/** @param values by version in order of time, then by test; at least one version and test */
export function judgeSequence(
	values: readonly (readonly number[])[],
	measure: Measure,
	{ target, smallest: share = usualGain }: SequenceOptions = {},
): Sequence {
	const smallest = share * measure.range;
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
		...decide({
			values,
			measure,
			target,
			smallest,
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
	smallest: number;
	/** The best mean without its luck, and the least that it may be. */
	honest: number;
	low: number;
	later: LaterGain | undefined;
	comparisons: readonly Comparison[];
	tests: number;
	early: number;
}

function decide(evidence: Evidence): Outcome {
	const { values, measure, target, smallest, honest, low, later, tests } = evidence;
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
	if (later.most < smallest || hasOnlyLost(evidence))
		return { state: "cannot-tell", why: "two-versions", moreTests: undefined };
	return { state: "cannot-tell", why: "few-tests", moreTests: more(testsNeeded(evidence), tests) };
}

/** A second version that is surely worse: more tests would only say so again. */
const hasOnlyLost = ({ comparisons: [only, ...others] }: Evidence): boolean =>
	only !== undefined && others.length === 0 && only.p < significance && only.won < only.lost;

/** Whether one of the last versions is better than the best before them. */
const hasImproved = ({ comparisons, measure }: Evidence): boolean =>
	comparisons.some((one) => one.adjusted < significance && isAhead(one, measure));

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
function testsNeeded({ later, measure, smallest, tests, values }: Evidence): number {
	const { gains = [], earlier = 1 } = later ?? {};
	const gain = Math.max(...gains.map(({ mean }) => mean));
	if (gain < smallest / 2 && values.length > 2)
		return testsForPlateau({ gains, earlier }, tests, smallest);
	const spread = Math.max(...gains.map(({ error }) => (error / measure.range) ** 2 * tests));
	return testsForDifference(spread, Math.max(gain, smallest) / measure.range);
}

/** How many are missing, to two digits: nobody runs 1,237 tests more. */
export function more(needed: number, tests: number): number {
	// Where the tests should have been enough, a few more may yet decide.
	const missing = Math.max(needed - tests, tests / 10, 1);
	const unit = 10 ** Math.max(1, Math.floor(Math.log10(missing)) - 1);
	return Math.ceil(missing / unit) * unit;
}

/** Both ends of one mean. */
export function intervalOf(values: readonly number[], { by }: Measure): Interval {
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
