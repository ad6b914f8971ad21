import { expect, test } from "vitest";
import { readCandidates } from "../../bench/fit/read-candidates.ts";
import { fitCurve, type Outcome } from "../../bench/score/calibration.ts";
import { makeSamples } from "../../bench/score/sample-cases.ts";
import { confidenceAt } from "../../src/core/decision/confidence.ts";
import { makeRandom } from "../../src/core/statistics/random.ts";
import { cases, rules } from "../built-in.ts";

const outcome = (margin: number, right: boolean): Outcome => ({
	tune: true,
	margin,
	isVetoed: false,
	right,
});
const many = (count: number, one: Outcome): Outcome[] => new Array(count).fill(one);

test("the curve says what came", () => {
	const outcomes = [...many(88, outcome(8, true)), ...many(12, outcome(8, false))];
	const curve = fitCurve(outcomes, { most: 0.95 });
	expect(confidenceAt(curve, { margin: 8, isVetoed: false })).toBeCloseTo(0.88, 1);
});

test("where a wider margin is wrong more often, nothing makes it surer", () => {
	const outcomes = [...many(10, outcome(8, true)), ...many(20, outcome(8, false))];
	expect(fitCurve(outcomes, { most: 0.95 }).point).toBe(0);
});

test("what a veto decides has a figure of its own", () => {
	const veto = (right: boolean) => ({ ...outcome(20, right), isVetoed: true });
	const told = [...many(9, outcome(6, true)), ...many(1, outcome(6, false))];
	const { point } = fitCurve(told, { most: 0.95 });
	const curve = fitCurve([...told, ...many(22, veto(true)), ...many(4, veto(false))], {
		most: 0.95,
	});
	expect(curve).toEqual({ point, vetoed: 0.8, most: 0.95 });
});

test.each([
	["none seen is a coin", 0, 0.5],
	["few are not enough to be sure", 6, 0.8],
	["many are, up to the highest", 600, 0.95],
])("how sure a veto makes: %s", (_name, seen, expected) => {
	const vetoed = many(seen, { ...outcome(0, true), isVetoed: true });
	expect(fitCurve(vetoed, { most: 0.95 }).vetoed).toBe(expected);
});

test("five, eight and twelve scoring facts are kept, the same ones for the same seed", () => {
	const candidates = readCandidates(rules);
	const rich = cases.filter(({ facts }) => Object.keys(facts).length > 22).slice(0, 3);
	const drawn = () => makeSamples(rules, rich, { candidates, draws: 2, random: makeRandom(1) });
	expect(rich.length).toBeGreaterThan(0);
	for (const { few } of drawn())
		expect(few.map((views) => views.map((view) => Object.keys(view.answers).length))).toEqual([
			[5, 5],
			[8, 8],
			[12, 12],
		]);
	expect(drawn()).toEqual(drawn());
});
