/** What was tried, in order of time: runs of one prompt, model and settings are one version. */
import type { EvalRun, Outcome } from "./run.ts";

/** What a version did on one test: the mean over its repeats. */
export interface TestResult {
	name: string;
	/** Share of repeats that passed. */
	passes: number | undefined;
	score: number | undefined;
	outcomes: readonly Outcome[];
}

export interface Version {
	/** Places of its runs, in the order of the runs. */
	runs: readonly number[];
	/** Whether prompt, model and settings are known. */
	isKnown: boolean;
	results: ReadonlyMap<string, TestResult>;
}

/** Runs in order of time; undated ones, and so all of them, keep the order that they were given in. */
export function inOrder(runs: readonly EvalRun[]): { runs: EvalRun[]; isDated: boolean } {
	const isDated = runs.length > 0 && runs.every(({ when }) => when !== undefined);
	if (!isDated) return { runs: [...runs], isDated };
	const byTime = (a: EvalRun, b: EvalRun) =>
		compare(a.when ?? "", b.when ?? "") || compare(a.file, b.file);
	return { runs: runs.toSorted(byTime), isDated };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was tried, in the order of the first run of each. Runs without any result are left out. */
export function versionsOf(runs: readonly EvalRun[]): Version[] {
	const groups = new Map<string, { places: number[]; isKnown: boolean }>();
	const undatedLike = new Map<string, string>();
	for (const [place, run] of runs.entries()) {
		if (!run.outcomes.some(hasResult)) continue;
		const known = fingerprintOf(run);
		// Files that say nothing of prompt and model may be copies; nothing new is in equal ones.
		const same = known === undefined ? equalOutcomes(run) : undefined;
		const key = known ?? (same && undatedLike.get(same)) ?? `run ${place}`;
		if (same) undatedLike.set(same, key);
		const group = groups.get(key) ?? { places: [], isKnown: known !== undefined };
		group.places.push(place);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ places, isKnown }) => ({
		runs: places,
		isKnown,
		results: resultsOf(places.flatMap((place) => runs[place]?.outcomes ?? [])),
	}));
}

export const hasResult = ({ error, pass, score }: Outcome): boolean =>
	error === undefined && (pass !== undefined || score !== undefined);

const fingerprintOf = ({ prompt, model, settings = "" }: EvalRun): string | undefined =>
	prompt === undefined || model === undefined
		? undefined
		: JSON.stringify([prompt, model, settings]);

/** On fewer tests two versions can do the same by chance. */
const fewestToBeEqual = 10;

function equalOutcomes({ outcomes, metric, model, label }: EvalRun): string | undefined {
	const told = outcomes
		.map(({ test, pass, score, answer }) => JSON.stringify([test, pass, score, answer]))
		.sort();
	return told.length < fewestToBeEqual ? undefined : [metric, model, label, ...told].join("\n");
}

export function resultsOf(outcomes: readonly Outcome[]): Map<string, TestResult> {
	const byTest = new Map<string, Outcome[]>();
	for (const outcome of outcomes) {
		if (!hasResult(outcome)) continue;
		const before = byTest.get(outcome.test);
		if (before) before.push(outcome);
		else byTest.set(outcome.test, [outcome]);
	}
	const results = new Map<string, TestResult>();
	for (const test of [...byTest.keys()].sort()) {
		const all = byTest.get(test) ?? [];
		results.set(test, {
			name: all.map(({ name }) => name).sort()[0] ?? test,
			passes: meanOfKnown(all.map(({ pass }) => (pass === undefined ? undefined : Number(pass)))),
			score: meanOfKnown(all.map(({ score }) => score)),
			outcomes: all,
		});
	}
	return results;
}

/** Sorted first, so that the order of rows does not show in the last digit. */
export function meanOfKnown(values: readonly (number | undefined)[]): number | undefined {
	const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
	if (known.length === 0) return undefined;
	return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** By test, what one thing that was run did. */
type Results = { readonly results: ReadonlyMap<string, TestResult> };

/** Tests that all have a result for, in an order of their own. */
export function commonTests(all: readonly Results[]): string[] {
	const [first, ...others] = all;
	return [...(first?.results.keys() ?? [])].filter((test) =>
		others.every(({ results }) => results.has(test)),
	);
}

/** Of the smallest suite: with fewer tests in common, the rest decides and not the prompt. */
const leastShare = 0.5;

export const areComparable = (all: readonly Results[], common: number): boolean =>
	all.length < 2 || common >= leastShare * Math.min(...all.map(({ results }) => results.size));
