/** Two versions on the tests that both have. */
import {
	bootstrapInterval,
	differenceInterval,
	pairedDifference,
} from "../statistics/differences.ts";
import { exactMcNemar, signFlipTest } from "../statistics/sign-test.ts";
import type { Comparison } from "./judgment.ts";
import type { Measure } from "./measure.ts";

interface Pair {
	first: number;
	second: number;
	values: readonly (readonly number[])[];
}

/** One comparison by itself: its p-value is not adjusted yet. */
export function compareVersions(
	{ first, second, values }: Pair,
	{ by, range }: Measure,
): Comparison {
	const [a, b] = [values[first] as readonly number[], values[second] as readonly number[]];
	const counts = { both: 0, lost: 0, won: 0, neither: 0 };
	for (const [place, value] of a.entries()) {
		const other = b[place] as number;
		if (Math.abs(other - value) > 1e-9) counts[other > value ? "won" : "lost"] += 1;
		else counts[by === "passes" && value < 0.5 ? "neither" : "both"] += 1;
	}
	const differences = b.map((value, place) => value - (a[place] as number));
	const p = by === "score" ? signFlipTest(differences) : exactMcNemar(counts.won, counts.lost);
	return {
		first,
		second,
		tests: a.length,
		...counts,
		p,
		adjusted: p,
		difference: differences.reduce((sum, value) => sum + value, 0) / (a.length || 1),
		interval:
			by === "score"
				? bootstrapInterval(differences)
				: differenceInterval(pairedDifference(a, b, range), 0.95, range),
	};
}

/** Whether the second version is the better one: by the tests that it wins, as the test of passes counts them. */
export const isAhead = (
	{ won, lost, difference }: Pick<Comparison, "won" | "lost" | "difference">,
	{ by }: Pick<Measure, "by">,
): boolean => (by === "score" ? difference > 0 : won > lost);
