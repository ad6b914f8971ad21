/** Whether the last versions brought no gain worth having. */
import { type Difference, pairedDifference } from "./differences.ts";
import { normalQuantile } from "./normal.ts";
import { meanOf, optimismOfBest } from "./optimism.ts";

/** One-sided: a plateau is claimed wrongly in at most 5 % of cases. */
const confidence = 0.95;
/** How likely the advised number of tests is to decide, if nothing was gained. */
const power = 0.8;

export interface LaterGain {
	/** The early version that the later ones are held against: the best of them. */
	reference: number;
	/** How much that best one overstates itself, in the unit of the values. */
	optimism: number;
	/** What each later version gained. */
	gains: Difference[];
	/** The most that any later version could have gained, with 95 % confidence. */
	most: number;
}

/**
 * An upper bound on what a later version could have gained over the best early one. The bound holds for
 * each later version by itself, and a plateau is claimed only where all of them stay under the smallest
 * gain worth having, so that several need no correction (Berger 1982, intersection-union). The optimism
 * of the reference is added, since it was picked for being highest.
 * @param early values by version, then by test; at least one version
 */
export function mostLaterGain(
	early: readonly (readonly number[])[],
	late: readonly (readonly number[])[],
	range = 1,
): LaterGain {
	const means = early.map(meanOf);
	const reference = means.indexOf(Math.max(...means));
	const optimism = optimismOfBest(early);
	const gains = late.map((values) =>
		pairedDifference(early[reference] as readonly number[], values, range),
	);
	const reach = normalQuantile(confidence);
	const most = Math.max(...gains.map(({ mean, error }) => mean + optimism + reach * error));
	return { reference, optimism, gains, most };
}

/**
 * About how many tests would show a plateau if there is one, as large as the spread and the optimism now
 * seen: both shrink with the root of the number of tests.
 * @param smallest the smallest gain worth having, in the unit of the values
 */
export function testsForPlateau(
	{ gains, optimism }: Pick<LaterGain, "gains" | "optimism">,
	tests: number,
	smallest: number,
): number {
	// All later versions have to stay under the bound.
	const reach = normalQuantile(confidence) + normalQuantile(power ** (1 / gains.length));
	const spread = Math.max(...gains.map(({ error }) => error)) * Math.sqrt(tests);
	return Math.ceil(((reach * spread + optimism * Math.sqrt(tests)) / smallest) ** 2);
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
