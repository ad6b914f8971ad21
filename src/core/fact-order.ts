/** The order in which the diagrams ask for facts. Any order is right; a good one keeps them small. */
import { factsOf } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * Greedy: next comes the fact that leaves the fewest rules half decided, because each
 * half-decided rule can double the states. Equal facts keep the order of the file.
 */
export function findOrder(
	rules: Pick<RuleSet, "domains" | "scores" | "gates">,
): number[] {
	const groups = [
		...rules.scores.flatMap(({ rules }) => rules),
		...rules.gates,
	].map(({ when }) => new Set(factsOf(when)));
	const left = new Set(rules.domains.keys());
	const order: number[] = [];
	while (left.size > 0) {
		let best: { fact: number; open: number } | undefined;
		for (const fact of left) {
			const open = countOpen(groups, left, fact);
			if (!best || open < best.open) best = { fact, open };
		}
		order.push((best as { fact: number }).fact);
		left.delete((best as { fact: number }).fact);
	}
	return order;
}

/** How many rules would be begun but not finished if `fact` came next. */
function countOpen(
	groups: Set<number>[],
	left: Set<number>,
	fact: number,
): number {
	let open = 0;
	for (const group of groups) {
		let waiting = 0;
		for (const member of group)
			if (member !== fact && left.has(member)) waiting += 1;
		if (waiting > 0 && waiting < group.size) open += 1;
	}
	return open;
}
