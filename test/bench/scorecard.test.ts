import { describe, expect, test } from "vitest";
import { compareCard } from "../../bench/fit/compare.ts";
import { learnScorecard } from "../../bench/fit/learn.ts";
import { readCandidates } from "../../bench/fit/read-candidates.ts";
import type { Row } from "../../bench/fit/sample.ts";
import { fitScorecard } from "../../bench/fit/scorecard.ts";
import { prepareCourse } from "../../bench/score/measure.ts";
import { cases, rules } from "../built-in.ts";

describe("a scorecard", () => {
	const candidates = [
		{ sign: 1, standsFor: "speed" },
		{ sign: 1, standsFor: "speed" },
		{ sign: -1, standsFor: "rights" },
		{ sign: 1, standsFor: "luck" },
	] as const;
	const rows = (count: number, terms: number[], tune: boolean): Row[] =>
		new Array(count).fill({ terms, offset: 0, tune, weight: 1 });
	/** The first two say the same, the first one in more rows; the last says nothing. */
	const told = [
		...rows(40, [0], true),
		...rows(5, [0], false),
		...rows(20, [0, 1], true),
		...rows(30, [2], false),
		...rows(4, [2], true),
		...rows(10, [3], true),
		...rows(10, [3], false),
	];
	const { points, threshold } = fitScorecard(told, candidates);

	test("has whole points, each on its side", () => {
		expect([...points, threshold].every(Number.isInteger)).toBe(true);
		expect(points[0]).toBeGreaterThan(0);
		expect(points[2]).toBeLessThan(0);
	});

	test("counts a mechanism once, and what says nothing not at all", () => {
		expect(points[1]).toBe(0);
		expect(points[3]).toBe(0);
	});

	test("never speaks for fine-tuning where nothing is known", () => {
		expect(threshold).toBeGreaterThan(0);
		expect(fitScorecard(rows(20, [], true), candidates).threshold).toBe(1);
	});

	test("is the same in every run", () => {
		expect(fitScorecard(told, candidates)).toEqual({ points, threshold });
	});

	test("leaves a term on the wrong side out", () => {
		const wrong = [...rows(30, [2], true), ...rows(30, [0], false)];
		expect(fitScorecard(wrong, candidates).points).toEqual([0, 0, 0, 0]);
	});
});

describe("candidates", () => {
	const { candidates, overrides } = readCandidates(rules);

	test("are named once, and belong to a score of the rules", () => {
		expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
		const scores = new Set(rules.scores.map(({ id }) => id));
		const unknown = [...candidates, ...overrides].filter(
			({ id }) => !scores.has(id.split(".")[0] ?? ""),
		);
		expect(unknown).toEqual([]);
	});

	test("what is set by hand says why, and costs next to nothing", () => {
		for (const { because, brier } of overrides) {
			expect(because.length).toBeGreaterThan(20);
			expect(brier).toBeLessThan(0.001);
		}
	});
});

test("the rules have the points of the fit, and no other", () => {
	const course = prepareCourse(rules, cases);
	const card = learnScorecard(course.samples, course.candidates);
	expect(compareCard(rules, card, course.candidates)).toEqual([]);
});

test("there are at most forty terms, vetoes included", () => {
	const terms = rules.scores.flatMap(({ rules: own, ladders }) => [
		// The payback takes the place of other terms where it is computed.
		...own.filter(({ at }) => !at.file.endsWith("payback.yaml")),
		// Steps of one ladder with the same points are one term.
		...ladders.flatMap(({ steps }) => [
			...new Set(steps.map(({ points }) => points).filter((points) => points !== 0)),
		]),
	]);
	expect(terms.length).toBeLessThanOrEqual(40);
});
