/** Points fitted to some cases: drawn to a prior, whole numbers, and never on the other side of zero. */
import { fitLogistic } from "./logistic.ts";
import type { View } from "./sample-cases.ts";
import type { Term } from "./terms.ts";
import { type Points, totalOf } from "./weigh.ts";

export interface Example {
	view: View;
	tune: boolean;
}

/** A point of the total moves the log odds by this much. */
const perPoint = 0.1;
const penalty = 0.3;
/** The threshold stays where it is unless another is right for more cases than this. */
const perThreshold = 0.1;
const reach = 8;

export function refitPoints(
	examples: readonly Example[],
	{
		terms,
		prior,
		threshold,
	}: { terms: readonly Term[]; prior: readonly number[]; threshold: number },
): Points {
	const samples = examples.map(({ view, tune }) => ({
		columns: view.counting,
		values: view.counting.map((term) => perPoint * (terms[term] as Term).weight),
		target: tune ? 1 : 0,
		weight: 1,
	}));
	const { coefficients } = fitLogistic(samples, { columns: terms.length, prior, penalty });
	const points = coefficients.map((value, term) => {
		const side = Math.sign((terms[term] as Term).points);
		// What a rule says, and that a step says nothing, is not up to the cases.
		return side === 0 ? 0 : side * Math.max(0, Math.round(value * side));
	});
	return { points, threshold: refitThreshold(examples, { terms, points, threshold }) };
}

function refitThreshold(
	examples: readonly Example[],
	{ terms, points, threshold }: { terms: readonly Term[]; points: number[]; threshold: number },
): number {
	const totals = examples.map(({ view }) => totalOf({ points, terms: [...terms] }, view));
	const cost = (tried: number) =>
		examples.filter(({ tune }, index) => (totals[index] as number) >= tried !== tune).length +
		perThreshold * Math.abs(tried - threshold);
	let best = threshold;
	for (let tried = threshold - reach; tried <= threshold + reach; tried += 1)
		if (cost(tried) < cost(best)) best = tried;
	return best;
}
