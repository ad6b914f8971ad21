import { describe, expect, test } from "vitest";
import { fitCurve, type Outcome } from "../../bench/score/calibration.ts";
import { makeRandom } from "../../bench/score/random.ts";
import { refitPoints } from "../../bench/score/refit.ts";
import { answersOf, hideFacts, viewOf } from "../../bench/score/sample-cases.ts";
import { termsOf, withPoints } from "../../bench/score/terms.ts";
import { pointsOf, scalesOf, totalOf, weigh } from "../../bench/score/weigh.ts";
import { confidenceInputs, probabilityOf } from "../../src/core/decision/confidence.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { judge } from "../../src/core/decision/judge.ts";
import { diagramsOf } from "../../src/core/diagram/packed-diagrams.ts";
import { cases, rules } from "../built-in.ts";

const terms = termsOf(rules);
const some = cases.filter((_, index) => index % 9 === 0);

describe("terms", () => {
	test("each has its own name, and points go back where they came from", () => {
		expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
		expect(withPoints(rules, pointsOf(rules))).toEqual(rules);
		const doubled = withPoints(rules, {
			points: terms.map(({ points }) => points * 2),
			threshold: 5,
		});
		expect(termsOf(doubled).map(({ points }) => points)).toEqual(
			terms.map(({ points }) => points * 2),
		);
		expect(doubled.verdict.threshold).toBe(5);
	});

	test.each(some.map((published) => [published.id, published] as const))(
		"%s is weighed as it is decided",
		(_id, published) => {
			const answers = answersOf(rules, published);
			const view = viewOf(rules, terms, answers);
			const weighed = weigh(scalesOf(rules, pointsOf(rules)), view);
			const decision = decide(rules, answers);
			const judgement = judge(rules, diagramsOf(rules), view.masks);
			const inputs = confidenceInputs(rules, { ...judgement, completions: decision.completions });
			expect(weighed.tune).toBe(decision.outlook === "fine-tuning");
			expect(weighed.inputs.margin).toBe(inputs.margin);
			expect(weighed.inputs.weight).toBe(inputs.weight);
			expect(weighed.inputs.agree).toBeCloseTo(inputs.agree, 9);
		},
	);
});

describe("points fitted again", () => {
	const view = (counting: number[]) => ({ answers: {}, masks: [], counting });
	const few = [
		{ id: "for", weight: 1, points: 2 },
		{ id: "against", weight: 2, points: -1 },
		{ id: "silent", weight: 1, points: 0 },
	];
	const refit = (tunes: boolean[], prior = few.map(({ points }) => points)) =>
		refitPoints(
			tunes.map((tune, index) => ({ view: view([index % 3]), tune })),
			{ terms: few, prior, threshold: 1 },
		);
	const against = new Array(300).fill(0).map((_, index) => index % 3 !== 0);

	test("are whole numbers on their own side of zero, and silence stays", () => {
		const { points } = refit(against);
		expect(points.every(Number.isInteger)).toBe(true);
		expect(points[0]).toBeGreaterThanOrEqual(0);
		expect(points[1]).toBeLessThanOrEqual(0);
		expect(points[2]).toBe(0);
	});

	test("move with the cases, and hardly with a few of them", () => {
		const bearing = against.map((tune) => !tune);
		expect(refit(bearing).points[0]).toBeGreaterThan(refit(against).points[0] as number);
		expect(refit(bearing.slice(0, 3)).points).toEqual([2, -1, 0]);
	});

	test("the threshold goes where the cases turn, and stays where it does not matter", () => {
		const example = (counting: number[], tune: boolean) => ({ view: view(counting), tune });
		const options = { terms: few, prior: [2, -1, 0], threshold: 1 };
		const low = [example([2], true), example([2], true), example([0], true), example([1], false)];
		expect(refitPoints(low, options).threshold).toBe(0);
		expect(refitPoints([example([0], true), example([1], false)], options).threshold).toBe(1);
	});
});

test("a few facts are kept, the same ones for the same seed", () => {
	const published = some[0] as (typeof some)[number];
	const answers = answersOf(rules, published);
	const hide = (seed: number) => hideFacts(answers, { known: 5, random: makeRandom(seed) });
	expect(Object.keys(hide(1))).toHaveLength(5);
	expect(hide(1)).toEqual(hide(1));
	expect(Object.keys(answers)).toEqual(expect.arrayContaining(Object.keys(hide(2))));
	const view = viewOf(rules, terms, {});
	expect(totalOf(scalesOf(rules, pointsOf(rules), { diagram: false }), view)).toBe(0);
});

describe("the confidence curve", () => {
	const outcome = (margin: number, right: boolean): Outcome => ({
		tune: true,
		inputs: { margin, weight: 20, agree: 0.5 },
		right,
		weight: 1,
	});
	const many = (count: number, one: Outcome): Outcome[] => new Array(count).fill(one);

	test("rises where a wider margin is right more often, and errs on the side of doubt", () => {
		const outcomes = [
			...many(30, outcome(2, true)),
			...many(20, outcome(2, false)),
			...many(45, outcome(18, true)),
			...many(5, outcome(18, false)),
		];
		const curve = fitCurve(outcomes, { doubt: 4, most: 0.95 });
		expect(curve.margin).toBeGreaterThan(0);
		const said = probabilityOf(curve, { margin: 18, weight: 20, agree: 0.5 });
		expect(said).toBeGreaterThan(0.8);
		expect(said).toBeLessThan(0.9);
	});

	test("never falls, whatever the cases say", () => {
		const outcomes = [
			...many(30, outcome(2, true)),
			...many(10, outcome(18, true)),
			...many(20, outcome(18, false)),
		];
		const curve = fitCurve(outcomes, { doubt: 4, most: 0.95 });
		expect(curve.margin).toBe(0);
		expect(curve.share).toBe(0);
	});
});
