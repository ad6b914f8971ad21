/** An amount that is known only roughly: the least, the usual and the most it can be. */
export interface Range {
	low: number;
	usual: number;
	high: number;
}

export const rangeOf = (low: number, usual: number, high: number): Range => ({ low, usual, high });

export const exactly = (value: number): Range => ({ low: value, usual: value, high: value });

export const none: Range = exactly(0);

export const isExact = ({ low, high }: Range): boolean => low === high;

/** The same range in another unit, or rounded; `change` keeps the order. */
export const mapRange = (
	{ low, usual, high }: Range,
	change: (value: number) => number,
): Range => ({
	low: change(low),
	usual: change(usual),
	high: change(high),
});

/** Both grow the result: the ends multiply. */
export const multiply = (a: Range, b: Range, factor = 1): Range => ({
	low: a.low * b.low * factor,
	usual: a.usual * b.usual * factor,
	high: a.high * b.high * factor,
});
