/** Statistics held against published figures, and against every case there is where tests are few. */
import { describe, expect, test } from "vitest";
import { bootstrapInterval, pairedDifference } from "../../../src/core/statistics/differences.ts";
import { holmAdjusted } from "../../../src/core/statistics/holm.ts";
import { normalQuantile } from "../../../src/core/statistics/normal.ts";
import { optimismOfBest } from "../../../src/core/statistics/optimism.ts";
import {
	mostLaterGain,
	testsForDifference,
	testsForPlateau,
} from "../../../src/core/statistics/plateau.ts";
import {
	exactMcNemar,
	fewestTestsToShow,
	signFlipTest,
} from "../../../src/core/statistics/sign-test.ts";
import { wilsonInterval } from "../../../src/core/statistics/wilson.ts";

test.each([
	[0.5, 0],
	[0.8, 0.8416212],
	[0.95, 1.6448536],
	[0.975, 1.959964],
	[0.999, 3.0902323],
	[0.025, -1.959964],
	[0.001, -3.0902323],
])("normal quantile of %d (tables)", (share, expected) => {
	expect(normalQuantile(share)).toBeCloseTo(expected, 6);
});

// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
test.each([
	[81, 263, 0.2553, 0.3662],
	[15, 148, 0.0624, 0.1605],
	[0, 20, 0, 0.1611],
	[1, 29, 0.0061, 0.1718],
])("Wilson interval of %d in %d (Newcombe 1998)", (passes, tests, low, high) => {
	const found = wilsonInterval(passes / tests, tests);
	expect(found.low).toBeCloseTo(low, 4);
	expect(found.high).toBeCloseTo(high, 4);
});

test("a Wilson interval holds its rate, and is the mirror of the other rate", () => {
	for (let tests = 1; tests <= 40; tests += 1)
		for (let passes = 0; passes <= tests; passes += 1) {
			const { low, high } = wilsonInterval(passes / tests, tests);
			expect(low).toBeLessThanOrEqual(passes / tests);
			expect(high).toBeGreaterThanOrEqual(passes / tests);
			const mirror = wilsonInterval((tests - passes) / tests, tests);
			expect(low).toBeCloseTo(1 - mirror.high, 12);
		}
	expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

/** Every way in which tests that differ can go, each as likely. */
function pByEnumeration(won: number, lost: number): number {
	const both = won + lost;
	const seen = Math.abs(won - lost);
	let asUneven = 0;
	for (let ways = 0; ways < 2 ** both; ways += 1) {
		let wins = 0;
		for (let bits = ways; bits > 0; bits >>= 1) wins += bits & 1;
		if (Math.abs(2 * wins - both) >= seen) asUneven += 1;
	}
	return asUneven / 2 ** both;
}

test("exact McNemar is the share of all ways that are as uneven", () => {
	for (let won = 0; won <= 6; won += 1)
		for (let lost = 0; lost <= 6; lost += 1)
			expect(exactMcNemar(won, lost)).toBeCloseTo(pByEnumeration(won, lost), 12);
});

test.each([
	[3, 5, 0.7266],
	[21, 6, 0.0059],
	[18, 10, 0.1849],
	[1, 18, 0.0001],
	[14, 1, 0.001],
	[0, 8, 0.0078],
	[5, 17, 0.0169],
	[0, 0, 1],
	// In exact fractions.
	[600, 500, 0.0028195],
])("exact McNemar of %d against %d", (won, lost, expected) => {
	expect(exactMcNemar(won, lost)).toBeCloseTo(expected, 4);
	expect(exactMcNemar(lost, won)).toBe(exactMcNemar(won, lost));
});

test.each([
	[0.05, 120],
	[0.1, 60],
	[0.24, 25],
	[1, 6],
])("a gap of %d could show on %d tests, and on none fewer", (gap, tests) => {
	expect(fewestTestsToShow(gap)).toBe(tests);
	expect(exactMcNemar(Math.round(gap * tests), 0)).toBeLessThan(0.05);
	expect(exactMcNemar(Math.floor(gap * (tests - 1) + 1e-9), 0)).toBeGreaterThan(0.05);
});

// R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
test("Holm's adjustment (R, p.adjust)", () => {
	expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
	expect(holmAdjusted([])).toEqual([]);
	expect(holmAdjusted([0.9, 0.8])).toEqual([1, 1]);
});

describe("paired differences", () => {
	test("two more tests, one won and one lost", () => {
		const { mean, error } = pairedDifference([0, 0, 1, 1], [1, 0, 1, 1]);
		expect(mean).toBeCloseTo(1 / 6, 12);
		expect(error).toBeCloseTo(Math.sqrt((3 / 6 - 1 / 36) / 6), 12);
	});

	test("versions that do not differ are not known to the last digit", () => {
		const same = Array(20).fill(1);
		expect(pairedDifference(same, same)).toEqual({ mean: 0, error: Math.sqrt(2 / 22 / 22) });
	});

	test("the unit does not matter", () => {
		const one = pairedDifference([0, 0.5, 1], [1, 1, 1]);
		const hundred = pairedDifference([0, 50, 100], [100, 100, 100], 100);
		expect(hundred.mean).toBeCloseTo(one.mean * 100, 10);
		expect(hundred.error).toBeCloseTo(one.error * 100, 10);
	});
});

/** The mean of every way to draw as many again, with its share. */
function meansByEnumeration(values: readonly number[]): number[] {
	const { length } = values;
	return Array.from({ length: length ** length }, (_, way) => {
		let sum = 0;
		for (let drawn = 0, rest = way; drawn < length; drawn += 1) {
			sum += values[rest % length] as number;
			rest = Math.floor(rest / length);
		}
		return sum / length;
	}).sort((a, b) => a - b);
}

test("the bootstrap interval is that of all draws there are", () => {
	const values = [0.1, 0.4, -0.2, 0.3, 0.6];
	const all = meansByEnumeration(values);
	const { low, high } = bootstrapInterval(values, 0.9);
	expect(low).toBeCloseTo(all[Math.floor(all.length * 0.05)] as number, 1);
	expect(high).toBeCloseTo(all[Math.floor(all.length * 0.95)] as number, 1);
	expect(bootstrapInterval(values, 0.9)).toEqual({ low, high });
	expect(bootstrapInterval([0.25, 0.25])).toEqual({ low: 0.25, high: 0.25 });
});

describe("signs that are flipped", () => {
	/** As many ways to give signs as there are. */
	const byEnumeration = (values: readonly number[]): number => {
		const sums = Array.from({ length: 2 ** values.length }, (_, way) =>
			values.reduce((sum, value, place) => sum + ((way >> place) % 2 ? value : -value), 0),
		);
		const seen = Math.abs(values.reduce((sum, value) => sum + value, 0));
		return sums.filter((sum) => Math.abs(sum) >= seen - 1e-9).length / sums.length;
	};

	test.each([
		["five of one sign", [0.1, 0.2, 0.3, 0.4, 0.5], 2 / 32],
		["both signs", [0.1, -0.2, 0.3], 6 / 8],
		["none", [0, 0, 0], 1],
		["equal sums", [0.5, -0.5], 1],
	])("%s", (_, values, p) => {
		expect(signFlipTest(values)).toBeCloseTo(p, 10);
	});

	test.each([12, 13, 16])("%d differences, as every way to give signs tells", (count) => {
		const values = Array.from({ length: count }, (_, place) => ((place * 7) % 11) / 10 - 0.35);
		expect(Math.abs(signFlipTest(values) - byEnumeration(values))).toBeLessThan(0.02);
	});

	test("passes and failures alone: nearly the exact McNemar test", () => {
		const values = [...Array(15).fill(1), ...Array(5).fill(-1)];
		expect(Math.abs(signFlipTest(values) - exactMcNemar(15, 5))).toBeLessThan(0.01);
	});
});

test("the optimism of the best is that of all draws there are", () => {
	const versions = [
		[1, 0, 1, 0],
		[0, 1, 1, 0],
		[1, 1, 0, 1],
	];
	const means = [0.5, 0.5, 0.75];
	let sum = 0;
	for (let way = 0; way < 256; way += 1) {
		const tests = [way & 3, (way >> 2) & 3, (way >> 4) & 3, way >> 6];
		const drawn = versions.map(
			(values) => tests.reduce((total, one) => total + (values[one] as number), 0) / 4,
		);
		const best = drawn.indexOf(Math.max(...drawn));
		sum += (drawn[best] as number) - (means[best] as number);
	}
	expect(optimismOfBest(versions)).toBeCloseTo(sum / 256, 1);
	expect(optimismOfBest([[1, 0, 1]])).toBe(0);
	expect(optimismOfBest([])).toBe(0);
});

describe("plateau", () => {
	const passing = (passes: number, tests: number) =>
		Array.from({ length: tests }, (_, place) => (place < passes ? 1 : 0));

	test("with one version before, the bound is the gain and 1.751 standard errors", () => {
		const [first, second] = [passing(60, 100), passing(63, 100)];
		const gain = pairedDifference(first, second);
		const { most, reference } = mostLaterGain([first], [second]);
		expect(reference).toBe(0);
		expect(most).toBeCloseTo(gain.mean + 1.7506861 * gain.error, 6);
	});

	test("of two before, the lower bound counts, with half of the error for each", () => {
		const [first, second, third] = [passing(60, 100), passing(70, 100), passing(75, 100)];
		const gain = pairedDifference(second, third);
		const { most, reference } = mostLaterGain([first, second], [third]);
		expect(reference).toBe(1);
		expect(most).toBeCloseTo(gain.mean + 2.0537489 * gain.error, 6);
	});

	test("of two later ones, the higher bound counts", () => {
		const [first, second, third] = [passing(60, 100), passing(55, 100), passing(63, 100)];
		const both = mostLaterGain([first], [second, third]).most;
		expect(both).toBe(mostLaterGain([first], [third]).most);
		expect(both).toBeGreaterThan(mostLaterGain([first], [second]).most);
	});

	test.each([
		[58, 0.05, false],
		[59, 0.05, true],
	])("versions that never differ on %d tests: under %d is %s", (tests, gain, isUnder) => {
		const same = passing(tests, tests);
		expect(mostLaterGain([same], [same]).most < gain).toBe(isUnder);
	});

	test("more tests give a lower bound, and fewer of them are advised", () => {
		const few = mostLaterGain([passing(60, 100)], [passing(60, 100)]);
		const many = mostLaterGain([passing(600, 1000)], [passing(600, 1000)]);
		expect(many.most).toBeLessThan(few.most);
		const advised = (gain: typeof few, tests: number) => testsForPlateau(gain, tests, 0.05);
		expect(advised(many, 1000)).toBeLessThan(advised(few, 100));
		expect(advised(many, 1000)).toBeLessThan(1000);
	});

	test("tests for a difference, by hand", () => {
		// (1.96 + 0.84)² · (0.2 − 0.05²) / 0.05²
		expect(testsForDifference(0.2, 0.05)).toBe(621);
		expect(testsForDifference(0.2, 0.1)).toBe(150);
	});
});
