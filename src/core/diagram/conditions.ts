/**
 * Conditions as numbers: equal conditions are the same number, so that states of
 * the diagram can be compared. Facts are levels here: places in the diagram's order.
 */
import { type Cells, listCells } from "../answers/domain.ts";
import { type Budget, spend } from "../budget.ts";
import { type Formula, testHolds } from "../rules/formula.ts";

export const NEVER = 0;
export const ALWAYS = 1;

type LevelTest = { kind: "in"; level: number; cells: Cells; presumed: boolean };
type Joined = { kind: "all" | "any"; of: number[] };
type ConditionShape = LevelTest | Joined;

/** To join one part takes about as long as so many numbers in a list. */
const stepsOfPart = 10;

export class Conditions {
	/** By condition: what it asks for, and the first level that it still waits for. */
	readonly #shapes: (ConditionShape | undefined)[] = [undefined, undefined];
	readonly #levels: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	readonly #numbers = new Map<string, number>();
	/** By condition and edge: what is left. */
	readonly #assigned = new Map<number, number>();
	readonly #levelOf: readonly number[];
	/** The number of cells at each level. */
	readonly sizes: readonly number[];
	readonly #answered: readonly Cells[];
	/** What is left of conditions may be exponentially many others. */
	readonly budget: Budget;

	/** @param levelOf the level of each fact number
	 *  @param answered the cells that "as answered" stands for, at each level */
	constructor(
		levelOf: readonly number[],
		sizes: readonly number[],
		{ answered, budget }: { answered: readonly Cells[]; budget: Budget },
	) {
		this.#levelOf = levelOf;
		this.sizes = sizes;
		this.#answered = answered;
		this.budget = budget;
	}

	/** The number of a formula. */
	intern(formula: Formula): number {
		if (formula.kind !== "in")
			return this.#join(
				formula.kind,
				formula.of.map((part) => this.intern(part)),
			);
		const { fact, cells, presumed = false } = formula;
		return this.#internTest({ level: this.#levelOf[fact] as number, cells, presumed });
	}

	/** The first level that a condition still waits for; Infinity for NEVER and ALWAYS. */
	firstLevel(condition: number): number {
		return this.#levels[condition] as number;
	}

	/**
	 * What is left of a condition once the fact of `level` has this cell. The edge after
	 * the last cell stands for "as answered": a condition holds when it does for every cell of
	 * the answer.
	 */
	assign(condition: number, level: number, edge: number): number {
		// Levels are assigned in order, so a condition further down is untouched.
		if (this.#levels[condition] !== level) return condition;
		const shape = this.#shapes[condition] as ConditionShape;
		const isAnswered = edge === this.sizes[level];
		if (shape.kind === "in") {
			const cells = isAnswered ? (this.#answered[level] as Cells) : 1 << edge;
			return testHolds(shape, cells) ? ALWAYS : NEVER;
		}
		const key = condition * 32 + edge;
		const known = this.#assigned.get(key);
		if (known !== undefined) return known;
		const left = isAnswered
			? this.#assignAnswer(shape, level)
			: this.#join(shape.kind, this.#assignAll(shape.of, level, edge));
		this.#assigned.set(key, left);
		return left;
	}

	#assignAll(conditions: readonly number[], level: number, edge: number): number[] {
		return conditions.map((condition) => this.assign(condition, level, edge));
	}

	/**
	 * Branches that test one fact may hold for different parts of an answer: A or B may be
	 * certain where neither is, and A and B impossible where each is possible. There every
	 * cell of the answer (where presumed, some cell) is looked at by itself.
	 */
	#assignAnswer({ kind, of }: Joined, level: number): number {
		const branches = of.filter(
			(part) => this.#levels[part] === level && this.#isPresumed(part) === (kind === "all"),
		);
		const split = branches.length > 1 ? branches : [];
		const others = of.filter((part) => !split.includes(part));
		const left = this.#assignAll(others, level, this.sizes[level] as number);
		if (split.length === 0) return this.#join(kind, left);
		const byCell = listCells(this.#answered[level] as Cells).map((cell) =>
			this.#join(kind, this.#assignAll(split, level, cell)),
		);
		return this.#join(kind, [this.#join(kind === "any" ? "all" : "any", byCell), ...left]);
	}

	/** A presumed test joins others only within a gate, so one part tells of all. */
	#isPresumed(condition: number): boolean {
		const shape = this.#shapes[condition];
		return shape?.kind === "in" ? shape.presumed : this.#isPresumed(shape?.of[0] as number);
	}

	#internTest({ level, cells, presumed }: Omit<LevelTest, "kind">): number {
		if (cells === 0) return NEVER;
		if (cells === 2 ** (this.sizes[level] as number) - 1) return ALWAYS;
		const key = `${level}:${cells}${presumed ? "?" : ""}`;
		return this.#add(key, { kind: "in", level, cells, presumed }, level);
	}

	/** Lists within lists are one list, and tests of one fact are one test. */
	#join(kind: "all" | "any", parts: readonly number[]): number {
		const [unit, zero] = kind === "all" ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
		const others = new Set<number>();
		const tests = new Map<number, LevelTest>();
		const take = (part: number): boolean => {
			spend(this.budget, stepsOfPart);
			if (part === zero) return false;
			const shape = this.#shapes[part];
			if (shape?.kind === kind) return shape.of.every(take);
			if (shape?.kind === "in") joinTest(tests, kind, shape);
			else if (part !== unit) others.add(part);
			return true;
		};
		if (!parts.every(take)) return zero;
		const of = [...others];
		for (const test of tests.values()) {
			const part = this.#internTest(test);
			if (part === zero) return zero;
			if (part !== unit) of.push(part);
		}
		if (of.length === 0) return unit;
		if (of.length === 1) return of[0] as number;
		of.sort((a, b) => a - b);
		const level = Math.min(...of.map((part) => this.firstLevel(part)));
		return this.#add(`${kind}:${of.join()}`, { kind, of }, level);
	}

	/** A condition keeps the number that it had before. */
	#add(key: string, shape: ConditionShape, level: number): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		this.#numbers.set(key, this.#shapes.length);
		this.#levels.push(level);
		return this.#shapes.push(shape) - 1;
	}
}

/** By level; presumed tests stay apart, since they hold at other times. */
function joinTest(tests: Map<number, LevelTest>, kind: "all" | "any", test: LevelTest): void {
	const place = test.level * 2 + (test.presumed ? 1 : 0);
	const before = tests.get(place)?.cells ?? test.cells;
	const cells = kind === "all" ? before & test.cells : before | test.cells;
	tests.set(place, { ...test, cells });
}
