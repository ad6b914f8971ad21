/** The share of completions, and the ends between which it lies, against counting them one by one. */
import { describe, expect, test } from "vitest";
import { sizeOf } from "../../../src/core/answers/domain.ts";
import { makeOutlookShare } from "../../../src/core/bulk/outlook-share.ts";
import { makeStrengths, strengths } from "../../../src/core/bulk/quick-strength.ts";
import { confidenceFrom, marginOf, strengthOf } from "../../../src/core/decision/confidence.ts";
import { buildDiagrams } from "../../../src/core/diagram/build-diagrams.ts";
import type { Range } from "../../../src/core/diagram/ranges.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { modelOf, tableOf, within } from "../../exact/brute-force.ts";
import { randomMasks, randomOf, randomRuleSet } from "../../exact/random-rules.ts";

const jointOf = (rules: RuleSet) => {
	const { joint } = buildDiagrams(rules);
	if (!joint) throw new Error("These rules are too entangled.");
	return joint;
};

function* randomCases(seeds: number) {
	for (let seed = 1; seed <= seeds; seed += 1) {
		const random = randomOf(seed);
		const drawn = randomRuleSet(random);
		// Where the total may be on both sides.
		const rules = {
			...drawn,
			verdict: { ...drawn.verdict, threshold: random.int(-6, 6) + random.int(0, 1) / 2 },
		};
		const share = makeOutlookShare(rules, jointOf(rules));
		const table = tableOf(modelOf(rules));
		for (const known of [0, 0.3, 0.6, 0.9]) {
			const masks = randomMasks(random, rules.domains.map(sizeOf), known);
			const totals = within(table, masks).map(({ total }) => total);
			const met = totals.filter((total) => total >= rules.verdict.threshold).length;
			yield { name: `seed ${seed}: ${masks}`, rules, share, masks, counted: met / totals.length };
		}
	}
}

describe("random rule sets", () => {
	test("the share is as counted", () => {
		for (const { name, share, masks, counted } of randomCases(400))
			expect(share(masks), name).toBeCloseTo(counted, 10);
	});

	test("the ends hold it, and often tell more than nothing", () => {
		let told = 0;
		let asked = 0;
		for (const { name, share, masks, counted } of randomCases(400)) {
			let ends: Range | undefined;
			share(masks, (found) => {
				ends = found;
				return false;
			});
			if (!ends) continue;
			expect(ends.min, name).toBeLessThanOrEqual(counted);
			expect(ends.max, name).toBeGreaterThanOrEqual(counted);
			asked += 1;
			if (ends.min > 0.2 || ends.max < 0.8) told += 1;
		}
		expect(asked).toBeGreaterThan(800);
		expect(told / asked).toBeGreaterThan(0.5);
	});

	test("what was enough once leaves nothing behind for the next", () => {
		for (const { name, share, masks, counted } of randomCases(100)) {
			share(masks, () => true);
			expect(share(masks), name).toBeCloseTo(counted, 10);
		}
	});
});

describe("the strength by points and ends is that by the share itself", () => {
	// By the share alone, by points as well, a little, and where more agreement counts against it.
	test.each([
		["two turns", { margin: 0, share: 8, base: 0 }],
		["one turn or none", { margin: 3, share: 1, base: 0 }],
		["hardly any turn", { margin: 4, share: 0.1, base: 0 }],
		["the other way", { margin: 3, share: -4, base: 0.5 }],
	])("%s", (_name, confidence) => {
		const seen = new Set<string>();
		for (const { name, rules: drawn, masks, counted } of randomCases(150)) {
			const rules = { ...drawn, verdict: { ...drawn.verdict, confidence } };
			const find = makeStrengths(rules, jointOf(rules));
			for (const points of [-9, -1, 0, 2, 7])
				for (const outlook of [true, false]) {
					const known = { points, said: Math.abs(points) + 3, outlook };
					const agree = outlook ? counted : 1 - counted;
					const margin = marginOf(points, rules.verdict);
					const exactly = strengthOf(
						rules,
						confidenceFrom(rules, { margin, weight: known.said, agree }),
					);
					expect(strengths[find(known, () => masks)], `${name}, ${points}`).toBe(exactly);
					seen.add(exactly);
				}
		}
		expect([...seen].sort()).toEqual(["clear", "close", "leaning"]);
	});
});
