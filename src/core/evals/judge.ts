/** Has prompting hit its limit? Runs in, what they show out. */
import { meanOf } from "../statistics/optimism.ts";
import { fewestTestsToShow } from "../statistics/sign-test.ts";
import { failuresOf } from "./failures.ts";
import type { EvalJudgment } from "./judgment.ts";
import { measureOf, valuesOf } from "./measure.ts";
import { pairsOf, type RunResults, runResults } from "./pairs.ts";
import type { EvalRun } from "./run.ts";
import {
	intervalOf,
	judgeSequence,
	type Sequence,
	type SequenceOptions,
	usualGain,
} from "./sequence.ts";
import { summarize } from "./summarize.ts";
import {
	areComparable,
	commonTests,
	inOrder,
	resultsOf,
	type Version,
	versionsOf,
} from "./versions.ts";

export function judgeEvals(given: readonly EvalRun[], options: SequenceOptions = {}): EvalJudgment {
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
	const sequence =
		measure && values.length > 0
			? judgeSequence(values, measure, options)
			: withoutValues(versions, isComparable);
	const { target, smallest = usualGain } = options;
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
		...sequence,
		target,
		smallestGain: smallest * (measure?.range ?? 1),
		fewestTests: fewestTestsToShow(smallest),
		repeats: repeatsIn(versions, runs),
		pairs: pairsOf(scored, runs),
		comparable: isComparable ? [] : latestComparable(scored),
		failures: failuresOf(
			isComparable ? versions : versions.slice(-1),
			isComparable ? tests : [...(versions.at(-1)?.results.keys() ?? [])],
			isComparable && sequence.best !== undefined ? versions[sequence.best] : undefined,
		),
	};
}

function withoutValues(versions: readonly Version[], isComparable: boolean): Sequence {
	const [state, why] =
		versions.length === 0
			? (["cannot-tell", "nothing-scored"] as const)
			: (["not-comparable", isComparable ? "other-metrics" : "other-tests"] as const);
	return {
		state,
		why,
		moreTests: undefined,
		best: undefined,
		optimism: 0,
		gap: undefined,
		comparisons: [],
		mostGain: undefined,
	};
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
