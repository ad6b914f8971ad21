/** Ranges are exact because each formula goes one way in each input: that is tried here on random numbers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/core/cost/expression.ts";
import { apply, explain, type Formula, formula } from "../../../src/core/cost/formula.ts";
import { exactly, type Range, rangeOf } from "../../../src/core/cost/range.ts";
import { formulas } from "./formulas.ts";

/** Shares are from 0 to 1; what writing to the cache costs is at least the input price, and a cached token at most that. */
const amounts: Record<string, [number, number]> = {
	"0 to 1": [0.01, 1],
	tokens: [1, 100_000],
	months: [0.1, 36],
	days: [0, 100],
};
const limits = (name: string, unit: string): [number, number] => {
	if (name.startsWith("write")) return [1, 2];
	if (name.startsWith("cached")) return [0, 1];
	return amounts[unit] ?? [0.01, 1000];
};

const rangesOf = ({ inputs }: Formula<string>) =>
	fc.record(
		Object.fromEntries(
			Object.entries(inputs).map(([name, { unit }]) => {
				const [min, max] = limits(name, unit);
				const amount = fc.double({ min, max, noNaN: true });
				return [
					name,
					fc.tuple(amount, amount, amount).map((three): Range => {
						const [low = 0, usual = 0, high = 0] = three.toSorted((a, b) => a - b);
						return { low, usual, high };
					}),
				];
			}),
		),
	);

const orNever = (value: number) =>
	value >= 0 && !Object.is(value, -0) ? value : Number.POSITIVE_INFINITY;
const finishOf = (name: string) =>
	name === "breakEven" || name === "payback" ? orNever : (value: number) => value;
const slack = (value: number) => (Number.isFinite(value) ? Math.abs(value) * 1e-9 + 1e-12 : 0);

describe.each(Object.entries(formulas))("%s", (name, one) => {
	const finish = finishOf(name);
	const at = (pick: (input: string) => number) => {
		const picked = new Map(Object.keys(one.inputs).map((input) => [input, pick(input)]));
		return finish(evaluate(one.is, (input) => picked.get(input) ?? Number.NaN));
	};

	test("holds every point between the ends", () => {
		fc.assert(
			fc.property(
				rangesOf(one),
				fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
				(ranges, shares) => {
					const { low, usual, high } = apply(one, ranges, finish);
					const point = at((input) => {
						const { low: from, high: to } = ranges[input] as Range;
						return from + (to - from) * shares.next().value;
					});
					expect(point).toBeGreaterThanOrEqual(low - slack(low));
					expect(point).toBeLessThanOrEqual(high + slack(high));
					expect(usual).toBeGreaterThanOrEqual(low - slack(low));
					expect(usual).toBeLessThanOrEqual(high + slack(high));
				},
			),
			{ seed: 15, numRuns: 300 },
		);
	});

	test("moves as each input says", () => {
		fc.assert(
			fc.property(rangesOf(one), (ranges) => {
				for (const [input, { moves }] of Object.entries(one.inputs)) {
					if (moves === "either") continue;
					const end = (which: "low" | "high") =>
						at((other) => (ranges[other] as Range)[other === input ? which : "usual"]);
					const [before, after] =
						moves === "up" ? [end("low"), end("high")] : [end("high"), end("low")];
					expect(after, input).toBeGreaterThanOrEqual(before - slack(before));
				}
			}),
			{ seed: 15, numRuns: 200 },
		);
	});

	test("says its unit, its source and each input", () => {
		expect(one.unit).toMatch(/USD|tokens|copies|GPUs?|GB|hours|days|months|calls/);
		expect(one.source).not.toBe("");
		for (const { symbol, says, unit } of Object.values(one.inputs))
			expect([symbol, says, unit]).not.toContain("");
	});
});

const saving = formula({
	symbol: "x",
	says: "a saving",
	unit: "USD",
	source: "here",
	inputs: {
		price: { symbol: "p", says: "price", unit: "USD", moves: "up" },
		calls: { symbol: "R", says: "calls", unit: "calls", moves: "up" },
	},
	is: { operator: "×", parts: ["price", "calls"] },
});

test("explains with the numbers that it computed with", () => {
	const values = { price: rangeOf(0.001, 0.0015, 0.002), calls: exactly(200_000) };
	const value = apply(saving, values);
	expect(value).toEqual({ low: 200, usual: 300, high: 400 });
	expect(explain({ formula: saving, values, value })).toMatchObject({
		symbols: "p × R",
		numbers: "0.0015 × 200,000",
		unit: "USD",
		value,
	});
});
