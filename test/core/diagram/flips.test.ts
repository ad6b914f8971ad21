/** Changes in cases small enough to be seen through; exact-changes.ts has the random ones. */
import { describe, expect, test } from "vitest";
import type { Domain } from "../../../src/core/answers/domain.ts";
import { type Movers, type Moves, movers } from "../../../src/core/answers/moves.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { reachableBy } from "../../../src/core/decision/turning-changes.ts";
import { buildDiagrams } from "../../../src/core/diagram/build-diagrams.ts";
import { type Change, exactChanges, findFlips } from "../../../src/core/diagram/flips.ts";
import { all, type Formula, negate } from "../../../src/core/rules/formula.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import type { Side } from "../../../src/core/side.ts";
import { formulaRules, is } from "../../exact/random-rules.ts";

const choice = (fact: string, values: string[]): Domain => ({ fact, kind: "choice", values });

function flips(rules: RuleSet, masks: number[], to: Side, by: Movers = "team"): Change[] {
	const { joint } = buildDiagrams(rules, { answered: masks });
	if (!joint) throw new Error("too large");
	return findFlips(joint, {
		threshold: rules.verdict.threshold,
		to,
		masks,
		reachable: reachableBy(by, rules, masks),
	});
}

const a = choice("a", ["low", "mid", "high"]);
const b = choice("b", ["low", "mid", "high"]);

describe("fewest changes", () => {
	const high: [Formula, number] = [is(0, 0b100), 1];
	const either: [Formula, number][] = [high, [is(1, 0b110), 1]];
	type Parts = Omit<Parameters<typeof formulaRules>[0], "domains">;

	test.each<[string, Parts, masks: number[], Change[]]>([
		[
			"one of two facts, each on its own",
			{ terms: either },
			[0b001, 0b001],
			[[{ fact: 1, cells: 0b110 }], [{ fact: 0, cells: 0b100 }]],
		],
		[
			"two facts when one does not do it",
			{ terms: either, threshold: 2 },
			[0b001, 0b001],
			[
				[
					{ fact: 0, cells: 0b100 },
					{ fact: 1, cells: 0b110 },
				],
			],
		],
		[
			"only what a team can change",
			{ terms: either, moves: { b: "never" } },
			[0b001, 0b001],
			[[{ fact: 0, cells: 0b100 }]],
		],
		[
			"none when nothing changeable does it",
			{ terms: [high], moves: { a: "never" } },
			[0b001, 0b001],
			[],
		],
		["none when it is so already", { terms: [high] }, [0b100, 0b001], []],
		[
			"an answer that is not known yet is a change as well",
			{ terms: [[is(0, 0b110), 1]] },
			[0b111, 0b001],
			[[{ fact: 0, cells: 0b110 }]],
		],
		[
			"a gate to open beside the points to gain",
			{ terms: [high], gates: [is(1, 0b010)] },
			[0b001, 0b001],
			[
				[
					{ fact: 0, cells: 0b100 },
					{ fact: 1, cells: 0b010 },
				],
			],
		],
	])("%s", (_name, parts, masks, changes) =>
		expect(flips(formulaRules({ domains: [a, b], ...parts }), masks, "fine-tuning")).toEqual(
			changes,
		),
	);

	test("a gate to close, or points to lose", () => {
		const rules = formulaRules({ domains: [a, b], terms: [high], gates: [is(1, 0b010)] });
		expect(flips(rules, [0b100, 0b010], "prompt-engineering")).toEqual([
			[{ fact: 0, cells: 0b011 }],
			[{ fact: 1, cells: 0b101 }],
		]);
	});
});

describe("only what can happen from here", () => {
	const number: Domain = { fact: "a", kind: "number", cuts: [10, 100], most: 1000 };
	const yesNo = choice("a", ["yes", "no"]);
	const [low, mid, high, any] = [0b001, 0b010, 0b100, 0b111];
	const [yes, no] = [0b01, 0b10];

	test.each<
		[
			name: string,
			domain: Domain,
			moves: Moves,
			now: number,
			goal: number,
			team: number,
			anyone: number,
		]
	>([
		["down the list", a, "forward", low, high, high, high],
		["not back up", a, "forward", high, low, 0, 0],
		["to all that comes later", a, "forward", low, mid | high, mid | high, mid | high],
		["and not to what comes before", a, "forward", mid, low | high, high, high],
		["up the numbers", number, "forward", mid, high, high, high],
		["not down", number, "forward", mid, low, 0, 0],
		["partly known: to what it may be", a, "forward", mid | high, mid, mid, mid],
		["partly known: not to what it can no longer be", a, "forward", mid | high, low, 0, 0],
		["not known: to anything", a, "forward", any, low, low, low],
		["from no to yes", yesNo, "forward", no, yes, yes, yes],
		["not from yes to no", yesNo, "forward", yes, no, 0, 0],
		["yes or no: to either", yesNo, "forward", yes | no, no, no, no],
		["either way", a, "freely", high, low, low, low],
		["given: not by the team", a, "given", low, high, 0, high],
		["never", a, "never", low, high, 0, 0],
		["never, though it is not known", a, "never", any, high, 0, 0],
	])("%s", (_name, domain, moves, now, goal, team, anyone) => {
		const rules = formulaRules({
			domains: [domain],
			terms: [[is(0, goal), 1]],
			moves: { a: moves },
		});
		const found = movers.map((by) => flips(rules, [now], "fine-tuning", by)[0]?.[0]?.cells ?? 0);
		expect(found).toEqual([team, anyone]);
	});

	test("a decision offers the team's changes first, and says which need something given", () => {
		const rules = formulaRules({
			domains: [a, b, choice("c", ["low", "high"])],
			terms: [
				[is(0, 0b110), 1],
				[is(1, 0b110), 2],
				[is(2, 0b10), 1],
			],
			threshold: 2,
			moves: { a: "forward", b: "given", c: "freely" },
		});
		const low = { value: "low", from: "test" };
		const found = decide(rules, { a: low, b: low, c: low }).flips;
		expect(found.map(({ given, changes }) => [given, changes.map(({ fact }) => fact)])).toEqual([
			[false, ["a", "c"]],
			[true, ["b"]],
		]);
	});
});

describe("cells that are offered together do it together", () => {
	// Fine-tuning for (mid, mid), (low, mid) and (mid, low), but not for (low, low).
	const rules = formulaRules({
		domains: [a, b],
		terms: [
			[all([is(0, 0b010), is(1, 0b011)]), 1],
			[all([is(0, 0b001), is(1, 0b010)]), 1],
		],
	});

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
				given: false,
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
	const rules = formulaRules({
		domains: [a, b],
		terms: [
			[low, -1],
			[negate(low, [0b111, 0b111]), -1],
			[is(0, 0b001), 1],
		],
		moves: { b: "never" },
	});
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
	const rules = formulaRules({
		domains,
		terms: domains.map((_, fact) => [is(fact, fact < 4 ? 0b100 : 0b110), 1]),
	});
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
