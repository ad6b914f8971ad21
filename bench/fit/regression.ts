/** Logistic regression with an L2 penalty, each coefficient held on its side of zero. */
import { chanceAt, type Row, rowsByTerm } from "./sample.ts";

export interface Regression {
	coefficients: number[];
	intercept: number;
}

/** The side that a coefficient may be on; 0 where it may be on either. */
export type Sign = 1 | 0 | -1;

const mostSweeps = 300;
const small = 1e-4;

/**
 * One coefficient after another, by Newton's method, until none moves. The sum of surprises and
 * squares is convex, and so is each side of zero: there is one best fit, and this is how to it.
 */
export function fitRegression(
	rows: readonly Row[],
	{ signs, penalty }: { signs: readonly Sign[]; penalty: number },
): Regression {
	const coefficients = signs.map(() => 0);
	let intercept = 0;
	const odds = rows.map(({ offset }) => offset);
	const places = rowsByTerm(rows, signs.length);
	const everywhere = [...rows.keys()];
	/** Newton's step for the rows that a coefficient counts in. */
	const stepOf = (counting: readonly number[], value: number, by: number) => {
		let slope = 2 * by * value;
		let curve = 2 * by + small;
		for (const place of counting) {
			const { weight, tune } = rows[place] as Row;
			const chance = chanceAt(odds[place] as number);
			slope += weight * (chance - Number(tune));
			curve += weight * chance * (1 - chance);
		}
		return slope / curve;
	};
	const move = (counting: readonly number[], by: number) => {
		for (const place of counting) odds[place] = (odds[place] as number) + by;
		return Math.abs(by);
	};
	for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
		const shift = -stepOf(everywhere, 0, 0);
		intercept += shift;
		let largest = move(everywhere, shift);
		for (const [term, sign] of signs.entries()) {
			const counting = places[term] as number[];
			const value = coefficients[term] as number;
			const wanted = value - stepOf(counting, value, penalty);
			const next = wanted * sign < 0 ? 0 : wanted;
			if (next === value) continue;
			coefficients[term] = next;
			largest = Math.max(largest, move(counting, next - value));
		}
		if (largest < small) break;
	}
	return { coefficients, intercept };
}
