/** What the fits learn from, and how they look at it: which terms hold, and how much it counts. */

/** An answer sheet with its outcome. */
export interface Row {
	/** The numbers of the terms that hold. */
	terms: readonly number[];
	/** Log odds that are given, before any term. */
	offset: number;
	tune: boolean;
	weight: number;
}

/** By term: the rows in which it holds. */
export function rowsByTerm(rows: readonly Row[], terms: number): number[][] {
	const places = Array.from({ length: terms }, (): number[] => []);
	for (const [place, row] of rows.entries())
		for (const term of row.terms) (places[term] as number[]).push(place);
	return places;
}

export const chanceAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How surprising an outcome is at these log odds: minus the logarithm of the chance that they gave it. */
export const surprise = (odds: number, tune: boolean): number => {
	const missed = tune ? -odds : odds;
	return missed > 0 ? missed + Math.log1p(Math.exp(-missed)) : Math.log1p(Math.exp(missed));
};
