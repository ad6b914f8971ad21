import { describe, expect, test } from "vitest";
import { fitRegression, type Sign } from "../../bench/fit/regression.ts";
import { chanceAt, type Row, surprise } from "../../bench/fit/sample.ts";

const row = (on: boolean, tune: boolean, weight = 1): Row => ({
	terms: on ? [0] : [],
	offset: 0,
	tune,
	weight,
});
const repeat = (count: number, one: Row): Row[] => new Array(count).fill(one);
const free: Sign[] = [0];

describe("a regression", () => {
	/** 3 of 4 without the term, 1 of 5 with it: log odds of 3 and of 1/4. */
	const rows = [
		...repeat(3, row(false, true)),
		row(false, false),
		row(true, true),
		...repeat(4, row(true, false)),
	];
	const fit = fitRegression(rows, { signs: free, penalty: 0 });

	test("without a penalty gives the shares that there are", () => {
		expect(chanceAt(fit.intercept)).toBeCloseTo(0.75, 3);
		expect(chanceAt(fit.intercept + (fit.coefficients[0] as number))).toBeCloseTo(0.2, 3);
	});

	test("counts a weight of two as two rows", () => {
		const weighted = [row(false, true, 3), row(false, false), row(true, true), row(true, false, 4)];
		const other = fitRegression(weighted, { signs: free, penalty: 0 });
		expect(other.intercept).toBeCloseTo(fit.intercept, 3);
		expect(other.coefficients[0]).toBeCloseTo(fit.coefficients[0] as number, 3);
	});

	test("takes what is given for granted", () => {
		const given = rows.map((one) => ({ ...one, offset: one.terms.length > 0 ? -5 : 0 }));
		const { coefficients } = fitRegression(given, { signs: free, penalty: 0 });
		expect(coefficients[0]).toBeCloseTo((fit.coefficients[0] as number) + 5, 3);
	});

	test.each([
		["its side", -1, fit.coefficients[0] as number],
		["the other side", 1, 0],
	] as const)("stays on %s", (_name, sign, expected) => {
		const { coefficients } = fitRegression(rows, { signs: [sign], penalty: 0 });
		expect(coefficients[0]).toBeCloseTo(expected, 3);
	});

	test("is drawn to nothing by a penalty, and stays finite where a term tells all", () => {
		const told = [...repeat(5, row(true, true)), ...repeat(5, row(false, false))];
		const [some, none] = [0.5, 1e6].map(
			(penalty) => fitRegression(told, { signs: free, penalty }).coefficients[0] as number,
		);
		expect(some).toBeGreaterThan(1);
		expect(none).toBeCloseTo(0, 3);
	});
});

test.each([
	[0, true, Math.log(2)],
	[0, false, Math.log(2)],
	[800, true, 0],
	[800, false, 800],
])("log odds of %d and %s surprise", (odds, tune, expected) =>
	expect(surprise(odds, tune)).toBeCloseTo(expected, 9),
);
