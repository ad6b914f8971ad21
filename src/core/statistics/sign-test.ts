/** Whether one version wins more tests than it loses against another. */
import { makeRandom } from "./random.ts";

/**
 * The exact McNemar test, two-sided: how likely a split this uneven or more is, if either version is as
 * likely to win each test on which they differ (McNemar 1947, doi:10.1007/BF02295996; exact form: the sign
 * test). Tests on which both do the same say nothing. A repeated test is won by the better mean.
 * @param won tests that only the second version passes
 * @param lost tests that only the first version passes
 */
export function exactMcNemar(won: number, lost: number): number {
	const both = won + lost;
	const fewer = Math.min(won, lost);
	if (fewer * 2 === both) return 1;
	// By logarithms: half to the power of a thousand is no number that a computer has.
	let term = both * Math.log(0.5);
	let sum = 0;
	for (let wins = 0; wins <= fewer; wins += 1) {
		sum += Math.exp(term);
		term += Math.log((both - wins) / (wins + 1));
	}
	return Math.min(1, 2 * sum);
}

/** So many signs are tried in every way; of more there are 4,000 draws, or fewer of very many. */
const mostTried = 12;
const mostDraws = 4000;
const mostDrawn = 20_000_000;

/**
 * The same question for scores, two-sided: how likely a mean this far from 0 is, if the sign of each paired
 * difference were up to chance (Fisher's randomization test; Good 2005, chapter 3). Unlike the ends of a
 * bootstrap interval it keeps its level on few tests. The draws are the same in every run.
 */
export function signFlipTest(differences: readonly number[], seed = 1): number {
	const known = differences.filter((difference) => Math.abs(difference) > 1e-12);
	if (known.length === 0) return 1;
	const seen = Math.abs(known.reduce((sum, difference) => sum + difference, 0)) - 1e-9;
	if (known.length <= mostTried) {
		const ways = 2 ** known.length;
		let extreme = 0;
		for (let way = 0; way < ways; way += 1) {
			let sum = 0;
			for (const [place, difference] of known.entries())
				sum += (way >> place) & 1 ? difference : -difference;
			extreme += Number(Math.abs(sum) >= seen);
		}
		return extreme / ways;
	}
	const random = makeRandom(seed);
	const draws = Math.max(500, Math.min(mostDraws, Math.floor(mostDrawn / known.length)));
	let extreme = 1;
	for (let draw = 0; draw < draws; draw += 1) {
		let sum = 0;
		for (const difference of known) sum += random() < 0.5 ? difference : -difference;
		extreme += Number(Math.abs(sum) >= seen);
	}
	return extreme / (draws + 1);
}

/**
 * The fewest tests on which a gap could have shown at all: were each test that differs won, would the
 * exact test say so? 6 such tests are needed at 0.05, so 120 for a gap of 5 points.
 * @param gap a share of tests, over 0
 */
export function fewestTestsToShow(gap: number, significance = 0.05): number {
	const wins = 1 + Math.ceil(-Math.log2(significance) - 1e-9);
	// A hair less than the quotient: 6 / 0.05 is a little over 120 in binary fractions.
	return Math.ceil(wins / gap - 1e-9);
}
