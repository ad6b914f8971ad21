/**
 * Work is limited by counted steps and never by the clock, so that the same input gives the same bytes
 * on every machine. A step is about one turn of a loop.
 */
export interface Budget {
	/** Steps that may still be taken. */
	left: number;
	/** The budget that these steps are taken from as well. */
	of?: Budget;
}

const tooLarge = Symbol("More steps than allowed.");

/** Gives up the work of {@link within} once the steps are used up. */
export function spend(budget: Budget, steps: number): void {
	for (let from: Budget | undefined = budget; from; from = from.of) {
		from.left -= steps;
		if (from.left < 0) giveUp();
	}
}

export const unlimited: Budget = { left: Number.POSITIVE_INFINITY };

/** Gives up the work of {@link within}. */
export function giveUp(): never {
	throw tooLarge;
}

/** What some work gives; undefined when it takes more steps than allowed. */
export function within<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		if (error === tooLarge) return undefined;
		throw error;
	}
}
