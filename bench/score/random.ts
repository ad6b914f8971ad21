/** Cases in random order, the same in every run. */
import type { Random } from "../../src/core/statistics/random.ts";

/** A new list in random order. */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
	const shuffled = [...list];
	for (let last = shuffled.length - 1; last > 0; last -= 1) {
		const place = Math.floor(random() * (last + 1));
		[shuffled[last], shuffled[place]] = [shuffled[place] as T, shuffled[last] as T];
	}
	return shuffled;
}
