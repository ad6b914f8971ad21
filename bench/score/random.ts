/** Random numbers that are the same on every machine and in every run. */

export type Random = () => number;

/** mulberry32: small, fast, and good enough to deal cases into folds. */
export function makeRandom(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A new list in random order. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
	const shuffled = [...list];
	for (let last = shuffled.length - 1; last > 0; last -= 1) {
		const place = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[place]] = [shuffled[place] as T, shuffled[last] as T];
	}
	return shuffled;
}
