import { expect, test } from "vitest";
import type { Domain } from "../../../src/core/answers/domain.ts";
import type { Formula } from "../../../src/core/rules/formula.ts";
import { plainFormula } from "../../../src/core/rules/plain-formula.ts";

const domains: Domain[] = [
	{ fact: "examples", kind: "number", cuts: [50, 500], most: 1_000_000 },
	{ fact: "change", kind: "choice", values: ["static", "monthly", "daily"] },
	{ fact: "model", kind: "text", values: ["gpt-4.1", "gpt-4o"] },
];
const isIn = (fact: number, cells: number): Formula => ({ kind: "in", fact, cells });

test.each<[string, Formula, object]>([
	["a value", isIn(1, 0b010), { fact: "change", is: ["monthly"] }],
	["several values", isIn(1, 0b101), { fact: "change", is: ["static", "daily"] }],
	["below", isIn(0, 0b001), { fact: "examples", ranges: [{ from: 0, below: 50 }] }],
	["between", isIn(0, 0b010), { fact: "examples", ranges: [{ from: 50, below: 500 }] }],
	["without an end", isIn(0, 0b110), { fact: "examples", ranges: [{ from: 50, below: null }] }],
	[
		"two ranges",
		isIn(0, 0b101),
		{
			fact: "examples",
			ranges: [
				{ from: 0, below: 50 },
				{ from: 500, below: null },
			],
		},
	],
	["a name", isIn(2, 0b001), { fact: "model", is: ["gpt-4.1"] }],
	["every other name", isIn(2, 0b100), { fact: "model", isNot: ["gpt-4.1", "gpt-4o"] }],
	["every name but one", isIn(2, 0b110), { fact: "model", isNot: ["gpt-4.1"] }],
	[
		"joined",
		{ kind: "all", of: [isIn(1, 1), { kind: "any", of: [isIn(1, 2), isIn(2, 1)] }] },
		{
			all: [
				{ fact: "change", is: ["static"] },
				{
					any: [
						{ fact: "change", is: ["monthly"] },
						{ fact: "model", is: ["gpt-4.1"] },
					],
				},
			],
		},
	],
	["always", { kind: "all", of: [] }, { all: [] }],
])("%s", (_, formula, expected) => {
	expect(plainFormula(formula, domains)).toEqual(expected);
});
