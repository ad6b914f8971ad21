/**
 * Conditions as numbers: equal conditions are the same number, so that states of
 * the diagram can be compared. Facts are levels here: places in the diagram's order.
 */
import { type Cells, isSubset, listCells } from "../answers/domain.ts";
import type { Formula } from "../rules/formula.ts";

export const NEVER = 0;
export const ALWAYS = 1;

type FactTest = { kind: "in"; level: number; cells: Cells; presumed: boolean };
type Joined = { kind: "all" | "any"; of: number[] };
type ConditionShape = FactTest | Joined;

export interface Conditions {
	/** The number of a formula. */
	intern(formula: Formula): number;
	/** The first level that a condition still waits for; Infinity for NEVER and ALWAYS. */
	firstLevel(condition: number): number;
	/**
	 * What is left of a condition once the fact of `level` has this cell. The edge after
	 * the last cell stands for "as answered": a condition holds when it does for every cell of
	 * the answer.
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
	const shapes: (ConditionShape | undefined)[] = [undefined, undefined];
	const tops: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const numbers = new Map<string, number>();
	const assigned = new Map<number, number>();

	const add = (key: string, shape: ConditionShape, top: number): number => {
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, shapes.length);
		tops.push(top);
		return shapes.push(shape) - 1;
	};

	const within = ({ level, cells, presumed }: Omit<FactTest, "kind">): number => {
		if (cells === 0) return NEVER;
		if (cells === 2 ** (sizes[level] as number) - 1) return ALWAYS;
		const key = `${level}:${cells}${presumed ? "?" : ""}`;
		return add(key, { kind: "in", level, cells, presumed }, level);
	};

	const join = (kind: "all" | "any", parts: number[]): number => {
		const [unit, zero] = kind === "all" ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
		// By level, presumed tests apart: they hold at other times.
		const tests = new Map<number, FactTest>();
		const of: number[] = [];
		const take = (part: number): boolean => {
			if (part === zero) return false;
			const shape = shapes[part];
			if (shape?.kind === kind) return shape.of.every(take);
			if (shape?.kind === "in") {
				const place = shape.level * 2 + (shape.presumed ? 1 : 0);
				const before = tests.get(place)?.cells ?? shape.cells;
				const cells = kind === "all" ? before & shape.cells : before | shape.cells;
				tests.set(place, { ...shape, cells });
			} else if (part !== unit && !of.includes(part)) of.push(part);
			return true;
		};
		if (!parts.every(take)) return zero;
		for (const test of tests.values()) {
			const part = within(test);
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
		if (formula.kind === "in") {
			const { fact, cells, presumed = false } = formula;
			return within({ level: levelOf[fact] as number, cells, presumed });
		}
		return join(formula.kind, formula.of.map(intern));
	};

	const holds = ({ level, cells, presumed }: FactTest, edge: number): boolean => {
		if (edge < (sizes[level] as number)) return (cells & (1 << edge)) !== 0;
		const answer = answered[level] as Cells;
		return presumed ? (answer & cells) !== 0 : isSubset(answer, cells);
	};

	/** A presumed test joins others only within a gate, so one part tells of all. */
	const isPresumed = (condition: number): boolean => {
		const shape = shapes[condition];
		return shape?.kind === "in" ? shape.presumed : isPresumed(shape?.of[0] as number);
	};

	/**
	 * Branches that test one fact may hold for different parts of an answer: A or B may be
	 * certain where neither is, and A and B impossible where each is possible. There every
	 * cell of the answer (where presumed, some cell) is looked at by itself.
	 */
	const assignAnswer = ({ kind, of }: Joined, level: number): number => {
		const branches = of.filter(
			(part) => tops[part] === level && isPresumed(part) === (kind === "all"),
		);
		const split = branches.length > 1 ? branches : [];
		const left = of
			.filter((part) => !split.includes(part))
			.map((part) => assign(part, level, sizes[level] as number));
		if (split.length === 0) return join(kind, left);
		const byCell = listCells(answered[level] as Cells).map((cell) =>
			join(
				kind,
				split.map((part) => assign(part, level, cell)),
			),
		);
		return join(kind, [join(kind === "any" ? "all" : "any", byCell), ...left]);
	};

	const assign = (condition: number, level: number, edge: number): number => {
		// Levels are assigned in order, so a condition further down is untouched.
		if (tops[condition] !== level) return condition;
		const shape = shapes[condition] as ConditionShape;
		if (shape.kind === "in") return holds(shape, edge) ? ALWAYS : NEVER;
		const key = condition * 32 + edge;
		const known = assigned.get(key);
		if (known !== undefined) return known;
		const left =
			edge === sizes[level]
				? assignAnswer(shape, level)
				: join(
						shape.kind,
						shape.of.map((part) => assign(part, level, edge)),
					);
		assigned.set(key, left);
		return left;
	};

	return { intern, assign, firstLevel: (condition) => tops[condition] as number };
}
