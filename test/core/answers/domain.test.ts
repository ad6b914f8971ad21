import { describe, expect, test } from "vitest";
import {
	allCells,
	cellsWhere,
	countCells,
	type Domain,
	firstCell,
	formatCells,
	isSingle,
	isSubset,
	listCells,
	parseRange,
	sizeOf,
	valuesOf,
} from "../../../src/core/answers/domain.ts";
import { texts } from "../rule-files.ts";

const amount: Domain = { fact: "examples", kind: "number", cuts: [50, 500, 5000], most: 100_000 };
const change: Domain = { fact: "change", kind: "choice", values: ["static", "monthly", "daily"] };
const model: Domain = { fact: "model", kind: "text", values: ["gpt-4", "llama"] };

describe("ranges of the rule language", () => {
	test.each([
		["under 50", [0, 50]],
		["50 to 500", [50, 500]],
		["500 up", [500, Number.POSITIVE_INFINITY]],
		["0 up", [0, Number.POSITIVE_INFINITY]],
		["under 1,000", [0, 1000]],
		["5k up", [5000, Number.POSITIVE_INFINITY]],
		["0.5 to 1.5m", [0.5, 1_500_000]],
		["  50 to 500 ", [50, 500]],
	])("%s", (text, bounds) => expect(parseRange(text)).toEqual(bounds));

	test.each([
		["a number alone", "500"],
		["nothing below zero", "under 0"],
		["empty: both ends alike", "50 to 50"],
		["upside down", "500 to 50"],
		["no number", "many up"],
		["half of the bounds", "50 to many"],
		["two ranges", "under 50 or 500 up"],
		["another form", "500.."],
		["a negative number", "-5 up"],
		["empty text", ""],
	])("%s is none: %s", (_name, text) => expect(parseRange(text)).toBeUndefined());
});

describe("both sides of every cut", () => {
	/** The cells that a range of the language covers. */
	const covers = (text: string) => {
		const [low, high] = parseRange(text) as [number, number];
		return listCells(
			cellsWhere(
				amount.kind === "number" ? amount.cuts : [],
				(from, to) => from < high && low < to,
			),
		);
	};

	test.each([
		["under 50", [0]],
		["50 to 500", [1]],
		["500 to 5k", [2]],
		["5k up", [3]],
		["under 500", [0, 1]],
		["50 up", [1, 2, 3]],
		["0 up", [0, 1, 2, 3]],
	])("%s", (text, cells) => expect(covers(text)).toEqual(cells));

	test("no cuts: one cell for everything", () => expect(cellsWhere([], () => true)).toBe(1));
});

describe("sets of cells", () => {
	test.each<[string, Domain, number]>([
		["a choice has a cell for each value", change, 3],
		["a number has one more than cuts", amount, 4],
		["a text has one for every other name", model, 3],
		["a number without cuts has one", { ...amount, cuts: [] }, 1],
		["a text without names has one", { ...model, values: [] }, 1],
	])("%s", (_name, domain, size) => {
		expect(sizeOf(domain)).toBe(size);
		expect(listCells(allCells(domain))).toEqual([...Array(size).keys()]);
	});

	test("thirty cells fit", () => {
		const domain: Domain = { ...amount, cuts: Array.from({ length: 29 }, (_, cut) => cut + 1) };
		const all = allCells(domain);
		expect(countCells(all)).toBe(30);
		expect(listCells(all).at(-1)).toBe(29);
		expect(isSubset(2 ** 29, all)).toBe(true);
		expect(firstCell(2 ** 29)).toBe(29);
		expect(isSingle(2 ** 29)).toBe(true);
	});

	test.each([
		[0b0, { single: false, count: 0, list: [] }],
		[0b1, { single: true, count: 1, list: [0] }],
		[0b110, { single: false, count: 2, list: [1, 2] }],
		[0b1000, { single: true, count: 1, list: [3] }],
	])("%i", (set, { single, count, list }) => {
		expect(isSingle(set)).toBe(single);
		expect(countCells(set)).toBe(count);
		expect(listCells(set)).toEqual(list);
	});

	test.each([
		[0b010, 0b110, true],
		[0b110, 0b110, true],
		[0b111, 0b110, false],
		[0b001, 0b110, false],
		[0b000, 0b110, true],
	])("%i within %i: %s", (inner, outer, is) => expect(isSubset(inner, outer)).toBe(is));
});

describe("cells for people", () => {
	test.each<[string, Domain, number[], string]>([
		["the first", amount, [0], "under 50"],
		["whole numbers, both ends included", amount, [1], "50 to 499"],
		["thousands apart", amount, [2], "500 to 4,999"],
		["the last", amount, [3], "at least 5,000"],
		["neighbours are one run", amount, [1, 2], "50 to 4,999"],
		["up to the end", amount, [2, 3], "at least 500"],
		["two runs", amount, [0, 2], "under 50 or 500 to 4,999"],
		["all of them", amount, [0, 1, 2, 3], "any number"],
		["one number", { ...amount, cuts: [1, 2] }, [1], "1"],
		["parts of a whole", { ...amount, cuts: [0.5, 1.5] }, [1], "0.5 to under 1.5"],
		["no cuts", { ...amount, cuts: [] }, [0], "any number"],
		["one value", change, [1], "monthly"],
		["several values", change, [0, 2], "static or daily"],
		["a name", model, [1], "llama"],
		["every other name", model, [0, 2], "gpt-4 or another name"],
	])("%s", (_name, domain, cells, text) =>
		expect(
			formatCells(
				domain,
				cells.reduce((set, cell) => set + 2 ** cell, 0),
			),
		).toBe(text),
	);
});

test.each([
	["choices", { ...texts, choices: { static: "?", daily: "?" } }, ["static", "daily"]],
	["yes or no", { ...texts, "yes-no": { yes: "?", no: "?" } }, ["yes", "no"]],
	["a number has none", { ...texts, number: { most: 5, unit: "?", example: 1 } }, undefined],
	["a name has none", { ...texts, text: { example: "?" } }, undefined],
])("values of a question: %s", (_name, question, values) =>
	expect(valuesOf(question)).toEqual(values),
);
