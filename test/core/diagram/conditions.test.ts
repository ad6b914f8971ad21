import { describe, expect, test } from "vitest";
import type { Domain } from "../../../src/core/answers/domain.ts";
import { ALWAYS, Conditions, NEVER } from "../../../src/core/diagram/conditions.ts";
import {
	all,
	always,
	any,
	certain,
	type Formula,
	factsOf,
	isCertain,
	negate,
	never,
	presume,
} from "../../../src/core/rules/formula.ts";
import { fullCells } from "../../../src/core/rules/rule-set.ts";

const domains: Domain[] = [
	{ fact: "examples", kind: "number", cuts: [50, 500], most: 1_000_000 },
	{ fact: "change", kind: "choice", values: ["static", "monthly", "daily"] },
	{ fact: "citations", kind: "choice", values: ["yes", "no"] },
];
const full = fullCells({ domains });
const [examples, change, citations] = [0, 1, 2];

const is = (fact: number, ...cells: number[]): Formula => ({
	kind: "in",
	fact,
	cells: cells.reduce((set, cell) => set + 2 ** cell, 0),
});
const cell = (index: number) => 2 ** index;

function stateOf(formula: Formula, masks: number[]): string {
	if (isCertain(formula, masks)) return "holds";
	return isCertain(negate(formula, full), masks) ? "fails" : "open";
}

const curated = is(examples, 2);
const moving = is(change, 1, 2);
const cited = is(citations, 0);

describe("one fact", () => {
	test.each([
		["within", curated, cell(2), "holds"],
		["beside", curated, cell(1), "fails"],
		["not answered", curated, 0b111, "open"],
		["some of the answer within", curated, 0b110, "open"],
		["none of the answer within", curated, 0b011, "fails"],
		["every value allowed", is(examples, 0, 1, 2), 0b111, "holds"],
		["no value allowed", is(examples), 0b111, "fails"],
	])("%s", (_name, formula, mask, state) =>
		expect(stateOf(formula, [mask, 0b111, 0b11])).toBe(state),
	);
});

describe("several facts", () => {
	const unknown = 0b111;
	test.each<[string, Formula, number[], string]>([
		["all: both hold", all([curated, moving]), [cell(2), 0b110, 0b11], "holds"],
		["all: one fails", all([curated, moving]), [unknown, cell(0), 0b11], "fails"],
		["all: one is open", all([curated, moving]), [cell(2), unknown, 0b11], "open"],
		["any: one holds", any([curated, moving]), [cell(2), unknown, 0b11], "holds"],
		["any: both fail", any([curated, moving]), [cell(0), cell(0), 0b11], "fails"],
		["any: one is open", any([curated, moving]), [cell(0), unknown, 0b11], "open"],
		["nothing to hold", always, full, "holds"],
		["nothing that could hold", never, full, "fails"],
		["nested", all([any([curated, cited]), moving]), [unknown, 0b110, cell(0)], "holds"],
		[
			"a branch that cannot hold",
			any([all([curated, never]), cited]),
			[cell(2), unknown, cell(1)],
			"fails",
		],
	])("%s", (_name, formula, masks, state) => expect(stateOf(formula, masks)).toBe(state));
});

describe("one fact in several branches is looked at cell by cell", () => {
	const unknown = 0b111;
	const split = any([all([is(change, 0), cited]), all([is(change, 1, 2), curated])]);
	test.each<[string, Formula, number[], string]>([
		["tests side by side become one", any([is(change, 0), is(change, 1, 2)]), full, "holds"],
		["that exclude each other", all([is(change, 0), is(change, 1)]), full, "fails"],
		["in two branches that both hold", split, [cell(2), unknown, cell(0)], "holds"],
		["in two branches, of which one is open", split, [unknown, unknown, cell(0)], "open"],
		["in two branches, of which one fails", split, [cell(0), unknown, cell(0)], "open"],
		["in two branches that both fail", split, [cell(0), unknown, cell(1)], "fails"],
		[
			"in a branch and beside it",
			any([all([is(change, 0), cited]), is(change, 1, 2)]),
			[unknown, unknown, cell(0)],
			"holds",
		],
	])("%s", (_name, formula, masks, state) => expect(stateOf(formula, masks)).toBe(state));
});

describe("what is presumed holds until the answer excludes it", () => {
	test.each<[string, Formula, number[], boolean]>([
		["not answered", presume(cited), [0b111, 0b111, 0b11], true],
		["excluded", presume(cited), [0b111, 0b111, cell(1)], false],
		["confirmed", presume(cited), [0b111, 0b111, cell(0)], true],
		["beside a test that is open", all([curated, presume(cited)]), [0b110, 0b111, 0b11], false],
		["beside a test that holds", all([curated, presume(cited)]), [cell(2), 0b111, 0b11], true],
		[
			"beside one of the same fact",
			all([moving, presume(is(change, 0, 1))]),
			[0b111, 0b110, 0b11],
			true,
		],
		[
			"both of two, of which one is excluded",
			presume(all([cited, moving])),
			[0b111, cell(0), 0b11],
			false,
		],
		["not presumed after all", certain(presume(cited)), [0b111, 0b111, 0b11], false],
	])("%s", (_name, formula, masks, holds) => expect(isCertain(formula, masks)).toBe(holds));
});

describe("equal conditions are one number", () => {
	const conditions = new Conditions([0, 1, 2], [3, 3, 2], {
		answered: full,
		budget: { left: 1000 },
	});

	test.each<[string, Formula, Formula]>([
		["in another order", all([curated, moving]), all([moving, curated])],
		["nested or flat", all([curated, all([moving, cited])]), all([curated, moving, cited])],
		["said twice", any([curated, curated, moving]), any([curated, moving])],
		["a test in two pieces", any([is(change, 1), is(change, 2)]), moving],
		["with what always holds", all([curated, always]), curated],
		["with what never holds", any([curated, never]), curated],
		["denied twice", negate(negate(all([curated, moving]), full), full), all([curated, moving])],
		["all of none", all([]), always],
		["never, in the end", all([curated, is(examples, 0)]), never],
		["always, in the end", any([curated, is(examples, 0, 1)]), always],
		[
			"denied in parts",
			negate(all([curated, moving]), full),
			any([negate(curated, full), negate(moving, full)]),
		],
	])("%s", (_name, one, other) => expect(conditions.intern(one)).toBe(conditions.intern(other)));

	test.each<[string, Formula, Formula]>([
		["other cells", is(change, 1), is(change, 2)],
		["other facts", is(change, 0), is(citations, 0)],
		["all or any", all([curated, moving]), any([curated, moving])],
		["presumed or not", cited, presume(cited)],
	])("%s: two", (_name, one, other) =>
		expect(conditions.intern(one)).not.toBe(conditions.intern(other)),
	);

	test("levels are answered one after the other", () => {
		const both = conditions.intern(all([curated, moving]));
		expect(conditions.firstLevel(both)).toBe(0);
		const left = conditions.assign(both, 0, 2);
		expect(left).toBe(conditions.intern(moving));
		expect(conditions.firstLevel(left)).toBe(1);
		expect(conditions.assign(left, 0, 1)).toBe(left);
		expect(conditions.assign(both, 0, 1)).toBe(NEVER);
		expect(conditions.assign(left, 1, 1)).toBe(ALWAYS);
		// The edge after the last cell: as answered, here not at all.
		expect(conditions.assign(left, 1, 3)).toBe(NEVER);
		expect(conditions.firstLevel(ALWAYS)).toBe(Number.POSITIVE_INFINITY);
	});
});

test("facts are named once for each place", () =>
	expect(factsOf(any([all([curated, cited]), negate(curated, full), always]))).toEqual([0, 2, 0]));
