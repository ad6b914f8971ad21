/** The order in which the diagrams ask for facts. Any order is right; a good one keeps them small. */
import { factsOf } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

/** The facts of every rule and gate that names several. */
type Groups = readonly (readonly number[])[];

/** Lines up the facts, each time the one that costs least next, then moves single facts to where they cost least. */
export function findOrder(rules: Pick<RuleSet, "domains" | "scores" | "gates">): number[] {
	const groups = [...rules.scores.flatMap((score) => score.rules), ...rules.gates]
		.map(({ when }) => [...new Set(factsOf(when))])
		.filter(({ length }) => length > 1);
	return moveFacts(lineUp([...rules.domains.keys()], groups), groups);
}

function lineUp(facts: readonly number[], groups: Groups): number[] {
	let order: number[] = [];
	while (order.length < facts.length) {
		const left = facts.filter((fact) => !order.includes(fact));
		order = cheapest(
			left.map((fact) => [...order, fact]),
			groups,
		).order;
	}
	return order;
}

function moveFacts(start: number[], groups: Groups): number[] {
	let best = cheapest([start], groups);
	for (let before = Number.POSITIVE_INFINITY; best.cost < before; ) {
		before = best.cost;
		for (const fact of start) {
			const rest = best.order.filter((other) => other !== fact);
			const moved = best.order.map((_, place) => rest.toSpliced(place, 0, fact));
			best = cheapest([best.order, ...moved], groups);
		}
	}
	return best.order;
}

/** The first of the orders that cost least. So many rules that all cost infinitely much are no error. */
function cheapest([first, ...others]: number[][], groups: Groups) {
	let order = first as number[];
	let cost = costOf(order, groups);
	for (const other of others) {
		const next = costOf(other, groups);
		if (next < cost) [order, cost] = [other, next];
	}
	return { order, cost };
}

/**
 * A rule that is begun and not finished can double the states of a level, so a level costs
 * 2 to the number of such rules. Facts that have no level yet come after all others.
 */
function costOf(order: readonly number[], groups: Groups): number {
	const levelOf: number[] = [];
	for (const [level, fact] of order.entries()) levelOf[fact] = level;
	const change = new Array<number>(order.length + 1).fill(0);
	for (const group of groups) {
		let first = order.length;
		let last = 0;
		for (const fact of group) {
			const level = levelOf[fact] ?? order.length;
			first = Math.min(first, level);
			last = Math.max(last, level);
		}
		change[first] = (change[first] as number) + 1;
		change[last] = (change[last] as number) - 1;
	}
	let begun = 0;
	let cost = 0;
	for (const by of change) {
		begun += by;
		cost += 2 ** begun;
	}
	return cost;
}
