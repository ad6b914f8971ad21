/** Random numbers that are the same on every machine and in every run: the same files give the same report. */

/** A number of at least 0 and under 1. */
export type Random = () => number;

/** mulberry32: small, fast, and good enough to draw tests again. */
export function makeRandom(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
