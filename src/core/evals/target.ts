/** How many tests show that a target is reached. */
import { normalQuantile } from "../statistics/normal.ts";
import type { Measure } from "./measure.ts";

/** More than anyone runs: the best version is as good as at the target, and no number of tests tells which side. */
const most = 100_000;

/** In 4 of 5 cases, if the best version is as good as it looks. */
export function testsForTarget(mean: number, target: number, { by, range }: Measure): number {
	const room = (mean - target) / range;
	// Of scores the spread is not known here: at most that of a coin.
	const spread = by === "passes" ? mean * (1 - mean) : 0.25;
	const reach = normalQuantile(0.95) + normalQuantile(0.8);
	return room <= 0 ? most : Math.min(most, Math.ceil((reach ** 2 * spread) / room ** 2));
}
