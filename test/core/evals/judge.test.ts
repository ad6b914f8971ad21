/** What runs show: versions, failures and facts, each side of each edge. */
import { describe, expect, test } from "vitest";
import { factsOf } from "../../../src/core/evals/facts.ts";
import { judgeEvals } from "../../../src/core/evals/judge.ts";
import type { EvalRun, Outcome } from "../../../src/core/evals/run.ts";
import { passingRun } from "./runs.ts";

const many = (count: number) => Array<number>(count).fill(1);

describe("versions", () => {
	const [a, b] = [passingRun("a", many(20), 10), passingRun("b", many(20), 12)];

	test.each<[name: string, runs: EvalRun[], versions: number[][]]>([
		["other prompts", [a, b], [[0], [1]]],
		["the same prompt and model", [a, { ...b, prompt: "a" }], [[0, 1]]],
		["another model", [a, { ...b, prompt: "a", model: "other" }], [[0], [1]]],
		["other settings", [a, { ...b, prompt: "a", settings: "t=1" }], [[0], [1]]],
		[
			"no prompt is known",
			[
				{ ...a, prompt: undefined },
				{ ...b, prompt: undefined },
			],
			[[0], [1]],
		],
		[
			"no prompt is known, and all outcomes are equal",
			[
				{ ...a, prompt: undefined },
				{ ...a, file: "c", prompt: undefined },
			],
			[[0, 1]],
		],
		[
			"no prompt is known, and other answers have the same outcomes",
			["x", "y"].map((answer) => ({
				...a,
				file: answer,
				prompt: undefined,
				outcomes: a.outcomes.map((one) => ({ ...one, answer })),
			})),
			[[0], [1]],
		],
		["equal outcomes of two prompts", [a, { ...a, file: "c", prompt: "c" }], [[0], [1]]],
		[
			"equal outcomes on fewer than ten tests",
			[1, 2].map((file) => ({ ...passingRun(`${file}`, many(9), 4), prompt: undefined })),
			[[0], [1]],
		],
	])("%s", (_, runs, versions) => {
		expect(judgeEvals(runs).versions.map((version) => version.runs)).toEqual(versions);
	});

	test.each<[name: string, times: (string | undefined)[], order: string[], isDated: boolean]>([
		["dated", ["2026-01-02", "2026-01-01"], ["b", "a"], true],
		["undated", [undefined, undefined], ["a", "b"], false],
		["one of them undated", ["2026-01-02", undefined], ["a", "b"], false],
		["at the same time", ["2026-01-01", "2026-01-01"], ["a", "b"], true],
	])("%s", (_, times, order, isDated) => {
		const judgment = judgeEvals([a, b].map((run, place) => ({ ...run, when: times[place] })));
		expect(judgment.runs.map(({ file }) => file)).toEqual(order);
		expect(judgment.isDated).toBe(isDated);
	});

	test.each([
		[10, 20, "cannot-tell"],
		[9, 20, "not-comparable"],
	])("%d common tests of %d: %s", (common, tests, state) => {
		const other = passingRun("b", many(tests), 3);
		const moved = other.outcomes.map((one, place) =>
			place < common ? one : { ...one, test: `new ${place}` },
		);
		expect(judgeEvals([a, { ...other, outcomes: moved }]).state).toBe(state);
	});

	test("an error is no wrong answer: the test is left out", () => {
		const outcomes = b.outcomes.map((one, place) =>
			place === 0 ? { ...one, error: "timeout" } : one,
		);
		const { common, runs } = judgeEvals([a, { ...b, outcomes }]);
		expect([common, runs[1]?.errors, runs[1]?.passes]).toEqual([19, 1, 11]);
	});
});

test.each<[name: string, rates: number[], tests: number, state: string]>([
	["nothing gained on 2,000 tests", [0.7, 0.7, 0.7, 0.7], 2000, "plateau"],
	["nothing gained on 50 tests", [0.7, 0.7, 0.7, 0.7], 50, "cannot-tell"],
	["gained, and then nothing more", [0.5, 0.7, 0.7, 0.7, 0.7], 2000, "plateau"],
	["gained with the last", [0.7, 0.7, 0.7, 0.85], 500, "improving"],
	["lost with the last three", [0.8, 0.6, 0.6, 0.6], 500, "plateau"],
	["all pass", [1, 1], 200, "at-ceiling"],
	["all pass on 20 tests", [1, 1], 20, "cannot-tell"],
])("%s", (_, rates, tests, state) => {
	const runs = rates.map((rate, place) =>
		passingRun(`${place}`, many(tests), Math.round(rate * tests)),
	);
	expect(judgeEvals(runs).state).toBe(state);
});

test.each([
	["surely worse", 30, "two-versions"],
	["worse by a little", 38, "few-tests"],
	["better by a little", 42, "few-tests"],
])("a second version that is %s", (_, passes, why) => {
	const runs = [passingRun("a", many(50), 40), passingRun("b", many(50), passes)];
	expect(judgeEvals(runs)).toMatchObject({ state: "cannot-tell", why });
});

test("no bound and no end of an interval goes past all there is", () => {
	const { mostGain, comparisons } = judgeEvals([
		passingRun("a", many(2), 0),
		passingRun("b", many(2), 2),
	]);
	expect(mostGain).toBe(1);
	expect(comparisons[0]?.interval.high).toBe(1);
});

test("scores decide where nothing says what passes", () => {
	const scored = (file: string, score: number): EvalRun => ({
		...passingRun(file, []),
		scale: undefined,
		outcomes: many(60).map((_, place) => ({
			test: `${place}`,
			name: "",
			score: score + (place % 7) / 100,
		})),
	});
	expect(judgeEvals([scored("a", 0.4), scored("b", 0.7)])).toMatchObject({
		state: "improving",
		measure: { by: "score", range: 1 },
	});
	expect(judgeEvals([scored("a", 4), scored("b", 4.1)]).measure?.range).toBeCloseTo(4.16, 2);
	expect(judgeEvals([scored("a", 0.4), { ...scored("b", 0.7), metric: "other" }]).why).toBe(
		"other-metrics",
	);
});

describe("failures", () => {
	const failing = (outcomes: Partial<Outcome>[]): EvalRun => ({
		...passingRun("a", []),
		outcomes: outcomes.map((one, place) => ({
			test: `${place}`,
			name: `test ${place}`,
			pass: false,
			...one,
		})),
	});

	test("are grouped by reason, without what differs from test to test", () => {
		const { failures } = judgeEvals([
			failing([
				{ reason: 'Expected "a" to equal "b"' },
				{ reason: 'Expected "c" to equal "d"' },
				{ reason: "took 312 ms" },
				{ pass: true, reason: "fine" },
			]),
		]);
		expect(failures).toMatchObject({ tests: 3, of: 4 });
		expect(failures.groups.filter(({ by }) => by === "reason")).toEqual([
			{ by: "reason", name: "Expected … to equal …", failed: 2, of: 2 },
			{ by: "reason", name: "took # ms", failed: 1, of: 1 },
		]);
	});

	test("are grouped by a tag that fails more often than others", () => {
		const tagged = (tag: string, pass: boolean) => ({ tags: [tag], pass });
		const { failures } = judgeEvals([
			failing([
				...many(5).map(() => tagged("hard", false)),
				...many(15).map(() => tagged("easy", true)),
				tagged("easy", false),
			]),
		]);
		expect(failures.groups.filter(({ by }) => by === "tag")).toEqual([
			{ by: "tag", name: "hard", failed: 5, of: 5 },
		]);
	});

	test("labels that are taken for each other", () => {
		const label = (expected: string, answer: string) => ({
			expected,
			answer,
			pass: expected === answer,
		});
		const { failures } = judgeEvals([
			failing([
				label("x", "x"),
				label("x", "y"),
				label("x", "y"),
				label("y", "y"),
				label("y", "x"),
				label("y", "y"),
			]),
		]);
		expect(failures.confusions).toEqual([
			{ expected: "x", answer: "y", count: 2 },
			{ expected: "y", answer: "x", count: 1 },
		]);
	});

	test("long right answers are no labels", () => {
		const { failures } = judgeEvals([
			failing(many(6).map((_, place) => ({ expected: `a long text ${place}`, answer: "z" }))),
		]);
		expect(failures.confusions).toEqual([]);
	});

	test("the shortest are to be read first", () => {
		const { failures } = judgeEvals([
			failing(many(15).map((_, place) => ({ length: 100 - place }))),
		]);
		expect(failures.cheapest.map(({ length }) => length)).toEqual([
			86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
		]);
	});
});

describe("facts", () => {
	const told = (runs: EvalRun[], target?: number) =>
		Object.fromEntries(
			factsOf(judgeEvals(runs, { target }), runs).map(({ fact, values }) => [fact, values.join()]),
		);
	const because = (reason: string, count: number): EvalRun => {
		const run = passingRun("a", many(60), 60 - count);
		return { ...run, outcomes: run.outcomes.map((one) => (one.pass ? one : { ...one, reason })) };
	};

	test.each<[name: string, runs: EvalRun[], target: number | undefined, facts: object]>([
		["29 tests are no suite", [passingRun("a", many(29), 20)], undefined, {}],
		["30 are", [passingRun("a", many(30), 20)], undefined, { evals: "suite" }],
		[
			"two prompts",
			[passingRun("a", many(30), 20), passingRun("b", many(30), 21)],
			undefined,
			{ evals: "suite", prompting: "systematic" },
		],
		[
			"one prompt with two models",
			[
				passingRun("a", many(30), 20),
				{ ...passingRun("b", many(30), 21), prompt: "a", model: "x" },
			],
			undefined,
			{ evals: "suite" },
		],
		[
			"a plateau",
			["a", "b", "c", "d"].map((name) => passingRun(name, many(2000), 1400)),
			undefined,
			{ evals: "suite", prompting: "plateaued" },
		],
		[
			"the target is reached",
			[passingRun("a", many(500), 490)],
			0.95,
			{ evals: "suite", "quality-gap": "met" },
		],
		[
			"a little short",
			[passingRun("a", many(5000), 4700)],
			0.96,
			{ evals: "suite", "quality-gap": "small" },
		],
		[
			"far from it",
			[passingRun("a", many(500), 300)],
			0.95,
			{ evals: "suite", "quality-gap": "large" },
		],
		[
			"near 5 points",
			[passingRun("a", many(100), 88)],
			0.95,
			{ evals: "suite", "quality-gap": "small,large" },
		],
		["anything is possible", [passingRun("a", many(30), 27)], 0.95, { evals: "suite" }],
		[
			"ten checks of the format fail",
			[because("is not valid JSON", 10)],
			undefined,
			{ evals: "suite", failure: "convention" },
		],
		["nine do", [because("is not valid JSON", 9)], undefined, { evals: "suite" }],
		[
			"too slow",
			[because("Latency 900ms is over the threshold", 12)],
			undefined,
			{ evals: "suite", failure: "cost-latency" },
		],
		[
			"wrong answers of which nobody can tell why",
			[because("Expected output to equal Paris", 20)],
			undefined,
			{ evals: "suite" },
		],
	])("%s", (_, runs, target, facts) => {
		expect(told(runs, target)).toEqual(facts);
	});
});
