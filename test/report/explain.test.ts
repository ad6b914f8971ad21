/** What `explain` says about every id of the built-in rules and cases, and what it must not look like. */
import { describe, expect, test } from "vitest";
import { explainId } from "../../src/report/explain/explain.ts";
import { explainable } from "../../src/report/explain/ids.ts";
import { cases, rules } from "../built-in.ts";

const linesOf = (id: string): string[] =>
	explainId(rules, id, cases).flatMap(({ title, lines }) => [title, ...lines]);
const ids = explainable(rules, cases);
const everything = ids.flatMap((id) => linesOf(id).map((line) => `${id}: ${line}`));

test.each(ids)("%s is explained", (id) => {
	expect(linesOf(id).length).toBeGreaterThan(1);
});

describe("no sentence has", () => {
	test.each([
		["two blanks in a row", /\S\s\s/],
		["a blank at an end", /^[^:]+: (\s|.*\s$)/],
		[
			"a condition that says nothing",
			/(Holds|Open) when .*\b(always|(?<!payback is )never|nothing)\b/,
		],
		["brackets around nothing", /\(\)/],
		["two full stops", /[^\d.]\.\.(\s|$)|[?!]\.(\s|$)/],
		["a blank before a comma or full stop", /\s[.,;:](\s|$)/],
		["a count of one in the plural", /(^|[^\d.,])1 (times|steps|facts|rules)\b/],
		["what is no text", /undefined|null|NaN|\[object/],
	])("%s", (_, broken) => {
		expect(everything.filter((line) => broken.test(line))).toEqual([]);
	});
});

test("a gate says when it is open, and no more", () => {
	expect(linesOf("tunable")).toContain("Done when tunable is best or weaker.");
});

test("the name of a model is told as it is written", () => {
	expect(linesOf("airbnb-test-migration")).toContain("model: frontier models, unnamed");
});

test.each([
	[1, "once"],
	[2, "double"],
	[3, "3 times"],
])("a weight of %d in words: %s", (weight, times) => {
	const scores = rules.scores.map((score) => ({ ...score, weight }));
	const said = explainId({ ...rules, scores }, "cost", cases).flatMap(({ lines }) => lines);
	expect(said).toContain(`Counts ${times}.`);
});

test.each([
	["cost.bill-too-small", true],
	["cost.price-or-speed", false],
])("that %s cannot be outweighed: %s", (id, isVeto) => {
	expect(
		linesOf(id).includes("No total outweighs it: where it holds, fine-tuning is ruled out."),
	).toBe(isVeto);
});
