/**
 * A rule set as arithmetic on a few whole numbers, for many decisions in a row. Every fact has a
 * field of bits, one for each cell that is still possible, and the fields lie side by side in
 * _words_. A condition then is a matter of masks, whatever the facts are called.
 */
import { type Cells, listCells, sizeOf } from "../answers/domain.ts";
import { always, type Formula, negate, never, type Split, splitOf } from "../rules/formula.ts";
import {
	type CompiledLadder,
	type CompiledScore,
	fullCells,
	type RuleSet,
} from "../rules/rule-set.ts";
import { hasVeto, vetoOf, vetoPoints } from "../rules/veto.ts";

/** Where a fact's bits lie. */
export interface Field {
	word: number;
	shift: number;
}

/** Bits in a word: the sign is left free, so that no word is negative. */
const wordSize = 31;

/** By fact number. */
export interface Layout {
	fields: Field[];
	words: number;
}

/** What must be so: none of the masks' bits is set (by word), or some bit is, or several of these together. */
export type Check = Test | { kind: "all" | "any"; of: Check[] };
type Test = { kind: "none" | "some"; masks: number[] };

/** Points that a score gets while a check holds. */
export interface Term {
	score: number;
	points: number;
	check: Check;
	/** The rule or ladder, where the check alone says that it is a reason for the side of its points. */
	reason?: string;
}

export interface Program {
	layout: Layout;
	terms: Term[];
	/** By score; vetoes come last, as one more score. */
	weights: number[];
	/** By gate: when it is known to be open, and when it is known to be closed. */
	open: Check[];
	closed: Check[];
}

/** Where the results stand; the points of each score come first. */
export const placesOf = ({ weights: { length } }: Program) => ({
	/** 0, or what a veto takes from the total. */
	veto: length - 1,
	/** The weighted points of all scores, and of the veto. */
	total: length,
	/** The same without signs: all that is said, for and against. */
	said: length + 1,
	/** A bit for each gate that is known to be open, or closed. */
	open: length + 2,
	closed: length + 3,
	/** How many results there are. */
	size: length + 4,
});

/** The terms that are reasons, in their order. */
export const reasonsOf = ({ terms }: Program) =>
	terms.flatMap((term) => (term.reason === undefined ? [] : [{ ...term, reason: term.reason }]));

/** Sums must fit into 32 bits, with room for some bits beside them. */
const mostPoints = 2 ** 26;

/** Tests in all at most: conditions that name many facts twice take too many. */
const mostTests = 20_000;

/** Gates at most: two bits for each fit into one number. */
const mostGates = 26;

/** The program of a rule set; undefined where its points or its conditions are too large for one. */
export function makeProgram(rules: RuleSet): Program | undefined {
	const space = { layout: layOut(rules), full: fullCells(rules), left: mostTests };
	const weights = [...rules.scores.map(({ weight }) => weight), 1];
	const veto = hasVeto(rules) ? vetoPoints(rules) : 0;
	const sizes = [...rules.scores.map(mostOf), Math.abs(veto)];
	const most = sizes.reduce((sum, size, score) => sum + size * Math.max(1, weights[score] ?? 1), 0);
	if (most > mostPoints || rules.gates.length > mostGates) return undefined;
	const read = (formula: Formula) => checkOf(formula, space);
	const terms = rules.scores.flatMap((score, place) => termsOf(score, place, read));
	if (veto !== 0)
		terms.push({ score: rules.scores.length, points: veto, check: read(vetoOf(rules)) });
	const open = rules.gates.map(({ when }) => read(when));
	const closed = rules.gates.map(({ when }) => read(negate(when, space.full)));
	return space.left < 0 ? undefined : { layout: space.layout, terms, weights, open, closed };
}

/** More than the points of a score can ever be, on either side. */
const mostOf = ({ rules, ladders }: CompiledScore): number =>
	[...rules, ...ladders.flatMap(({ steps }) => steps)].reduce(
		(sum, { points }) => sum + Math.abs(points),
		0,
	);

function termsOf(
	{ ladders, rules }: CompiledScore,
	score: number,
	read: (formula: Formula) => Check,
): Term[] {
	const rises = ladders.flatMap((ladder) =>
		risesOf(ladder).map(({ cells, points, isFirst }) => ({
			score,
			points,
			check: read({ kind: "in", fact: ladder.fact, cells }),
			...(isFirst && { reason: ladder.id }),
		})),
	);
	const own = rules.map(({ id, when, points }) => ({
		score,
		points,
		check: read(when),
		reason: id,
	}));
	return [...rises, ...own].filter(({ points }) => points !== 0);
}

function layOut({ domains }: RuleSet): Layout {
	let word = 0;
	let shift = 0;
	const fields = domains.map((domain) => {
		const size = sizeOf(domain);
		if (shift + size > wordSize) [word, shift] = [word + 1, 0];
		const field = { word, shift };
		shift += size;
		return field;
	});
	return { fields, words: word + 1 };
}

/** A ladder as rules: its step nearest to zero counts, and each step further adds to the one before. */
function risesOf({ stepOf, steps }: CompiledLadder) {
	const points = stepOf.map((step) => steps[step]?.points ?? 0);
	return [1, -1].flatMap((sign) => {
		const heights = [...new Set(points.map((value) => value * sign))]
			.filter((height) => height > 0)
			.sort((a, b) => a - b);
		return heights.map((height, place) => ({
			isFirst: place === 0,
			points: sign * (height - (heights[place - 1] ?? 0)),
			cells: points.reduce(
				(cells, value, cell) => (value * sign >= height ? cells | (1 << cell) : cells),
				0,
			),
		}));
	});
}

interface Space {
	layout: Layout;
	full: readonly Cells[];
	/** How many more tests there may be. */
	left: number;
}

function checkOf(formula: Formula, space: Space): Check {
	space.left -= 1;
	// The program is given up: what is left of it is of no use.
	if (space.left < 0) return { kind: "none", masks: [] };
	if (formula.kind === "in") {
		const { fact, cells, presumed } = formula;
		const others = (space.full[fact] as Cells) & ~cells;
		return presumed ? test("some", fact, cells, space) : test("none", fact, others, space);
	}
	const split = splitOf(formula, () => true);
	if (split) return byCell(formula, split, space);
	const parts = formula.of.map((part) => checkOf(part, space));
	return formula.kind === "all" ? joinAll(parts) : joinAny(parts);
}

/** Of a fact, by its cells. */
function test(kind: "none" | "some", fact: number, cells: Cells, { layout }: Space): Check {
	const { word, shift } = layout.fields[fact] as Field;
	const masks = Array<number>(layout.words).fill(0);
	masks[word] = cells << shift;
	return { kind, masks };
}

function byCell(formula: Formula, { fact, by }: Split, space: Space): Check {
	const cells = listCells(space.full[fact] as Cells);
	const left = (cell: number) => checkOf(assume(formula, fact, cell), space);
	if (by === "some")
		return joinAny(
			cells.map((cell) => joinAll([test("some", fact, 1 << cell, space), left(cell)])),
		);
	return joinAll(cells.map((cell) => joinAny([test("none", fact, 1 << cell, space), left(cell)])));
}

/** What is left of a formula when a fact has this cell. */
function assume(formula: Formula, fact: number, cell: number): Formula {
	if (formula.kind !== "in")
		return { ...formula, of: formula.of.map((part) => assume(part, fact, cell)) };
	if (formula.fact !== fact) return formula;
	return formula.cells & (1 << cell) ? always : never;
}

const joinAll = (parts: Check[]): Check => join("all", parts);
const joinAny = (parts: Check[]): Check => join("any", parts);

/** "None of these" and "none of those" is one test, and so is "some of these" or "some of those". */
function join(kind: "all" | "any", parts: Check[]): Check {
	const [unit, other] = kind === "all" ? (["none", "some"] as const) : (["some", "none"] as const);
	const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
	if (flat.some((part) => part.kind === other && isEmpty(part))) return { kind: other, masks: [] };
	const alike = flat.filter((part): part is Test => part.kind === unit && !isEmpty(part));
	const joined = alike.reduce<number[]>((sum, part) => orOf(sum, part.masks), []);
	const rest = flat.filter((part) => part.kind !== unit);
	const of: Check[] = joined.length > 0 ? [{ kind: unit, masks: joined }, ...rest] : rest;
	if (of.length === 0) return { kind: unit, masks: [] };
	return of.length === 1 ? (of[0] as Check) : { kind, of };
}

/** Without a bit to look at, "none" always holds and "some" never does. */
const isEmpty = (check: Check): boolean =>
	"masks" in check && check.masks.every((mask) => mask === 0);

const orOf = (a: number[], b: number[]): number[] => b.map((mask, word) => mask | (a[word] ?? 0));
