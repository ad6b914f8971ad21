/** The normal distribution, as far as intervals need it. */

/**
 * How many standard deviations a share of all values stays under: 1.645 for 0.95, 1.960 for 0.975.
 * Acklam's approximation, whose relative error is under 1.2e-9.
 * @param share over 0 and under 1
 */
export function normalQuantile(share: number): number {
	if (share < 0.02425) return tail(Math.sqrt(-2 * Math.log(share)));
	if (share > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - share)));
	const middle = share - 0.5;
	const square = middle * middle;
	return (polynomial(numerator, square) * middle) / polynomial(denominator, square);
}

const numerator = [
	-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
	-3.066479806614716e1, 2.506628277459239,
];
const denominator = [
	-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
	-1.328068155288572e1, 1,
];
const tailNumerator = [
	-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
	4.374664141464968, 2.938163982698783,
];
const tailDenominator = [
	7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1,
];

const tail = (value: number): number =>
	polynomial(tailNumerator, value) / polynomial(tailDenominator, value);

const polynomial = (factors: readonly number[], value: number): number =>
	factors.reduce((sum, factor) => sum * value + factor, 0);
