/** The order in which the diagrams ask for facts. Any order is right; a good one keeps them small. */
import { type Budget, spend, within } from "../budget.ts";
import { orderSteps } from "../limits.ts";
import { factsOf } from "./formula.ts";
import type { RuleSet } from "./rule-set.ts";

/** The facts of every rule and gate that names several. */
type Groups = readonly (readonly number[])[];

/**
 * Lines up the facts, each time the one that costs least next, then moves single facts to where they cost least.
 * When the steps are used up the best order so far stands, and facts that have no place yet come last.
 */
export function findOrder(
	rules: Pick<RuleSet, "domains" | "scores" | "gates">,
	budget: Budget = { left: orderSteps },
): number[] {
	const groups = [...rules.scores.flatMap((score) => score.rules), ...rules.gates]
		.map(({ when }) => [...new Set(factsOf(when))])
		.filter(({ length }) => length > 1);
	const search = { groups, budget, steps: groups.reduce((sum, { length }) => sum + length, 0) };
	return moveFacts(lineUp([...rules.domains.keys()], search), search);
}

interface Search {
	groups: Groups;
	budget: Budget;
	/** What it takes to look at all groups. */
	steps: number;
}

function lineUp(facts: readonly number[], search: Search): number[] {
	let order: number[] = [];
	while (order.length < facts.length) {
		const left = facts.filter((fact) => !order.includes(fact));
		const next = within(() =>
			cheapest(
				left.map((fact) => [...order, fact]),
				search,
			),
		);
		if (!next) return [...order, ...left];
		order = next.order;
	}
	return order;
}

function moveFacts(start: number[], search: Search): number[] {
	let best = start;
	const improve = () => {
		let { cost } = cheapest([start], search);
		for (let before = Number.POSITIVE_INFINITY; cost < before; ) {
			before = cost;
			for (const fact of start) {
				const rest = best.filter((other) => other !== fact);
				const moved = best.map((_, place) => rest.toSpliced(place, 0, fact));
				({ order: best, cost } = cheapest([best, ...moved], search));
			}
		}
	};
	within(improve);
	return best;
}

/** The first of the orders that cost least. So many rules that all cost infinitely much are no error. */
function cheapest([first, ...others]: number[][], search: Search) {
	let order = first as number[];
	let cost = costOf(order, search);
	for (const other of others) {
		const next = costOf(other, search);
		if (next < cost) [order, cost] = [other, next];
	}
	return { order, cost };
}

/**
 * A rule that is begun and not finished can double the states of a level, so a level costs
 * 2 to the number of such rules. Facts that have no level yet come after all others.
 */
function costOf(order: readonly number[], { groups, budget, steps }: Search): number {
	spend(budget, steps + order.length);
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
