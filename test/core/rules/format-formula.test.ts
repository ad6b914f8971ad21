import { expect, test } from "vitest";
import type { Domain } from "../../../src/core/answers/domain.ts";
import { formatFormula } from "../../../src/core/rules/format-formula.ts";
import { always, type Formula, never } from "../../../src/core/rules/formula.ts";

const domains: Domain[] = [
	{ fact: "examples", kind: "number", cuts: [50, 500], most: 1_000_000 },
	{ fact: "change", kind: "choice", values: ["static", "monthly", "daily"] },
	{ fact: "model", kind: "text", values: ["gpt-4.1"] },
];
const few: Formula = { kind: "in", fact: 0, cells: 0b001 };
const many: Formula = { kind: "in", fact: 0, cells: 0b100 };
const moving: Formula = { kind: "in", fact: 1, cells: 0b110 };
const allOf = (...of: Formula[]): Formula => ({ kind: "all", of });
const anyOf = (...of: Formula[]): Formula => ({ kind: "any", of });

test.each<[string, Formula, string]>([
	["a number", many, "examples is at least 500"],
	["a choice", moving, "change is monthly or daily"],
	["a name", { kind: "in", fact: 2, cells: 0b10 }, "model is another name"],
	["a presumed test", { ...moving, presumed: true } as Formula, "change may be monthly or daily"],
	[
		"two that must hold",
		allOf(many, moving),
		"examples is at least 500, and change is monthly or daily",
	],
	["two alternatives", anyOf(few, many), "examples is under 50, or examples is at least 500"],
	[
		"an alternative within",
		allOf(moving, anyOf(few, many)),
		"change is monthly or daily, and (examples is under 50, or examples is at least 500)",
	],
	[
		"a pair within an alternative",
		anyOf(few, allOf(many, moving)),
		"examples is under 50, or (examples is at least 500, and change is monthly or daily)",
	],
	[
		"the same joint within",
		allOf(allOf(few, moving), many),
		"examples is under 50, and change is monthly or daily, and examples is at least 500",
	],
	["nothing to hold", always, "always"],
	["no alternative", never, "never"],
	["an empty part of a whole", allOf(many, always), "examples is at least 500"],
	["an empty part of a choice", anyOf(many, never), "examples is at least 500"],
	[
		"an empty part further in",
		allOf(many, anyOf(allOf(always), never)),
		"examples is at least 500",
	],
	["what always holds among alternatives", anyOf(many, always), "always"],
	["what never holds among conditions", allOf(many, never), "never"],
	["every value", allOf(many, { kind: "in", fact: 1, cells: 0b111 }), "examples is at least 500"],
	["no value", anyOf(many, { kind: "in", fact: 1, cells: 0 }), "examples is at least 500"],
	["nothing but every value", { kind: "in", fact: 1, cells: 0b111 }, "always"],
	["nothing but no value", { kind: "in", fact: 1, cells: 0 }, "never"],
])("%s", (_, formula, text) => {
	expect(formatFormula(formula, domains)).toBe(text);
});
