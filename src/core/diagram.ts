/**
 * An edge-valued decision diagram: every way through it is a set of answers, and the
 * points along the way are the total. See README.md in this folder.
 */
import { ALWAYS, makeConditions, NEVER } from "./conditions.ts";
import { allCells, type Cells, sizeOf } from "./domain.ts";
import type { Formula } from "./formula.ts";
import type { CompiledLadder, RuleSet } from "./rule-set.ts";

/** Where every way ends: some gate is not open, or all are. */
export const CLOSED = 0;
export const OPEN = 1;

export interface Diagram {
	/** The facts in the order of the levels, and the number of cells of each. */
	order: readonly number[];
	sizes: readonly number[];
	/** Node numbers: CLOSED, OPEN, then the inner nodes, children before parents. */
	root: number;
	/** Points that every way has. */
	offset: number;
	/** By node. The edge after the last cell is "as answered". */
	level: number[];
	children: number[][];
	points: number[][];
}

/** What a diagram adds up. */
export interface Sum {
	terms: { when: Formula; points: number }[];
	ladders: { fact: number; points: number[]; answered: number }[];
	/** What must hold for a way to end in OPEN. */
	gate: Formula;
}

/** What is left to decide: open rules with their points, in order of number, and the gate. */
interface State {
	rules: [condition: number, points: number][];
	gate: number;
}

/** Builds the diagram of a sum, or gives up at `cap` nodes. */
export function buildDiagram(
	{ domains, order }: Pick<RuleSet, "domains" | "order">,
	sum: Sum,
	options: { answered?: readonly Cells[]; cap: number },
): Diagram | undefined {
	const full = domains.map(allCells);
	const sizes = order.map((fact) => sizeOf(domains[fact] as (typeof domains)[0]));
	const levelOf = levelsOf(order);
	const answered = order.map((fact) => (options.answered ?? full)[fact] as Cells);
	const conditions = makeConditions(levelOf, sizes, answered);
	const ladders = laddersByLevel(sum, levelOf, sizes);
	const diagram: Diagram = {
		order,
		sizes,
		root: CLOSED,
		offset: 0,
		level: [order.length, order.length],
		children: [[], []],
		points: [[], []],
	};
	const done = new Map<string, { node: number; offset: number }>();
	const unique = new Map<string, number>();

	const build = (state: State, from: number): { node: number; offset: number } => {
		let level = conditions.topOf(state.gate);
		for (const [condition] of state.rules) level = Math.min(level, conditions.topOf(condition));
		for (let next = from; next < level && next < sizes.length; next += 1)
			if (ladders[next]) level = next;
		if (level >= sizes.length) return { node: state.gate === ALWAYS ? OPEN : CLOSED, offset: 0 };
		const key = `${level}|${state.gate}|${state.rules.join(";")}`;
		const known = done.get(key);
		if (known) return known;
		const size = sizes[level] as number;
		const children: number[] = [];
		const points: number[] = [];
		for (let edge = 0; edge <= size; edge += 1) {
			const [next, gained] = follow(state, level, edge);
			const below = build(next, level + 1);
			children.push(below.node);
			points.push(below.offset + gained + (ladders[level]?.[edge] ?? 0));
		}
		const result = share(level, children, points);
		done.set(key, result);
		return result;
	};

	const follow = (state: State, level: number, edge: number): [State, number] => {
		let gained = 0;
		const rules = new Map<number, number>();
		for (const [condition, points] of state.rules) {
			const left = conditions.assign(condition, level, edge);
			if (left === ALWAYS) gained += points;
			else if (left !== NEVER) rules.set(left, (rules.get(left) ?? 0) + points);
		}
		const gate = conditions.assign(state.gate, level, edge);
		return [{ rules: sortRules(rules), gate }, gained];
	};

	/** The one node with these edges; points are counted from the first edge. */
	const share = (level: number, children: number[], points: number[]) => {
		const offset = points[0] as number;
		const relative = points.map((value) => value - offset);
		const first = children[0] as number;
		if (relative.every((value) => value === 0) && children.every((child) => child === first))
			return { node: first, offset };
		const key = `${level}|${children.join()}|${relative.join()}`;
		let node = unique.get(key);
		if (node === undefined) {
			if (diagram.level.length >= options.cap) throw tooLarge;
			node = diagram.level.push(level) - 1;
			diagram.children.push(children);
			diagram.points.push(relative);
			unique.set(key, node);
		}
		return { node, offset };
	};

	try {
		const [start, gained] = startOf(sum, conditions.intern);
		const { node, offset } = build(start, 0);
		return { ...diagram, root: node, offset: offset + gained };
	} catch (error) {
		if (error === tooLarge) return undefined;
		throw error;
	}
}

const tooLarge = Symbol("The diagram has more nodes than allowed.");

function startOf(sum: Sum, intern: (formula: Formula) => number): [State, number] {
	let gained = 0;
	const rules = new Map<number, number>();
	for (const { when, points } of sum.terms) {
		const condition = intern(when);
		if (condition === ALWAYS) gained += points;
		else if (condition !== NEVER) rules.set(condition, (rules.get(condition) ?? 0) + points);
	}
	return [{ rules: sortRules(rules), gate: intern(sum.gate) }, gained];
}

const sortRules = (rules: Map<number, number>): State["rules"] =>
	[...rules].filter(([, points]) => points !== 0).sort(([a], [b]) => a - b);

export function levelsOf(order: readonly number[]): number[] {
	const levelOf: number[] = [];
	for (const [level, fact] of order.entries()) levelOf[fact] = level;
	return levelOf;
}

function laddersByLevel(
	sum: Sum,
	levelOf: readonly number[],
	sizes: readonly number[],
): (number[] | undefined)[] {
	const byLevel: (number[] | undefined)[] = sizes.map(() => undefined);
	for (const { fact, points, answered } of sum.ladders) {
		const level = levelOf[fact] as number;
		const before = byLevel[level];
		byLevel[level] = [...points, answered].map((value, edge) => value + (before?.[edge] ?? 0));
	}
	return byLevel;
}

/** The points of a ladder's cells, and of the answer as it stands: the step nearest to zero. */
export function ladderPoints(
	ladder: CompiledLadder,
	weight: number,
	answered: Cells,
): Sum["ladders"][number] {
	const points = ladder.stepOf.map((step) => weight * (ladder.steps[step]?.points ?? 0));
	const possible = points.filter((_, cell) => answered & (1 << cell));
	const least = Math.min(...possible);
	const most = Math.max(...possible);
	return {
		fact: ladder.fact,
		points,
		// The step nearest to zero, and none while both signs are possible.
		answered: Math.max(least, Math.min(most, 0)),
	};
}
