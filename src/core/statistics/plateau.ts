/** Whether the last versions brought no gain worth having. */
import { type Difference, pairedDifference } from "./differences.ts";
import { normalQuantile } from "./normal.ts";
import { meanOf } from "./optimism.ts";

/** At least so sure is a bound on one side. */
const confidence = 0.95;
/** Of the normal distribution a little more: its intervals for passes are a little short, by up to half a point in 5. */
export const normalConfidence = 0.96;
/** How likely the advised number of tests is to decide, if nothing was gained. */
const power = 0.8;

export interface LaterGain {
	/** The best early version. */
	reference: number;
	/** How many early versions there are. */
	earlier: number;
	/** What each later version gained over the reference. */
	gains: Difference[];
	/** The most that any later version could have gained, with 95 % confidence. */
	most: number;
}

/**
 * An upper bound on what a later version could have gained over the best early one. What it gained over
 * the best is at most what it gained over any of them, so each gives a bound; the lowest counts, and since
 * it was picked from several, each holds with Bonferroni's share of the error. That needs no assumption on
 * how the runs hang together, and takes the luck of a best one picked for being highest into account.
 * A plateau is claimed only where all later versions stay under the smallest gain worth having, so several
 * of them need no further correction (Berger 1982, doi:10.1080/00401706.1982.10487790, intersection-union).
 * @param early values by version, then by test; at least one version
 */
export function mostLaterGain(
	early: readonly (readonly number[])[],
	late: readonly (readonly number[])[],
	range = 1,
): LaterGain {
	const means = early.map(meanOf);
	const reference = means.indexOf(Math.max(...means));
	const gainsOver = (from: readonly number[]) =>
		late.map((values) => pairedDifference(from, values, range));
	const reach = reachOf(early.length);
	const bounds = early.map((from) =>
		gainsOver(from).map(({ mean, error }) => mean + reach * error),
	);
	// A share of tests that is won and never drawn: of 59 tests 5 % can hide (the rule of three, exactly).
	const hidden = (1 - (1 - confidence) ** (1 / (late[0]?.length ?? 1))) * range;
	const most = Math.min(
		range,
		Math.max(
			hidden,
			...late.map((_, place) => Math.min(...bounds.map((bound) => bound[place] as number))),
		),
	);
	return { reference, earlier: early.length, gains: gainsOver(early[reference] ?? []), most };
}

/** Standard errors that a bound is above a difference, where the lowest of several bounds counts. */
const reachOf = (bounds: number): number => normalQuantile(1 - (1 - normalConfidence) / bounds);

/**
 * About how many tests would show a plateau if there is one and the spread is as now seen: it shrinks with
 * the root of the number of tests.
 * @param smallest the smallest gain worth having, in the unit of the values
 */
export function testsForPlateau(
	{ gains, earlier }: Pick<LaterGain, "gains" | "earlier">,
	tests: number,
	smallest: number,
): number {
	const error = Math.max(...gains.map((gain) => gain.error));
	// All later versions have to stay under the bound.
	const reach = reachOf(earlier) + normalQuantile(power ** (1 / gains.length));
	// The best of several equal versions is above them by luck, which is what later ones seem to lose.
	// One version has half of the variance of a difference; Blom 1958 for the expected highest of several.
	const luck = normalQuantile((earlier - 0.375) / (earlier + 0.25)) / Math.SQRT2;
	return Math.ceil((((reach - luck) * error * Math.sqrt(tests)) / smallest) ** 2);
}

/**
 * How many tests a fair comparison of two versions needs to find a difference, in 4 of 5 cases.
 * @param differ share of tests on which the two versions differ, 0 to 1
 * @param difference what must be found, a share of tests
 */
export function testsForDifference(differ: number, difference: number): number {
	const reach = normalQuantile((1 + confidence) / 2) + normalQuantile(power);
	return Math.ceil((reach ** 2 * Math.max(differ - difference ** 2, difference)) / difference ** 2);
}
