/** Two versions on the same tests. */
import { normalQuantile } from "./normal.ts";
import { makeRandom } from "./random.ts";
import type { Interval } from "./wilson.ts";

export interface Difference {
	/** Second minus first, in the unit of the values. */
	mean: number;
	/** Standard error of the mean. */
	error: number;
}

/**
 * The mean difference over paired tests and its standard error, with two more tests put in, one won and
 * one lost by the whole range (Bonett and Price 2012, doi:10.3102/1076998611411915, for passes; their
 * variance written for any values). Without them two versions that never differ on 20 tests would be
 * called equal to the last digit.
 * @param range how far apart two values can be: 1 for passes
 */
export function pairedDifference(
	first: readonly number[],
	second: readonly number[],
	range = 1,
): Difference {
	const tests = first.length + 2;
	let sum = 0;
	let squares = 2 * range ** 2;
	for (const [place, value] of first.entries()) {
		const difference = (second[place] as number) - value;
		sum += difference;
		squares += difference ** 2;
	}
	const mean = sum / tests;
	return { mean, error: Math.sqrt(Math.max(0, squares / tests - mean ** 2) / tests) };
}

/** Both ends of a difference, by the normal distribution; neither is further from 0 than the range. */
export function differenceInterval(
	{ mean, error }: Difference,
	confidence: number,
	range: number,
): Interval {
	const half = normalQuantile((1 + confidence) / 2) * error;
	return { low: Math.max(-range, mean - half), high: Math.min(range, mean + half) };
}

/** As many that the ends hold still to a tenth of a point. */
const draws = 2000;

/**
 * The percentile interval of the mean of paired differences (Efron and Tibshirani 1993, chapter 13): for
 * scores, whose distribution nobody knows. The draws are the same in every run.
 */
export function bootstrapInterval(
	differences: readonly number[],
	confidence = 0.95,
	seed = 1,
): Interval {
	const random = makeRandom(seed);
	const { length } = differences;
	const means = Array.from({ length: draws }, () => {
		let sum = 0;
		for (let drawn = 0; drawn < length; drawn += 1)
			sum += differences[Math.floor(random() * length)] as number;
		return sum / length;
	}).sort((a, b) => a - b);
	const at = (share: number) => means[Math.min(draws - 1, Math.floor(share * draws))] as number;
	return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}
