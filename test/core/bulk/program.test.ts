/** The limits of a program, on both sides. */
import { describe, expect, test } from "vitest";
import { interpret, makeEvaluator } from "../../../src/core/bulk/evaluate.ts";
import { makeProgram } from "../../../src/core/bulk/program.ts";
import type { Formula } from "../../../src/core/rules/formula.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { formulaRules, is } from "../../exact/random-rules.ts";
import { evaluated, programOf } from "./words.ts";

const domains = Array.from({ length: 6 }, (_, fact) => ({
	fact: `fact-${fact}`,
	kind: "choice" as const,
	values: Array.from({ length: 20 }, (_, value) => `value-${value}`),
}));
interface Large {
	weight?: number;
	points?: number;
	gates?: number;
	when?: Formula;
}
const large = ({ gates = 0, points = 1, when = is(0, 1), ...parts }: Large): RuleSet =>
	formulaRules({
		...parts,
		domains,
		terms: [[when, points]],
		gates: Array.from({ length: gates }, () => is(0, 1)),
	});
const tests = (count: number): Formula => ({
	kind: "all",
	of: Array.from({ length: count }, () => is(0, 1)),
});
/** Facts in a ring, each named beside the one before and the one after. */
const ring = (count: number): Formula => ({
	kind: "any",
	of: Array.from({ length: count }, (_, fact) => ({
		kind: "all",
		of: [is(fact, 2 ** 10 - 1), is((fact + 1) % count, 2 ** 20 - 2 ** 10)],
	})),
});

describe("a rule set has a program up to", () => {
	test.each<[string, Large, boolean]>([
		["2^26 points", { points: 2 ** 26 }, true],
		["no more points", { points: 2 ** 26 + 1 }, false],
		["2^26 points against", { points: -(2 ** 26) }, true],
		["no more points against", { points: -(2 ** 26) - 1 }, false],
		["2^26 weighted points", { weight: 2, points: 2 ** 25 }, true],
		["no more weighted points", { weight: 2, points: 2 ** 25 + 1 }, false],
		["2^26 points with no weight", { weight: 0, points: 2 ** 26 }, true],
		["no more points with no weight", { weight: 0, points: 2 ** 26 + 1 }, false],
		["26 gates", { gates: 26 }, true],
		["no more gates", { gates: 27 }, false],
		["20,000 tests", { when: tests(19_999) }, true],
		["no more tests", { when: tests(20_000) }, false],
		["two facts, each named twice", { when: ring(2) }, true],
		["not four facts, each named twice", { when: ring(4) }, false],
	])("%s", (_name, parts, hasProgram) => {
		const program = makeProgram(large(parts));
		expect(program !== undefined).toBe(hasProgram);
	});

	test("which still adds up to all its points", () => {
		const rules = large({ weight: 2, points: -(2 ** 25), gates: 26 });
		const program = programOf(rules);
		const masks = domains.map(() => 1);
		for (const evaluator of [makeEvaluator(program), interpret(program)])
			expect(evaluated(program, evaluator, masks)).toEqual({
				// The last one is for vetoes.
				scores: [-(2 ** 25), 0],
				total: -(2 ** 26),
				said: 2 ** 26,
				gates: rules.gates.map(() => "open"),
				reasons: ["score.0"],
			});
	});
});
