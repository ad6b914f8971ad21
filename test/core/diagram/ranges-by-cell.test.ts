/** What one more answer leaves possible, all answers in two passes, against the answers one by one. */
import { expect, test } from "vitest";
import { listCells, sizeOf } from "../../../src/core/answers/domain.ts";
import { diagramsOf } from "../../../src/core/diagram/packed-diagrams.ts";
import { nodeRanges, rangeOf } from "../../../src/core/diagram/ranges.ts";
import { rangesByCell } from "../../../src/core/diagram/ranges-by-cell.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { type Random, randomMasks, randomOf, randomRuleSet } from "../../exact/random-rules.ts";
import { rules as builtIn } from "../../report/decisions.ts";

function compare(rules: RuleSet, random: Random, known: number): void {
	const { joint } = diagramsOf(rules);
	if (!joint) throw new Error("These rules are too entangled.");
	const masks = randomMasks(random, rules.domains.map(sizeOf), known);
	const rangesAt = rangesByCell(joint, masks, nodeRanges(joint, masks));
	for (const [fact, cells] of masks.entries())
		for (const cell of listCells(cells))
			expect(rangesAt(joint.order.indexOf(fact), cell)).toEqual(
				rangeOf(joint, masks.with(fact, 1 << cell)),
			);
}

test.each([0, 0.3, 0.6, 0.9])("built-in rules, a share of %d known", (known) =>
	compare(builtIn, randomOf(3), known),
);

test("random rule sets", () => {
	for (let seed = 1; seed <= 200; seed += 1) {
		const random = randomOf(seed);
		compare(randomRuleSet(random), random, random.int(0, 9) / 10);
	}
});
