/** The estimate for rule sets that are too large to compare, held against what can be compared exactly. */
import { describe, expect, test } from "vitest";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { compareRuleSets } from "../../../src/core/verify/compare-rule-sets.ts";
import { sampleComparison } from "../../../src/core/verify/sample-comparison.ts";
import { rules } from "../../built-in.ts";

/** The built-in rules with one thing changed. */
const others: [what: string, after: RuleSet][] = [
	["the same", rules],
	[
		"a higher threshold",
		{ ...rules, verdict: { ...rules.verdict, threshold: rules.verdict.threshold + 2 } },
	],
	["no gates", { ...rules, gates: [] }],
	["one gate less", { ...rules, gates: rules.gates.slice(1) }],
	[
		"no vetoes",
		{
			...rules,
			scores: rules.scores.map((score) => ({
				...score,
				rules: score.rules.filter(({ veto }) => !veto),
			})),
		},
	],
	["another weight", { ...rules, scores: rules.scores.map((score) => ({ ...score, weight: 2 })) }],
];

describe.each(others)("%s", (_, after) => {
	const drawn = sampleComparison(rules, after);

	test.each(["verdict", "outlook"] as const)("%s: the estimate is within half a point", (what) => {
		const exact = compareRuleSets(rules, after, { outlook: what === "outlook" });
		if (!exact) throw new Error("This should be compared exactly.");
		for (const way of ["toFineTuning", "toPrompts"] as const)
			expect(Math.abs((drawn?.[what][way].share ?? Number.NaN) - exact[way].share)).toBeLessThan(
				0.005,
			);
	});
});

test("what moves one way moves back the other way", () => {
	const [, [, after]] = others as [unknown, (typeof others)[number]];
	const there = sampleComparison(rules, after);
	const back = sampleComparison(after, rules);
	// The same answers are drawn in every run.
	expect(there?.outlook.toPrompts).toEqual(back?.outlook.toFineTuning);
	expect(there?.outlook.toPrompts.share).toBeGreaterThan(0.01);
});

test("rule sets that would take too long are not estimated", () => {
	const [gate] = rules.gates;
	if (!gate) throw new Error("There is no gate.");
	const gates = (count: number) => Array(count).fill(gate);
	expect(sampleComparison(rules, { ...rules, gates: gates(1_000) })).toBeUndefined();
});
