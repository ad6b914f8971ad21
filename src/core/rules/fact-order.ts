/** The order in which the diagrams ask for facts. Any order is right; a good one keeps them small. */
import { factsOf } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * Moves runs of facts about until the order costs least. A rule that is begun and not
 * finished can double the states of a level, so a level costs 2 to the number of such rules.
 */
export function findOrder(rules: Pick<RuleSet, "domains" | "scores" | "gates">): number[] {
	const groups = [...rules.scores.flatMap((score) => score.rules), ...rules.gates]
		.map(({ when }) => [...new Set(factsOf(when))])
		.filter(({ length }) => length > 1);
	let order = [...rules.domains.keys()];
	let cost = costOf(order, groups);
	for (let improved = true; improved; ) {
		improved = false;
		for (const tried of moves(order)) {
			const next = costOf(tried, groups);
			if (next >= cost) continue;
			[order, cost, improved] = [tried, next, true];
		}
	}
	return order;
}

const longestRun = 5;

/** Every order that differs by one run of facts standing elsewhere. */
function* moves(order: readonly number[]): Generator<number[]> {
	for (let length = 1; length <= longestRun; length += 1)
		for (let from = 0; from + length <= order.length; from += 1) {
			const run = order.slice(from, from + length);
			const rest = order.toSpliced(from, length);
			for (let to = 0; to <= rest.length; to += 1)
				if (to !== from) yield rest.toSpliced(to, 0, ...run);
		}
}

function costOf(order: readonly number[], groups: readonly number[][]): number {
	const levelOf: number[] = [];
	for (const [level, fact] of order.entries()) levelOf[fact] = level;
	const begun = new Array<number>(order.length).fill(0);
	for (const group of groups) {
		const levels = group.map((fact) => levelOf[fact] as number);
		const last = Math.max(...levels);
		for (let level = Math.min(...levels); level < last; level += 1)
			begun[level] = (begun[level] as number) + 1;
	}
	return begun.reduce((sum, open) => sum + 2 ** open, 0);
}
