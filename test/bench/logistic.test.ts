import { describe, expect, test } from "vitest";
import { chanceAt, fitLogistic, type Sample, scoreOf, solve } from "../../bench/score/logistic.ts";

const sample = (on: boolean, target: number, weight = 1): Sample => ({
	columns: on ? [0] : [],
	values: on ? [1] : [],
	target,
	weight,
});
const repeat = (count: number, one: Sample): Sample[] => new Array(count).fill(one);

describe("a fit", () => {
	/** 3 of 4 without the column, 1 of 5 with it: log odds of 3 and of 1/4. */
	const samples = [
		...repeat(3, sample(false, 1)),
		sample(false, 0),
		sample(true, 1),
		...repeat(4, sample(true, 0)),
	];
	const fit = fitLogistic(samples, { columns: 1, penalty: 0 });

	test("without a penalty gives the shares that there are", () => {
		expect(chanceAt(fit.intercept)).toBeCloseTo(0.75, 6);
		expect(chanceAt(scoreOf(fit, sample(true, 0)))).toBeCloseTo(0.2, 6);
	});

	test("tells the standard error of the intercept", () => {
		// One over the root of n p (1 - p), for the four samples without the column.
		expect(fit.doubt).toBeCloseTo(1 / Math.sqrt(4 * 0.75 * 0.25), 4);
	});

	test("counts a weight of two as two samples", () => {
		const weighted = [sample(false, 1, 3), sample(false, 0), sample(true, 1), sample(true, 0, 4)];
		const other = fitLogistic(weighted, { columns: 1, penalty: 0 });
		expect(other.intercept).toBeCloseTo(fit.intercept, 6);
		expect(other.coefficients[0]).toBeCloseTo(fit.coefficients[0] as number, 6);
	});

	test.each([
		["nothing", undefined, 0],
		["a prior", [2], 2],
	])("with a large penalty is drawn to %s", (_name, prior, expected) => {
		const drawn = fitLogistic(samples, { columns: 1, penalty: 1e6, ...(prior && { prior }) });
		expect(drawn.coefficients[0]).toBeCloseTo(expected, 3);
	});

	test("stays finite where a column tells all", () => {
		const told = [...repeat(5, sample(true, 1)), ...repeat(5, sample(false, 0))];
		const { coefficients, intercept } = fitLogistic(told, { columns: 1, penalty: 0.5 });
		expect(coefficients[0]).toBeGreaterThan(1);
		expect(Number.isFinite(coefficients[0])).toBe(true);
		expect(Number.isFinite(intercept)).toBe(true);
	});
});

test.each([
	["one unknown", [[4]], [8], [2]],
	[
		"two that hang together",
		[
			[2, 1],
			[1, 3],
		],
		[3, 5],
		[0.8, 1.4],
	],
])("equations with %s", (_name, matrix, right, expected) => {
	for (const [place, value] of solve(matrix, right).entries())
		expect(value).toBeCloseTo(expected[place] as number, 9);
});
