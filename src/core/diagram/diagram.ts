/**
 * An edge-valued decision diagram: every way through it is a set of answers, and the
 * points along the way are the total. See README.md in this folder.
 */

import { allCells, type Cells, sizeOf } from "../answers/domain.ts";
import type { Formula } from "../rules/formula.ts";
import { countingStep, pointsByCell } from "../rules/ladder.ts";
import type { CompiledLadder, RuleSet } from "../rules/rule-set.ts";
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
	ladders: { fact: number; points: number[]; answered: number }[];
	/** What must hold for a way to end in OPEN. */
	gate: Formula;
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
	const conditions = new Conditions(levelOf, sizes, answered);
	const ladders = laddersByLevel(sum, levelOf, sizes);
	const nodes = makeNodes(sizes.length, options.cap);
	const states = makeNumbering();
	/** By state: its node, and the points that all its ways have. */
	const built: { node: number; offset: number }[] = [];

	const build = (state: BuildState, from: number): { node: number; offset: number } => {
		const level = levelFrom(state, from, { conditions, ladders });
		if (level >= sizes.length) return { node: state[0] === ALWAYS ? OPEN : CLOSED, offset: 0 };
		const number = states.numberOf([level, ...state]);
		const known = built[number];
		if (known) return known;
		const size = sizes[level] as number;
		const children: number[] = [];
		const points: number[] = [];
		const { waiting, concerned } = divide(state, level, conditions);
		for (let edge = 0; edge <= size; edge += 1) {
			const next = [conditions.assign(state[0] as number, level, edge), ...waiting];
			let gained = ladders[level]?.[edge] ?? 0;
			for (let place = 0; place < concerned.length; place += 2) {
				const left = conditions.assign(concerned[place] as number, level, edge);
				if (left === ALWAYS) gained += concerned[place + 1] as number;
				else if (left !== NEVER) addRule(next, left, concerned[place + 1] as number);
			}
			const below = build(next, level + 1);
			children.push(below.node);
			points.push(below.offset + gained);
		}
		const result = nodes.share(level, children, points);
		built[number] = result;
		return result;
	};

	try {
		const [start, gained] = startState(sum, conditions);
		const { node, offset } = build(start, 0);
		return { order, sizes, root: node, offset: offset + gained, ...nodes.pack() };
	} catch (error) {
		if (error === tooLarge) return undefined;
		throw error;
	}
}

const tooLarge = Symbol("The diagram has more nodes than allowed.");

/**
 * What is left to decide, as one list of numbers: the gate's condition, then each open rule's
 * condition, in order of number, with its points.
 */
type BuildState = number[];

/** The next level that a state, or a ladder, asks for. */
function levelFrom(
	state: BuildState,
	from: number,
	{ conditions, ladders }: { conditions: Conditions; ladders: readonly unknown[] },
): number {
	let level = conditions.firstLevel(state[0] as number);
	for (let place = 1; place < state.length; place += 2)
		level = Math.min(level, conditions.firstLevel(state[place] as number));
	for (let next = from; next < level && next < ladders.length; next += 1)
		if (ladders[next]) return next;
	return level;
}

/** The open rules of a state that its level concerns, and those that wait for a later one. */
function divide(state: BuildState, level: number, conditions: Conditions) {
	const waiting: number[] = [];
	const concerned: number[] = [];
	for (let place = 1; place < state.length; place += 2) {
		const condition = state[place] as number;
		const to = conditions.firstLevel(condition) === level ? concerned : waiting;
		to.push(condition, state[place + 1] as number);
	}
	return { waiting, concerned };
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

function startState(sum: Sum, conditions: Conditions): [BuildState, number] {
	let gained = 0;
	const state = [conditions.intern(sum.gate)];
	for (const { when, points } of sum.terms) {
		const condition = conditions.intern(when);
		if (condition === ALWAYS) gained += points;
		else if (condition !== NEVER) addRule(state, condition, points);
	}
	return [state, gained];
}

/** The nodes of a diagram, each once. */
function makeNodes(levels: number, cap: number) {
	const level = [levels, levels];
	const first = [0, 0];
	const child: number[] = [];
	const points: number[] = [];
	const known = makeNumbering();
	return {
		/** The one node with these edges; points are counted from the first edge. */
		share(at: number, children: number[], values: number[]): { node: number; offset: number } {
			const offset = values[0] as number;
			const relative = values.map((value) => value - offset);
			const only = children[0] as number;
			if (relative.every((value) => value === 0) && children.every((one) => one === only))
				return { node: only, offset };
			const node = OPEN + 1 + known.numberOf([at, ...children, ...relative]);
			if (node === level.length) {
				if (node >= cap) throw tooLarge;
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

/** The points of a ladder's cells, and of the answer as it stands. */
export function weightedLadder(
	ladder: CompiledLadder,
	weight: number,
	answered: Cells,
): Sum["ladders"][number] {
	return {
		fact: ladder.fact,
		points: pointsByCell(ladder).map((points) => points * weight),
		answered: weight * (countingStep(ladder, answered)?.points ?? 0),
	};
}
