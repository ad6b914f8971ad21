/** Finds answers for which something is so, or proves that there are none. */
import type { Answers } from "../answers/answers.ts";
import { type Domain, valueInCell } from "../answers/domain.ts";
import { type Budget, spend } from "../budget.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { ALWAYS, Conditions, NEVER } from "./conditions.ts";
import { CLOSED, type Diagram, levelSizes, levelsOf, OPEN } from "./diagram.ts";
import { nodeRanges, rangesToEither } from "./ranges.ts";

/** To look a state up takes about as long as to go along so many edges. */
const stepsOfVisit = 50;

/** A cell for each level that matters; the other facts may be anything. */
export type FoundCells = ReadonlyMap<number, number>;

export interface SearchGoal {
	/** A condition that must hold, by its number in `conditions`. */
	condition?: number;
	/** Where the way may end. */
	ends: readonly (typeof CLOSED | typeof OPEN)[];
	/** The total must lie between these, both included. */
	least?: number;
	most?: number;
}

/** Conditions over the levels of the diagrams of a rule set: they share one order. */
export function conditionsOf(rules: RuleSet, budget: Budget): Conditions {
	const sizes = levelSizes(rules);
	const full = sizes.map((size) => 2 ** size - 1);
	return new Conditions(levelsOf(rules.order), sizes, { answered: full, budget });
}

/** Some answers that meet the goal, or undefined when no answers do. */
export function findWay(
	diagram: Diagram,
	conditions: Conditions,
	{ condition = ALWAYS, ends, least = -Infinity, most = Infinity }: SearchGoal,
): FoundCells | undefined {
	spend(conditions.budget, diagram.child.length);
	const reach = rangesToEnds(diagram, ends);
	const failed = new Set<string>();
	const way = new Map<number, number>();

	const visit = (node: number, left: number, gained: number): boolean => {
		if (left === NEVER) return false;
		// No way down from here ends where it must.
		if ((reach.min[node] as number) > (reach.max[node] as number)) return false;
		if (gained + (reach.max[node] as number) < least) return false;
		if (gained + (reach.min[node] as number) > most) return false;
		spend(conditions.budget, stepsOfVisit);
		const level = Math.min(diagram.level[node] as number, conditions.firstLevel(left));
		if (level >= diagram.sizes.length) return true;
		const key = `${node}|${left}|${gained}`;
		if (failed.has(key)) return false;
		for (let cell = 0; cell < (diagram.sizes[level] as number); cell += 1) {
			way.set(level, cell);
			const [child, points] = stepDown(diagram, node, level, cell);
			if (visit(child, conditions.assign(left, level, cell), gained + points)) return true;
		}
		way.delete(level);
		failed.add(key);
		return false;
	};

	return visit(diagram.root, condition, diagram.offset) ? way : undefined;
}

/** Some answers for which a condition holds, naming only facts that it asks for. */
export function satisfy(conditions: Conditions, condition: number): FoundCells | undefined {
	const failed = new Set<number>([NEVER]);
	const way = new Map<number, number>();
	const visit = (left: number): boolean => {
		if (left === ALWAYS) return true;
		if (failed.has(left)) return false;
		spend(conditions.budget, stepsOfVisit);
		const level = conditions.firstLevel(left);
		for (let cell = 0; cell < (conditions.sizes[level] as number); cell += 1) {
			way.set(level, cell);
			if (visit(conditions.assign(left, level, cell))) return true;
		}
		way.delete(level);
		failed.add(left);
		return false;
	};
	return visit(condition) ? way : undefined;
}

/** One edge down; a node further down does not mind the level. */
function stepDown(diagram: Diagram, node: number, level: number, cell: number): [number, number] {
	if (diagram.level[node] !== level) return [node, 0];
	const place = (diagram.first[node] as number) + cell;
	return [diagram.child[place] as number, diagram.points[place] as number];
}

function rangesToEnds(diagram: Diagram, ends: SearchGoal["ends"]) {
	const full = diagram.order.map(() => 0);
	for (const [level, fact] of diagram.order.entries())
		full[fact] = 2 ** (diagram.sizes[level] as number) - 1;
	const ranges = nodeRanges(diagram, full);
	if (ends.length > 1) return rangesToEither(ranges);
	return ends[0] === CLOSED ? ranges.closed : ranges.open;
}

export const bothEnds = [CLOSED, OPEN] as const;

/** Answers for people: the first value of each found cell. */
export function exampleAnswers(rules: RuleSet, found: FoundCells): Answers {
	const chosen = new Map([...found].map(([level, cell]) => [rules.order[level], cell]));
	return Object.fromEntries(
		rules.domains.flatMap((domain, fact) => {
			const cell = chosen.get(fact);
			return cell === undefined
				? []
				: [[domain.fact, { value: exampleValue(domain, cell), from: "" }]];
		}),
	);
}

/** A value of a cell, for people. */
export const exampleValue = (domain: Domain, cell: number): string | number =>
	valueInCell(domain, cell) ?? "another";

/** The share of answers for which a condition holds; every cell counts alike. */
export function conditionShare(conditions: Conditions, condition: number): number {
	const known = new Map<number, number>([
		[NEVER, 0],
		[ALWAYS, 1],
	]);
	const visit = (left: number): number => {
		const seen = known.get(left);
		if (seen !== undefined) return seen;
		spend(conditions.budget, stepsOfVisit);
		const level = conditions.firstLevel(left);
		const size = conditions.sizes[level] as number;
		let sum = 0;
		for (let cell = 0; cell < size; cell += 1) sum += visit(conditions.assign(left, level, cell));
		known.set(left, sum / size);
		return sum / size;
	};
	return visit(condition);
}

/** Whether one condition holds wherever the other does. */
export function isInside(conditions: Conditions): (inner: number, outer: number) => boolean {
	const { sizes } = conditions;
	const known = new Map<string, boolean>();
	const visit = (inner: number, outer: number): boolean => {
		spend(conditions.budget, stepsOfVisit);
		if (inner === outer || inner === NEVER || outer === ALWAYS) return true;
		const level = Math.min(conditions.firstLevel(inner), conditions.firstLevel(outer));
		if (level >= sizes.length) return false;
		const key = `${inner}|${outer}`;
		const seen = known.get(key);
		if (seen !== undefined) return seen;
		let inside = true;
		for (let cell = 0; inside && cell < (sizes[level] as number); cell += 1)
			inside = visit(conditions.assign(inner, level, cell), conditions.assign(outer, level, cell));
		known.set(key, inside);
		return inside;
	};
	return visit;
}

/** For each node that answers can lead to, one edge to it; none for the root. */
export type Parents = Map<number, { node: number; level: number; cell: number } | undefined>;

/** Nodes on ways of given answers; the edge "as answered" alone leads nowhere real. */
export function parentsOf(diagram: Diagram): Parents {
	const parents: Parents = new Map([[diagram.root, undefined]]);
	// Parents have greater numbers than children.
	for (let node = diagram.root; node > OPEN; node -= 1) {
		if (!parents.has(node)) continue;
		const level = diagram.level[node] as number;
		for (let cell = 0; cell < (diagram.sizes[level] as number); cell += 1) {
			const child = diagram.child[(diagram.first[node] as number) + cell] as number;
			if (!parents.has(child)) parents.set(child, { node, level, cell });
		}
	}
	return parents;
}
