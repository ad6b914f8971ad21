/** How sure a rate is. */
import { normalQuantile } from "./normal.ts";

/** The ends of what a value may really be. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * The Wilson score interval of a rate (Wilson 1927, doi:10.1080/01621459.1927.10502953). Unlike rate ±
 * z·standard error it stays within 0 and 1, and says something about 20 passes of 20.
 * @param rate a share, 0 to 1; of repeated tests the mean of their means
 * @param tests how many were drawn, each counted once however often it was repeated
 * @param confidence of both ends together
 */
export function wilsonInterval(rate: number, tests: number, confidence = 0.95): Interval {
	if (tests === 0) return { low: 0, high: 1 };
	const square = normalQuantile((1 + confidence) / 2) ** 2;
	const centre = rate + square / (2 * tests);
	const half = Math.sqrt(square * ((rate * (1 - rate)) / tests + square / (4 * tests ** 2)));
	const whole = 1 + square / tests;
	// Rounding must not put an end past a rate of 0 or 1.
	return {
		low: Math.max(0, Math.min(rate, (centre - half) / whole)),
		high: Math.min(1, Math.max(rate, (centre + half) / whole)),
	};
}
