/** Several comparisons at once. */

/**
 * Holm's step-down adjustment (Holm 1979, Scand. J. Statist. 6:65): each p-value as it counts among all
 * of them, in the order given. To look whether any is under 0.05 is wrong in at most 5 % of cases, however
 * many there are and however they hang together.
 */
export function holmAdjusted(values: readonly number[]): number[] {
	const order = values
		.map((value, place) => ({ value, place }))
		.sort((a, b) => a.value - b.value || a.place - b.place);
	const adjusted: number[] = Array(values.length).fill(1);
	let least = 0;
	for (const [rank, { value, place }] of order.entries()) {
		least = Math.max(least, Math.min(1, value * (values.length - rank)));
		adjusted[place] = least;
	}
	return adjusted;
}
