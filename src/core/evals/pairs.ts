/** Runs against each other, two at a time: what somebody who looks at the table asks first. */

import { compareVersions } from "./compare.ts";
import type { Comparison } from "./judgment.ts";
import { measureOf, valuesOf } from "./measure.ts";
import type { EvalRun } from "./run.ts";
import { areComparable, commonTests, resultsOf, type TestResult } from "./versions.ts";

/** A run with its results by test. */
export interface RunResults {
	/** Among all runs, from 0. */
	place: number;
	results: ReadonlyMap<string, TestResult>;
}

export const runResults = ({ outcomes }: EvalRun, place: number): RunResults => ({
	place,
	results: resultsOf(outcomes),
});

/** Each run against the one before it, and the last against the first. */
export function pairsOf(scored: readonly RunResults[], runs: readonly EvalRun[]): Comparison[] {
	const steps = scored
		.slice(1)
		.map((second, place) => [scored[place] as RunResults, second] as const);
	const ends = [scored[0] as RunResults, scored.at(-1) as RunResults] as const;
	return [...steps, ...(scored.length > 2 ? [ends] : [])].flatMap(([first, second]) => {
		const tests = commonTests([first, second]);
		if (!areComparable([first, second], tests.length)) return [];
		const both = [first, second].map(({ place, results }) => ({
			runs: [place],
			isKnown: false,
			results,
		}));
		const measure = tests.length > 0 ? measureOf(both, tests, runs) : undefined;
		if (!measure) return [];
		const values = both.map((one) => valuesOf(one, tests, measure.by));
		const compared = compareVersions({ first: 0, second: 1, values }, measure);
		return [{ ...compared, first: first.place, second: second.place }];
	});
}
