/** Cases dealt into folds, so that every fold has its share of each kind and outcome. */
import type { Random } from "../../src/core/statistics/random.ts";
import { shuffle } from "./random.ts";

/** The fold of each item: within a stratum, and over all, folds differ by one item at most. */
export function dealFolds(
	strata: readonly string[],
	{ folds, random }: { folds: number; random: Random },
): number[] {
	const foldOf = new Array<number>(strata.length).fill(0);
	let next = 0;
	for (const stratum of [...new Set(strata)].sort()) {
		const members = [...strata.keys()].filter((item) => strata[item] === stratum);
		for (const item of shuffle(members, random)) {
			foldOf[item] = next % folds;
			next += 1;
		}
	}
	return foldOf;
}
