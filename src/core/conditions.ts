/**
 * Conditions as numbers: equal conditions are the same number, so that states of
 * the diagram can be compared. Facts are levels here: places in the diagram's order.
 */
import { type Cells, isSubset } from "./domain.ts";
import type { Formula } from "./formula.ts";

export const NEVER = 0;
export const ALWAYS = 1;

type Shape = { kind: "in"; level: number; cells: Cells } | { kind: "all" | "any"; of: number[] };

export interface Conditions {
	/** The number of a formula. */
	intern(formula: Formula): number;
	/** The first level that a condition still waits for; Infinity for NEVER and ALWAYS. */
	topOf(condition: number): number;
	/**
	 * What is left of a condition once the fact of `level` has this cell. The edge after
	 * the last cell stands for "as answered": a test holds when it covers the whole answer.
	 */
	assign(condition: number, level: number, edge: number): number;
}

/** @param levelOf the level of each fact number
 *  @param sizes the number of cells at each level
 *  @param answered the cells that "as answered" stands for, at each level */
export function makeConditions(
	levelOf: readonly number[],
	sizes: readonly number[],
	answered: readonly Cells[],
): Conditions {
	const shapes: (Shape | undefined)[] = [undefined, undefined];
	const tops: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const numbers = new Map<string, number>();
	const assigned = new Map<number, number>();

	const add = (key: string, shape: Shape, top: number): number => {
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, shapes.length);
		tops.push(top);
		return shapes.push(shape) - 1;
	};

	const within = (level: number, cells: Cells): number => {
		if (cells === 0) return NEVER;
		if (cells === 2 ** (sizes[level] as number) - 1) return ALWAYS;
		return add(`${level}:${cells}`, { kind: "in", level, cells }, level);
	};

	const join = (kind: "all" | "any", parts: number[]): number => {
		const [unit, zero] = kind === "all" ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
		const tests = new Map<number, Cells>();
		const of: number[] = [];
		const take = (part: number): boolean => {
			if (part === zero) return false;
			const shape = shapes[part];
			if (shape?.kind === kind) return shape.of.every(take);
			if (shape?.kind === "in") {
				const before = tests.get(shape.level) ?? shape.cells;
				tests.set(shape.level, kind === "all" ? before & shape.cells : before | shape.cells);
			} else if (part !== unit && !of.includes(part)) of.push(part);
			return true;
		};
		if (!parts.every(take)) return zero;
		for (const [level, cells] of tests) {
			const part = within(level, cells);
			if (part === zero) return zero;
			if (part !== unit) of.push(part);
		}
		if (of.length === 0) return unit;
		if (of.length === 1) return of[0] as number;
		of.sort((a, b) => a - b);
		const top = Math.min(...of.map((part) => tops[part] as number));
		return add(`${kind}:${of.join()}`, { kind, of }, top);
	};

	const intern = (formula: Formula): number => {
		if (formula.kind === "in") return within(levelOf[formula.fact] as number, formula.cells);
		return join(formula.kind, formula.of.map(intern));
	};

	const assign = (condition: number, level: number, edge: number): number => {
		// Levels are assigned in order, so a condition further down is untouched.
		if (tops[condition] !== level) return condition;
		const shape = shapes[condition] as Shape;
		if (shape.kind === "in") {
			const holds =
				edge < (sizes[level] as number)
					? (shape.cells & (1 << edge)) !== 0
					: isSubset(answered[level] as Cells, shape.cells);
			return holds ? ALWAYS : NEVER;
		}
		const key = condition * 32 + edge;
		const known = assigned.get(key);
		if (known !== undefined) return known;
		const left = join(
			shape.kind,
			shape.of.map((part) => assign(part, level, edge)),
		);
		assigned.set(key, left);
		return left;
	};

	return { intern, assign, topOf: (condition) => tops[condition] as number };
}
