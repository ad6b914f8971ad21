/**
 * A scorecard: whole points for a few terms, and the total from which they speak for fine-tuning.
 * Three steps, the same bytes in every run:
 *
 * 1. Shrink: a logistic regression on all candidates, each held on the side that it stands for.
 * 2. Choose: of candidates that stand for the same thing, the one that moves most of the cases.
 * 3. Round: its coefficients as whole points, then one point up or down (or two, or none at all)
 *    wherever that lowers the penalized surprise, term by term in file order, until nothing does.
 *
 * That is the coordinate search of risk scores (RiskSLIM, FasterRisk) without their proof that nothing
 * better exists: with a few hundred cases, what is as good is not told apart.
 */
import { fitRegression, type Regression } from "./regression.ts";
import { type Row, rowsByTerm, surprise } from "./sample.ts";

export interface Scorecard {
	/** By candidate; most are 0. */
	points: number[];
	/** The lowest total that speaks for fine-tuning. */
	threshold: number;
}

interface Side {
	sign: 1 | -1;
	standsFor: string;
}

/** The log odds that a point moves: so large that no term needs more points than fingers on a hand. */
export const perPoint = 0.3;
/** Per squared unit of log odds. */
const penalty = 2;
/** What a term must bring to be one more term. */
const perTerm = 0.2;
const mostPoints = 5;
/** Where nothing is known the advice is to start with prompts. */
const leastThreshold = 1;
const mostSweeps = 100;
const least = 1e-9;

/** Half a point below the threshold the two sides are even. */
export const oddsOf = (total: number, threshold: number): number =>
	perPoint * (total - threshold + 0.5);

export function fitScorecard(rows: readonly Row[], candidates: readonly Side[]): Scorecard {
	const places = rowsByTerm(rows, candidates.length);
	const shrunk = fitRegression(rows, { signs: candidates.map(({ sign }) => sign), penalty });
	const chosen = chooseTerms(shrunk, candidates, places);
	return roundToPoints(rows, { shrunk, chosen, places, candidates });
}

/** One of those that stand for the same thing: the coefficient counts, and in how many cases it does. */
function chooseTerms(
	{ coefficients }: Regression,
	candidates: readonly Side[],
	places: readonly number[][],
): number[] {
	const moves = coefficients.map(
		(value, term) => Math.abs(value) * Math.sqrt((places[term] as number[]).length),
	);
	const best = new Map<string, number>();
	for (const [term, { standsFor }] of candidates.entries()) {
		const rival = best.get(standsFor);
		const has = moves[term] as number;
		if (has > 0 && (rival === undefined || has > (moves[rival] as number)))
			best.set(standsFor, term);
	}
	return [...best.values()].sort((a, b) => a - b);
}

interface Rounding {
	shrunk: Regression;
	chosen: readonly number[];
	places: readonly number[][];
	candidates: readonly Side[];
}

function roundToPoints(rows: readonly Row[], rounding: Rounding): Scorecard {
	const { shrunk, chosen, places, candidates } = rounding;
	const card = roundCoefficients(shrunk, chosen);
	const { gainOf, move } = makeOdds(rows, card);
	const everywhere = [...rows.keys()];
	const moveThreshold = (): boolean => {
		const shifts = [-1, 1].filter((by) => card.threshold - by >= leastThreshold);
		const shift = bestMove(shifts, (by) => gainOf(everywhere, by));
		card.threshold -= shift;
		move(everywhere, shift);
		return shift !== 0;
	};
	const moveTerm = (term: number): boolean => {
		const value = card.points[term] as number;
		const { sign } = candidates[term] as Side;
		const tries = [1, -1, 2, -2, -value].filter((by) => {
			const next = (value + by) * sign;
			return by !== 0 && next >= 0 && next <= mostPoints;
		});
		const counting = places[term] as number[];
		const by = bestMove(
			tries,
			(step) => gainOf(counting, step) + costOf(value) - costOf(value + step),
		);
		card.points[term] = value + by;
		move(counting, by);
		return by !== 0;
	};
	for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
		const moved = [moveThreshold(), ...chosen.map(moveTerm)];
		if (!moved.includes(true)) break;
	}
	return card;
}

/** Of the terms that were not chosen, none. */
function roundCoefficients(
	{ coefficients, intercept }: Regression,
	chosen: readonly number[],
): Scorecard {
	const points = coefficients.map((value, term) =>
		chosen.includes(term) ? Math.round(value / perPoint) + 0 : 0,
	);
	return { points, threshold: Math.max(leastThreshold, Math.round(0.5 - intercept / perPoint)) };
}

/** The log odds of every row, and what a step of some points changes in those where it counts. */
function makeOdds(rows: readonly Row[], { points, threshold }: Scorecard) {
	const odds = rows.map(({ terms, offset }) => {
		const total = terms.reduce((sum, term) => sum + (points[term] as number), 0);
		return offset + oddsOf(total, threshold);
	});
	return {
		gainOf: (counting: readonly number[], by: number): number =>
			counting.reduce((sum, place) => {
				const { tune, weight } = rows[place] as Row;
				const now = odds[place] as number;
				return sum + weight * (surprise(now, tune) - surprise(now + by * perPoint, tune));
			}, 0),
		move(counting: readonly number[], by: number) {
			for (const place of counting) odds[place] = (odds[place] as number) + by * perPoint;
		},
	};
}

const costOf = (points: number): number =>
	penalty * (points * perPoint) ** 2 + (points === 0 ? 0 : perTerm);

/** The one that gains most, the first of equals; 0 where none gains. */
function bestMove(tries: readonly number[], gainOf: (by: number) => number): number {
	let best = { by: 0, gain: least };
	for (const by of tries) {
		const gain = gainOf(by);
		if (gain > best.gain) best = { by, gain };
	}
	return best.by;
}
