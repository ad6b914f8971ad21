import { describe, expect, test } from "vitest";
import { buildJoint } from "../../../src/core/diagram/build-diagrams.ts";
import { findOrder } from "../../../src/core/rules/fact-order.ts";
import {
	formulaRules,
	is,
	type Random,
	randomOf,
	randomRuleSet,
} from "../../exact/random-rules.ts";

/** Yes-or-no facts, and a rule for every group of them. */
function rulesOf(facts: number, groups: number[][]) {
	const domains = Array.from({ length: facts }, (_, fact) => ({
		fact: `fact-${fact}`,
		kind: "choice" as const,
		values: ["yes", "no"],
	}));
	return formulaRules({
		domains,
		terms: groups.map((group) => [{ kind: "all", of: group.map((fact) => is(fact, 1)) }, 1]),
	});
}

const inOrder = (order: number[]) => order.toSorted((a, b) => a - b);
const nodes = (rules: ReturnType<typeof rulesOf>) =>
	buildJoint(rules, { cap: 100_000 })?.level.length ?? Number.POSITIVE_INFINITY;
const pairs = (random: Random) => {
	const mixed = random.shuffle([...Array(16).keys()]);
	return Array.from({ length: 8 }, (_, pair) => mixed.slice(2 * pair, 2 * pair + 2));
};

describe("findOrder", () => {
	test.each([
		["no fact", 0, []],
		["one fact", 1, [[0]]],
		["no rule of several facts", 3, [[0], [2]]],
		["a rule of all facts", 4, [[3, 1, 0, 2]]],
		[
			"rules that go round in a circle",
			4,
			[
				[0, 1],
				[1, 2],
				[2, 3],
				[3, 0],
			],
		],
		["more rules than a cost can count", 3, Array.from({ length: 1100 }, () => [0, 2])],
	])("names every fact once: %s", (_, facts, groups) => {
		expect(inOrder(findOrder(rulesOf(facts, groups)))).toEqual([...Array(facts).keys()]);
	});

	test.each([1, 2, 3, 4, 5])("puts the facts of a rule together, %i", (seed) => {
		const groups = pairs(randomOf(seed));
		const order = findOrder(rulesOf(16, groups));
		for (const [a, b] of groups)
			expect(Math.abs(order.indexOf(a as number) - order.indexOf(b as number))).toBe(1);
	});

	test("keeps a diagram small that file order makes large", () => {
		const rules = rulesOf(
			16,
			Array.from({ length: 8 }, (_, rule) => [rule, rule + 8]),
		);
		expect(nodes(rules)).toBeGreaterThan(500);
		expect(nodes({ ...rules, order: findOrder(rules) })).toBeLessThan(20);
	});

	test("makes random rule sets no larger than their own order does, taken together", () => {
		const sets = Array.from({ length: 200 }, (_, seed) => randomRuleSet(randomOf(seed)));
		const sum = (of: typeof sets) => of.reduce((all, rules) => all + nodes(rules), 0);
		expect(sum(sets.map((rules) => ({ ...rules, order: findOrder(rules) })))).toBeLessThan(
			sum(sets),
		);
	});
});
