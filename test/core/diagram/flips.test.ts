/** Changes in cases small enough to be seen through; exact-changes.ts has the random ones. */
import { describe, expect, test } from "vitest";
import type { Domain } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { buildDiagrams } from "../../../src/core/diagram/build-diagrams.ts";
import { type Change, exactChanges, findFlips } from "../../../src/core/diagram/flips.ts";
import { all, type Formula, negate } from "../../../src/core/rules/formula.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import type { Side } from "../../../src/core/side.ts";
import { ruleSet } from "../../exact/random-rules.ts";

const texts = { ask: "?", label: "?", why: "?", find: "?" };
const choice = (fact: string, values: string[]): Domain => ({ fact, kind: "choice", values });
const is = (fact: number, cells: number): Formula => ({ kind: "in", fact, cells });

function rulesOf(
	domains: Domain[],
	terms: [Formula, number][],
	{ gates = [] as Formula[], given = [] as string[], threshold = 1 } = {},
): RuleSet {
	const at = { file: "test" };
	const grounds = { because: ".", row: "row", sources: [], at };
	const questions = domains.map(({ fact, ...domain }) => [
		fact,
		{
			...texts,
			yours: !given.includes(fact),
			...(domain.kind === "number"
				? { number: { most: domain.most, unit: "?", example: 1 } }
				: { choices: Object.fromEntries(domain.values.map((value) => [value, "?"])) }),
		},
	]);
	const gateTexts = { asks: "?", open: ".", closed: ".", unknown: ".", opens: "." };
	return ruleSet({
		questions: Object.fromEntries(questions),
		domains,
		scores: [
			{
				id: "score",
				asks: "?",
				weight: 1,
				ladders: [],
				rules: terms.map(([when, points], rule) => ({
					...grounds,
					id: `score.${rule}`,
					when,
					points,
				})),
				at,
			},
		],
		gates: gates.map((when, gate) => ({ ...grounds, ...gateTexts, id: `gate-${gate}`, when })),
		order: [...domains.keys()],
		verdict: {
			threshold,
			strength: { clear: 0.8, leaning: 0.65 },
			confidence: { margin: 0.2, share: 1, base: 0 },
		},
	});
}

function flips(rules: RuleSet, masks: number[], to: Side): Change[] {
	const { joint } = buildDiagrams(rules, { answered: masks });
	if (!joint) throw new Error("too large");
	return findFlips(joint, {
		threshold: rules.verdict.threshold,
		to,
		masks,
		changeable: (fact) => rules.questions[rules.domains[fact]?.fact ?? ""]?.yours === true,
	});
}

const a = choice("a", ["low", "mid", "high"]);
const b = choice("b", ["low", "mid", "high"]);

describe("fewest changes", () => {
	test("one of two facts, each on its own", () => {
		const rules = rulesOf(
			[a, b],
			[
				[is(0, 0b100), 1],
				[is(1, 0b110), 1],
			],
		);
		expect(flips(rules, [0b001, 0b001], "fine-tuning")).toEqual([
			[{ fact: 1, cells: 0b110 }],
			[{ fact: 0, cells: 0b100 }],
		]);
	});

	test("two facts when one does not do it", () => {
		const rules = rulesOf(
			[a, b],
			[
				[is(0, 0b100), 1],
				[is(1, 0b110), 1],
			],
			{ threshold: 2 },
		);
		expect(flips(rules, [0b001, 0b001], "fine-tuning")).toEqual([
			[
				{ fact: 0, cells: 0b100 },
				{ fact: 1, cells: 0b110 },
			],
		]);
	});

	test("only what a team can change", () => {
		const rules = rulesOf(
			[a, b],
			[
				[is(0, 0b100), 1],
				[is(1, 0b110), 1],
			],
			{ given: ["b"] },
		);
		expect(flips(rules, [0b001, 0b001], "fine-tuning")).toEqual([[{ fact: 0, cells: 0b100 }]]);
	});

	test("none when nothing changeable does it", () => {
		const rules = rulesOf([a, b], [[is(0, 0b100), 1]], { given: ["a"] });
		expect(flips(rules, [0b001, 0b001], "fine-tuning")).toEqual([]);
	});

	test("none when it is so already", () => {
		const rules = rulesOf([a, b], [[is(0, 0b100), 1]]);
		expect(flips(rules, [0b100, 0b001], "fine-tuning")).toEqual([]);
	});

	test("an answer that is not known yet is a change as well", () => {
		const rules = rulesOf([a, b], [[is(0, 0b110), 1]]);
		expect(flips(rules, [0b111, 0b001], "fine-tuning")).toEqual([[{ fact: 0, cells: 0b110 }]]);
	});

	test("a gate to open beside the points to gain", () => {
		const rules = rulesOf([a, b], [[is(0, 0b100), 1]], { gates: [is(1, 0b010)] });
		expect(flips(rules, [0b001, 0b001], "fine-tuning")).toEqual([
			[
				{ fact: 0, cells: 0b100 },
				{ fact: 1, cells: 0b010 },
			],
		]);
		expect(flips(rules, [0b100, 0b010], "prompt-engineering")).toEqual([
			[{ fact: 0, cells: 0b011 }],
			[{ fact: 1, cells: 0b101 }],
		]);
	});
});

describe("cells that are offered together do it together", () => {
	// Fine-tuning for (mid, mid), (low, mid) and (mid, low), but not for (low, low).
	const corner = [
		[all([is(0, 0b010), is(1, 0b011)]), 1],
		[all([is(0, 0b001), is(1, 0b010)]), 1],
	] satisfies [Formula, number][];
	const rules = rulesOf([a, b], corner);

	test("from (high, high)", () => {
		const found = flips(rules, [0b100, 0b100], "fine-tuning");
		expect(found).toHaveLength(1);
		const ways = exactChanges(found[0] as Change).map((way) => way.map(({ cells }) => cells));
		expect(ways).not.toContainEqual([0b001, 0b001]);
		expect(ways).toContainEqual([0b010, 0b010]);
		expect(ways.length).toBeGreaterThan(1);
	});

	test("and the decision offers them", () => {
		const answers = { a: { value: "high", from: "test" }, b: { value: "high", from: "test" } };
		expect(decide(rules, answers).flips).toEqual([
			{
				verdict: "fine-tuning",
				changes: [
					{ fact: "a", from: "high", to: "low or mid" },
					{ fact: "b", from: "high", to: "mid" },
				],
			},
		]);
	});
});

test("a change that turns what counts, and not what is proved, is not offered", () => {
	// b takes a point either way; as long as b is open neither rule counts.
	const low = is(1, 0b001);
	const rules = rulesOf(
		[a, b],
		[
			[low, -1],
			[negate(low, [0b111, 0b111]), -1],
			[is(0, 0b001), 1],
		],
		{ given: ["b"] },
	);
	expect(flips(rules, [0b100, 0b111], "fine-tuning")).toEqual([[{ fact: 0, cells: 0b001 }]]);
	expect(decide(rules, { a: { value: "low", from: "test" } })).toMatchObject({
		verdict: "prompt-engineering",
		settled: true,
	});
	expect(decide(rules, { a: { value: "high", from: "test" } }).flips).toEqual([]);
});

test("at most five are offered, nearest first", () => {
	const domains = Array.from({ length: 8 }, (_, fact) =>
		choice(`f${fact}`, ["no", "maybe", "yes"]),
	);
	const rules = rulesOf(
		domains,
		domains.map((_, fact) => [is(fact, fact < 4 ? 0b100 : 0b110), 1]),
	);
	const answers = Object.fromEntries(
		domains.map(({ fact }) => [fact, { value: "no", from: "test" }]),
	);
	expect(
		decide(rules, answers).flips.map(({ changes }) =>
			changes.map(({ fact, to }) => `${fact} ${to}`),
		),
	).toEqual([
		["f4 maybe or yes"],
		["f5 maybe or yes"],
		["f6 maybe or yes"],
		["f7 maybe or yes"],
		["f0 yes"],
	]);
});
