/** What versions are compared by: shares of passes, or scores where nothing says what passes. */
import type { EvalRun } from "./run.ts";
import type { Version } from "./versions.ts";

export interface Measure {
	by: "passes" | "score";
	metric: string;
	/** How far apart two values can be, 1 for passes. */
	range: number;
	/** The best there is, where that is known. */
	most: number | undefined;
}

/** @returns undefined where the versions have no measure in common */
export function measureOf(
	versions: readonly Version[],
	tests: readonly string[],
	runs: readonly EvalRun[],
): Measure | undefined {
	const of = versions.flatMap((version) => version.runs.map((place) => runs[place] as EvalRun));
	const metrics = [...new Set(of.map(({ metric }) => metric))];
	const metric = metrics.length === 1 ? (metrics[0] as string) : "pass";
	const all = (kind: "passes" | "score") =>
		versions.every(({ results }) => tests.every((test) => results.get(test)?.[kind] !== undefined));
	if (all("passes")) return { by: "passes", metric, range: 1, most: 1 };
	if (metrics.length > 1 || !all("score")) return undefined;
	const scale = scaleOf(of);
	const values = versions.flatMap((version) => valuesOf(version, tests, "score"));
	const [low, high] = scale ?? scaleIn(values);
	return { by: "score", metric, range: high - low || 1, most: scale?.[1] };
}

/** From 0 to 1, as most scores are, or as far apart as the values are. */
function scaleIn(values: readonly number[]): readonly [number, number] {
	let [low, high] = [0, 1];
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	return [low, high];
}

/** The scale that all runs name alike. */
function scaleOf(runs: readonly EvalRun[]): readonly [number, number] | undefined {
	const [first] = runs;
	const isShared = runs.every(
		({ scale }) => scale?.[0] === first?.scale?.[0] && scale?.[1] === first?.scale?.[1],
	);
	return isShared ? first?.scale : undefined;
}

/** What a version did on each of these tests, which all have a value. */
export const valuesOf = (
	{ results }: Version,
	tests: readonly string[],
	by: Measure["by"],
): number[] => tests.map((test) => results.get(test)?.[by] as number);
