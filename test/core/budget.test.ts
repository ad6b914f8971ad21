/** Counted work: what stays within its steps is the same as without a limit, and what does not is given up whole. */
import { describe, expect, test } from "vitest";
import { type Budget, giveUp, spend, unlimited, within } from "../../src/core/budget.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { buildDiagrams, buildJoint } from "../../src/core/diagram/build-diagrams.ts";
import { buildVerdictDiagram } from "../../src/core/diagram/verdict-diagram.ts";
import { findOrder } from "../../src/core/rules/fact-order.ts";
import { fullCells } from "../../src/core/rules/rule-set.ts";
import { checkRuleSet } from "../../src/core/verify/check-rules.ts";
import { compareRuleSets, movedCases } from "../../src/core/verify/compare-rule-sets.ts";
import { measureCoverage } from "../../src/core/verify/coverage.ts";
import { runTests } from "../../src/core/verify/rule-tests.ts";
import { measureSensitivity } from "../../src/core/verify/weights.ts";
import { formulaRules, is } from "../exact/random-rules.ts";

const yesOrNo = (count: number) =>
	Array.from({ length: count }, (_, fact) => ({
		fact: `f${fact}`,
		kind: "choice" as const,
		values: ["no", "yes"],
	}));

/** A rule for each pair of facts: with 30 facts the joint diagram is too large. */
function pairs(count: number) {
	const rules = formulaRules({
		domains: yesOrNo(count),
		terms: [...Array(count).keys()].flatMap((a) =>
			[...Array(a).keys()].map((b) => [
				{ kind: "all" as const, of: [is(a, 1), is(b, 2)] },
				1 + ((a * b) % 5),
			]),
		),
		threshold: 20,
	});
	return { ...rules, order: findOrder(rules) };
}

test.each<[string, Budget, number, boolean]>([
	["as many as there are", { left: 3 }, 3, true],
	["one more", { left: 3 }, 4, false],
	["of another budget as well", { left: 9, of: { left: 3 } }, 3, true],
	["more than the other has", { left: 9, of: { left: 3 } }, 4, false],
	["without a limit", { ...unlimited }, 1e12, true],
])("steps: %s", (_name, budget, steps, fits) => {
	const done = within(() => {
		for (let step = 0; step < steps && steps < 1e6; step += 1) spend(budget, 1);
		spend(budget, steps < 1e6 ? 0 : steps);
		return "done";
	});
	expect(done).toBe(fits ? "done" : undefined);
});

test("a bug is no lack of steps", () => {
	expect(() =>
		within(() => {
			throw new Error("bug");
		}),
	).toThrow("bug");
	expect(within(giveUp)).toBeUndefined();
});

describe("a diagram", () => {
	const rules = pairs(8);
	const spent = (() => {
		const budget = { left: 1e6 };
		buildJoint(rules, { budget });
		return 1e6 - budget.left;
	})();
	/** Every answer tried. */
	const totals = Array.from({ length: 2 ** 8 }, (_, bits) => {
		const facts = rules.domains.map((_domain, fact) => (bits >> fact) & 1);
		return rules.scores[0]?.rules.reduce((sum, { when, points }) => {
			if (when.kind === "in") throw new Error("no pair");
			const holds = when.of.every(
				(part) => part.kind === "in" && part.cells & (1 << (facts[part.fact] as number)),
			);
			return holds ? sum + points : sum;
		}, 0) as number;
	});

	test("within its steps has the ends that trying every answer has", () => {
		expect(buildJoint(rules, { budget: { left: spent } })).toEqual(buildJoint(rules));
		const { total } = decide(rules, {});
		expect(total).toMatchObject({
			exact: true,
			min: Math.min(...totals),
			max: Math.max(...totals),
		});
	});

	test("past them there is none", () =>
		expect(buildJoint(rules, { budget: { left: spent - 1 } })).toBeUndefined());

	test("of a score takes steps of the same budget", () => {
		const built = (left: number) => {
			const { joint, scores } = buildDiagrams(rules, { budget: { left } });
			return [joint, ...scores].map((diagram) => diagram !== undefined);
		};
		expect([built(3 * spent), built(spent), built(1)]).toEqual([
			[true, true],
			[true, false],
			[false, false],
		]);
	});

	test("of the verdict is given up when a node is reached with many sums", () => {
		const joint = buildJoint(rules);
		if (!joint) throw new Error("too large");
		const query = { threshold: 20 };
		const build = (left: number) =>
			within(() => buildVerdictDiagram(joint, fullCells(rules), query, { left }));
		expect([build(1e6)?.root, build(1e3)]).toEqual([expect.any(Number), undefined]);
	});
});

describe("an order of the facts", () => {
	test.each([0, 100, 10_000, 1e6])("names every fact once within %d steps", (left) => {
		const order = findOrder(pairs(12), { left });
		expect(order.toSorted((a, b) => a - b)).toEqual([...Array(12).keys()]);
	});
});

describe("a rule set that is too large to be told exactly", () => {
	const rules = pairs(30);
	const given = { name: "t", given: { f0: "yes" }, at: { file: "a.yaml" } };

	test("is answered with bounds", () =>
		expect(decide(rules, {})).toMatchObject({
			settled: false,
			completions: null,
			total: { exact: false },
		}));

	test("has what was not checked among its findings, each check once", () => {
		const { findings } = checkRuleSet(rules);
		const unproved = findings.filter(({ code }) => code === "unproved");
		expect(unproved.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^The joint diagram has too many nodes/),
			expect.stringMatching(/^The diagrams of .* have too many nodes/),
		]);
	});

	test("fails no test without a word about bounds", () => {
		// biome-ignore lint/suspicious/noThenProperty: how tests are written; never awaited.
		const tests = [{ ...given, then: { verdict: "fine-tuning" as const } }];
		expect(runTests({ ...rules, tests })[0]?.failures.at(-1)).toMatch(/is an estimate/);
	});

	test("does not say that no answers show what it cannot find", () => {
		const { missing } = measureCoverage(rules, []);
		expect(missing.filter(({ name }) => name.startsWith("verdict"))).toEqual([
			{ name: "verdict prompt-engineering", test: undefined, unproved: true },
			{ name: "verdict fine-tuning", test: undefined, unproved: true },
		]);
	});

	test("is not compared, and its weights are not measured", () => {
		expect(compareRuleSets(rules, rules)).toBeUndefined();
		expect(measureSensitivity(rules)).toBeUndefined();
	});

	test("is asked for recorded cases only while there are steps for all of them", () => {
		const cases = (count: number) =>
			Array.from({ length: count }, (_, place) => ({ id: `${place}`, facts: { f0: "yes" } }));
		expect(movedCases(rules, rules, cases(10))).toEqual([]);
		expect(movedCases(rules, rules, cases(100_000))).toBeUndefined();
	});
});
