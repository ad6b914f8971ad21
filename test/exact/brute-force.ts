/**
 * What a rule set means, found by trying every answer: slow, and simple enough to be believed.
 * Nothing here is shared with the engine but the form of its data.
 */
import type { Question } from "../../src/core/answers/question.ts";
import type { Formula } from "../../src/core/rules/formula.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { vetoPoints } from "../../src/core/rules/veto.ts";
import type { Side } from "../../src/core/side.ts";

/** Something that depends on a cell for every fact, and names the facts that it reads. */
export interface Test {
	facts: number[];
	holds(cells: readonly number[]): boolean;
}

interface Steps {
	fact: number;
	/** By cell: which step, and what it brings. */
	steps: { step: number; points: number }[];
}

/** Open where both hold; a gate that nothing is known of is not in the way by `closes` alone. */
export interface Gate {
	opens: Test;
	closes: Test;
}

export interface Model {
	/** How many cells each fact has. */
	sizes: number[];
	scores: { weight: number; rules: { test: Gate; points: number }[]; ladders: Steps[] }[];
	/** Where it holds the total counts so many points more, which take it below any threshold. */
	veto: { test: Test; points: number };
	gates: Gate[];
	/** Whether `closes` of any gate holds. */
	anyCloses: Test;
	threshold: number;
	/** What can happen to each answer, and for numbers and choices in which order. */
	moves: Question["moves"][];
	kinds: ("ordered" | "yes-no" | "names")[];
}

/** One full set of answers, and what comes of it. */
export interface Row {
	cells: number[];
	scores: number[];
	/** What the scores add up to, and what counts: the veto as well. */
	points: number;
	total: number;
	open: boolean;
}

export function modelOf(rules: RuleSet): Model {
	const gates = rules.gates.map(({ when }) => gateOf(when));
	return {
		sizes: rules.domains.map((domain) =>
			domain.kind === "number"
				? domain.cuts.length + 1
				: domain.values.length + (domain.kind === "text" ? 1 : 0),
		),
		scores: rules.scores.map(({ weight, rules, ladders }) => ({
			weight,
			rules: rules.map(({ when, points }) => ({ points, test: gateOf(when) })),
			ladders: ladders.map(({ fact, stepOf, steps }) => ({
				fact,
				steps: stepOf.map((step) => ({ step, points: steps[step]?.points ?? Number.NaN })),
			})),
		})),
		gates,
		veto: { test: anyOf(vetoesOf(rules).map(testOf)), points: vetoPoints(rules) },
		anyCloses: anyOf(gates.map(({ closes }) => closes)),
		threshold: rules.verdict.threshold,
		moves: rules.domains.map(({ fact }) => rules.questions[fact]?.moves ?? "never"),
		kinds: rules.domains.map(({ fact }) => kindOf(rules.questions[fact] as Question)),
	};
}

const vetoesOf = ({ scores }: RuleSet): Formula[] =>
	scores.flatMap(({ rules }) => rules.filter(({ veto }) => veto).map(({ when }) => when));

export const kindOf = (question: Question): Model["kinds"][number] =>
	question.text ? "names" : question["yes-no"] ? "yes-no" : "ordered";

export function testOf(formula: Formula): Test {
	return { facts: [...new Set(named(formula))], holds: (cells) => truth(formula, cells) };
}

export const anyOf = (tests: Test[]): Test => ({
	facts: [...new Set(tests.flatMap(({ facts }) => facts))],
	holds: (cells) => tests.some(({ holds }) => holds(cells)),
});

/** A gate's formula joins what opens it and, presumed, that it is not closed. */
function gateOf(formula: Formula): Gate {
	const parts = formula.kind === "all" ? formula.of : [formula];
	const closing = parts.filter(isPresumed);
	const opening = parts.filter((part) => !isPresumed(part));
	return {
		opens: testOf({ kind: "all", of: opening }),
		closes: negated(testOf({ kind: "all", of: closing })),
	};
}

/** Constants are not presumed: it makes no difference. */
function isPresumed(formula: Formula): boolean {
	if (formula.kind === "in") return formula.presumed === true;
	const parts = formula.of.filter((part) => named(part).length > 0);
	return parts.length > 0 && parts.every(isPresumed);
}

export const isOpen = ({ opens, closes }: Gate, cells: readonly number[]): boolean =>
	opens.holds(cells) && !closes.holds(cells);

/** What is said of a gate: open once that is certain, but for what would close it, which must not be. */
export function gateState(gate: Gate, masks: readonly number[]): "open" | "closed" | "unknown" {
	if (isCertain(gate.opens, masks) && !isCertain(gate.closes, masks)) return "open";
	const facts = [...new Set([...gate.opens.facts, ...gate.closes.facts])];
	const closed: Test = { facts, holds: (cells) => !isOpen(gate, cells) };
	return isCertain(closed, masks) ? "closed" : "unknown";
}

const named = (formula: Formula): number[] =>
	formula.kind === "in" ? [formula.fact] : formula.of.flatMap(named);

function truth(formula: Formula, cells: readonly number[]): boolean {
	if (formula.kind === "in")
		return Math.floor(formula.cells / 2 ** (cells[formula.fact] ?? 0)) % 2 === 1;
	const parts = formula.of.map((part) => truth(part, cells));
	return formula.kind === "all" ? !parts.includes(false) : parts.includes(true);
}

/** The numbers of the cells in a set. */
export function listCells(mask: number): number[] {
	const cells: number[] = [];
	for (let cell = 0; 2 ** cell <= mask; cell += 1)
		if (Math.floor(mask / 2 ** cell) % 2 === 1) cells.push(cell);
	return cells;
}

/** Every choice of one cell for each of these facts. */
export const choices = (allowed: readonly (readonly number[])[]): number[][] =>
	allowed.reduce<number[][]>(
		(ways, cells) => ways.flatMap((way) => cells.map((cell) => [...way, cell])),
		[[]],
	);

/** Every full set of answers. */
export function tableOf(model: Model): Row[] {
	const rows: Row[] = [];
	for (const cells of choices(model.sizes.map((size) => [...Array(size).keys()]))) {
		const scores = model.scores.map(({ rules, ladders }) => {
			let sum = 0;
			for (const { test, points } of rules) if (isOpen(test, cells)) sum += points;
			for (const { fact, steps } of ladders)
				sum += steps[cells[fact] as number]?.points ?? Number.NaN;
			return sum;
		});
		const sum = scores.reduce(
			(sum, points, at) => sum + points * (model.scores[at]?.weight ?? Number.NaN),
			0,
		);
		const total = sum + (model.veto.test.holds(cells) ? model.veto.points : 0);
		const open = model.gates.every((gate) => isOpen(gate, cells));
		rows.push({ cells, scores, points: sum, total, open });
	}
	return rows;
}

export const within = (rows: Row[], masks: readonly number[]): Row[] => {
	const allowed = masks.map((mask) => new Set(listCells(mask)));
	return rows.filter(({ cells }) => cells.every((cell, fact) => allowed[fact]?.has(cell)));
};

export const rangeIn = (values: number[]): { min: number; max: number } => ({
	min: Math.min(...values),
	max: Math.max(...values),
});

/** The share of rows for which something holds. */
export const shareIn = (rows: Row[], holds: (row: Row) => boolean): number =>
	rows.filter(holds).length / rows.length;

/** Facts for which two rows exist that differ only there, and of which one says yes and one says no. */
export function decidingIn(rows: Row[], facts: number, says: (row: Row) => boolean): number[] {
	return [...Array(facts).keys()].filter((fact) => {
		const seen = new Map<string, boolean>();
		return rows.some((row) => {
			const others = row.cells.with(fact, -1).join();
			const before = seen.get(others);
			seen.set(others, says(row));
			return before !== undefined && before !== says(row);
		});
	});
}

const certain = new WeakMap<Test, Map<string, boolean>>();

/** Whether something holds for every completion of the facts that it names. */
export function isCertain(test: Test, masks: readonly number[]): boolean {
	const seen = certain.get(test) ?? new Map<string, boolean>();
	certain.set(test, seen);
	const key = test.facts.map((fact) => masks[fact]).join();
	const known = seen.get(key) ?? tryEvery(test, masks);
	seen.set(key, known);
	return known;
}

function tryEvery({ facts, holds }: Test, masks: readonly number[]): boolean {
	const cells = masks.map(() => 0);
	for (const choice of choices(facts.map((fact) => listCells(masks[fact] as number)))) {
		for (const [at, fact] of facts.entries()) cells[fact] = choice[at] as number;
		if (!holds(cells)) return false;
	}
	return true;
}

const negated = ({ facts, holds }: Test): Test => ({
	facts,
	holds: (cells) => !holds(cells),
});

/** What a ladder brings for certain: the step nearest to zero when all agree on a side, or on a step. */
function certainStep({ fact, steps }: Steps, masks: readonly number[]): number | undefined {
	const possible = listCells(masks[fact] as number).map(
		(cell) => steps[cell] as Steps["steps"][number],
	);
	const points = possible.map((step) => step.points);
	const agree = points.every((value) => value > 0) || points.every((value) => value < 0);
	const same = new Set(possible.map(({ step }) => step)).size === 1;
	return agree || same ? points.sort((a, b) => Math.abs(a) - Math.abs(b))[0] : undefined;
}

/** The points of each rule and ladder step that counts, those with no points included. */
export const firedIn = ({ rules, ladders }: Model["scores"][number], masks: readonly number[]) => [
	...rules
		.filter(({ test }) => isCertain(test.opens, masks) && !isCertain(test.closes, masks))
		.map(({ points }) => points),
	...ladders.flatMap((ladder) => certainStep(ladder, masks) ?? []),
];

/** What counts for some answers: points by score, the weighted total, and the gates known to be open. */
export function knownOf(
	model: Model,
	masks: readonly number[],
): { scores: number[]; points: number; counted: number; isVetoed: boolean; open: boolean } {
	const scores = model.scores.map((score) =>
		firedIn(score, masks).reduce((sum, points) => sum + points, 0),
	);
	const points = scores.reduce(
		(sum, score, at) => sum + score * (model.scores[at]?.weight ?? Number.NaN),
		0,
	);
	const isVetoed = isCertain(model.veto.test, masks);
	return {
		scores,
		points,
		counted: points + (isVetoed ? model.veto.points : 0),
		isVetoed,
		// Each gate may be open for some completion and still one of them closed for every one.
		open:
			model.gates.every(({ opens }) => isCertain(opens, masks)) &&
			!isCertain(model.anyCloses, masks),
	};
}

/** The verdict by what counts alone. */
export function sideByPoints(model: Model, masks: readonly number[]): Side {
	const { counted, open } = knownOf(model, masks);
	return sideOf(counted >= model.threshold && open);
}

export const sideOf = (tune: boolean): Side => (tune ? "fine-tuning" : "prompt-engineering");

/** What counts, but no more or less than is possible at all. */
export const clamp = (points: number, { min, max }: { min: number; max: number }): number =>
	Math.min(Math.max(points, min), max);

/** The verdict: what every completion says, or else what counts. */
export function verdictOf(model: Model, table: Row[], masks: readonly number[]): Side {
	const rows = within(table, masks);
	const says = new Set(rows.map(({ total, open }) => open && total >= model.threshold));
	if (says.size === 1) return sideOf(says.has(true));
	const { counted, open } = knownOf(model, masks);
	const held = clamp(counted, rangeIn(rows.map(({ total }) => total)));
	return sideOf(open && held >= model.threshold);
}

/** New cells for some facts, in order of their numbers. */
export type Assignment = { fact: number; cell: number }[];

/** The cells that an answer can come to: forward is never before what it may be now, and from no to yes. */
function newCells({ sizes, moves, kinds }: Model, fact: number, mask: number): number[] {
	const every = [...Array(sizes[fact]).keys()].filter((cell) => 2 ** cell !== mask);
	if (moves[fact] !== "forward" || kinds[fact] === "names") return every;
	const now = listCells(mask);
	return kinds[fact] === "yes-no"
		? every.filter((cell) => cell <= Math.max(...now))
		: every.filter((cell) => cell >= Math.min(...now));
}

/** All smallest sets of new answers for which something holds, by trying every set of each size. */
export function fewestChanges(
	model: Model,
	masks: readonly number[],
	{ holds, by }: { holds: (masks: number[]) => boolean; by: "team" | "anyone" },
): Assignment[] {
	const can = by === "team" ? ["forward", "freely"] : ["forward", "freely", "given"];
	const facts = [...model.sizes.keys()].filter((fact) => can.includes(model.moves[fact] as string));
	for (let size = 0; size <= facts.length; size += 1) {
		const found: Assignment[] = [];
		for (const chosen of subsets(facts, size)) {
			const news = chosen.map((fact) => newCells(model, fact, masks[fact] as number));
			for (const choice of choices(news)) {
				const changed = [...masks];
				for (const [at, fact] of chosen.entries()) changed[fact] = 2 ** (choice[at] as number);
				if (holds(changed))
					found.push(chosen.map((fact, at) => ({ fact, cell: choice[at] as number })));
			}
		}
		if (found.length > 0) return found;
	}
	return [];
}

function* subsets(of: readonly number[], size: number): Generator<number[]> {
	if (size === 0) yield [];
	else
		for (const [at, first] of of.entries())
			for (const rest of subsets(of.slice(at + 1), size - 1)) yield [first, ...rest];
}
