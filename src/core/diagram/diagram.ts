/**
 * An edge-valued decision diagram: every way through it is a set of answers, and the
 * points along the way are the total. See ../README.md.
 */

import { allCells, type Cells, type Domain, sizeOf } from "../answers/domain.ts";
import { type Budget, giveUp, spend, within } from "../budget.ts";
import type { Formula } from "../rules/formula.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { ALWAYS, Conditions, NEVER } from "./conditions.ts";
import { makeNumbering } from "./numbering.ts";

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
	/** By node: its level, and the place of its first edge. */
	level: Int32Array;
	first: Int32Array;
	/** By edge: where it leads and what it brings, in whole numbers. The edge after a node's last cell is "as answered". */
	child: Int32Array;
	points: Float64Array | Int32Array;
}

/** What a diagram adds up. */
export interface Sum {
	terms: { when: Formula; points: number }[];
	/** The points of each cell, and of the answer as it stands. */
	ladders: { fact: number; points: number[]; answered: number }[];
	/** What must hold for a way to end in OPEN. */
	gate: Formula;
}

export interface BuildOptions {
	/** What "as answered" stands for, by fact number; every cell when left out. */
	answered?: readonly Cells[];
	/** Nodes at most. */
	cap: number;
	budget: Budget;
}

/** Builds the diagram of a sum; undefined when that takes too many nodes or steps. */
export const buildDiagram = (
	rules: Pick<RuleSet, "domains" | "order">,
	sum: Sum,
	options: BuildOptions,
): Diagram | undefined => within(() => new DiagramBuilder(rules, sum, options).build(sum));

/**
 * What is left to decide, as one list of numbers: the gate's condition, then each open rule's
 * condition, in order of number, with its points.
 */
type BuildState = number[];

/** A node, and the points that all its ways have. */
interface BuiltNode {
	node: number;
	offset: number;
}

/** Beside its state, an edge takes about as long as so many numbers in a list. */
const stepsOfEdge = 10;

class DiagramBuilder {
	readonly #order: readonly number[];
	readonly #sizes: readonly number[];
	readonly #conditions: Conditions;
	/** By level: the points of each edge. */
	readonly #ladders: readonly (readonly number[] | undefined)[];
	readonly #nodes: ReturnType<typeof makeNodes>;
	readonly #numberOf = makeNumbering();
	/** By state. */
	readonly #built: BuiltNode[] = [];

	constructor(
		{ domains, order }: Pick<RuleSet, "domains" | "order">,
		sum: Sum,
		{ answered = domains.map(allCells), cap, budget }: BuildOptions,
	) {
		const levelOf = levelsOf(order);
		this.#order = order;
		this.#sizes = levelSizes({ domains, order });
		const answeredByLevel = order.map((fact) => answered[fact] as Cells);
		this.#conditions = new Conditions(levelOf, this.#sizes, { answered: answeredByLevel, budget });
		this.#ladders = laddersByLevel(sum, levelOf, this.#sizes);
		this.#nodes = makeNodes(order.length, cap);
	}

	build(sum: Sum): Diagram {
		const [start, gained] = this.#start(sum);
		const { node, offset } = this.#node(start, 0);
		return {
			order: this.#order,
			sizes: this.#sizes,
			root: node,
			offset: offset + gained,
			...this.#nodes.pack(),
		};
	}

	#start({ gate, terms }: Sum): [BuildState, number] {
		let gained = 0;
		const state = [this.#conditions.intern(gate)];
		for (const { when, points } of terms) {
			const condition = this.#conditions.intern(when);
			if (condition === ALWAYS) gained += points;
			else if (condition !== NEVER) addRule(state, condition, points);
		}
		return [state, gained];
	}

	/** The node of a state, whose facts above the level `from` are all known. */
	#node(state: BuildState, from: number): BuiltNode {
		const level = this.#levelFrom(state, from);
		if (level >= this.#sizes.length)
			return { node: state[0] === ALWAYS ? OPEN : CLOSED, offset: 0 };
		const number = this.#numberOf([level, ...state]);
		const known = this.#built[number];
		if (known) return known;
		const { waiting, concerned } = this.#divide(state, level);
		const children: number[] = [];
		const points: number[] = [];
		for (let edge = 0; edge <= (this.#sizes[level] as number); edge += 1) {
			const next = [this.#conditions.assign(state[0] as number, level, edge), ...waiting];
			let gained = this.#ladders[level]?.[edge] ?? 0;
			for (let place = 0; place < concerned.length; place += 2) {
				const left = this.#conditions.assign(concerned[place] as number, level, edge);
				if (left === ALWAYS) gained += concerned[place + 1] as number;
				else if (left !== NEVER) addRule(next, left, concerned[place + 1] as number);
			}
			spend(this.#conditions.budget, next.length + stepsOfEdge);
			const below = this.#node(next, level + 1);
			children.push(below.node);
			points.push(below.offset + gained);
		}
		const built = this.#nodes.share(level, children, points);
		this.#built[number] = built;
		return built;
	}

	/** The next level that a state, or a ladder, asks for. */
	#levelFrom(state: BuildState, from: number): number {
		let level = this.#conditions.firstLevel(state[0] as number);
		for (let place = 1; place < state.length; place += 2)
			level = Math.min(level, this.#conditions.firstLevel(state[place] as number));
		for (let next = from; next < level && next < this.#ladders.length; next += 1)
			if (this.#ladders[next]) return next;
		return level;
	}

	/** The open rules of a state that its level concerns, and those that wait for a later one. */
	#divide(state: BuildState, level: number) {
		const waiting: number[] = [];
		const concerned: number[] = [];
		for (let place = 1; place < state.length; place += 2) {
			const condition = state[place] as number;
			const to = this.#conditions.firstLevel(condition) === level ? concerned : waiting;
			to.push(condition, state[place + 1] as number);
		}
		return { waiting, concerned };
	}
}

/** Rules with the same condition are one, and with no points none. */
function addRule(state: BuildState, condition: number, points: number): void {
	let place = 1;
	while (place < state.length && (state[place] as number) < condition) place += 2;
	if (state[place] !== condition) {
		if (points !== 0) state.splice(place, 0, condition, points);
		return;
	}
	const sum = (state[place + 1] as number) + points;
	if (sum === 0) state.splice(place, 2);
	else state[place + 1] = sum;
}

/** The nodes of a diagram, each once. */
function makeNodes(levels: number, cap: number) {
	const level = [levels, levels];
	const first = [0, 0];
	const child: number[] = [];
	const points: number[] = [];
	const numberOf = makeNumbering();
	return {
		/** The one node with these edges; points are counted from the first edge. */
		share(at: number, children: number[], values: number[]): BuiltNode {
			const offset = values[0] as number;
			const relative = values.map((value) => value - offset);
			const only = children[0] as number;
			if (relative.every((value) => value === 0) && children.every((one) => one === only))
				return { node: only, offset };
			const node = OPEN + 1 + numberOf([at, ...children, ...relative]);
			if (node === level.length) {
				if (node >= cap) giveUp();
				level.push(at);
				first.push(child.length);
				child.push(...children);
				points.push(...relative);
			}
			return { node, offset };
		},
		pack: () => ({
			level: Int32Array.from(level),
			first: Int32Array.from(first),
			child: Int32Array.from(child),
			points: Float64Array.from(points),
		}),
	};
}

/** The number of cells at each level. */
export const levelSizes = ({ domains, order }: Pick<RuleSet, "domains" | "order">): number[] =>
	order.map((fact) => sizeOf(domains[fact] as Domain));

/** The level of each fact number. */
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
