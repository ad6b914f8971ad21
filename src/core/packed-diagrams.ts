/** The diagrams of a rule set as the build ships them, so that a run does not build them. */

import { type Answers, isPlain } from "./answers.ts";
import { type Diagram, OPEN } from "./diagram.ts";
import { buildDiagrams, type Diagrams } from "./diagrams.ts";
import { type Cells, sizeOf } from "./domain.ts";
import type { RuleSet } from "./rule-set.ts";
import type { Unknowns } from "./unknowns.ts";

/** Plain data; the places of a node's edges follow from the sizes of the levels. */
export interface PackedDiagram {
	root: number;
	offset: number;
	level: number[];
	child: number[];
	points: number[];
}

/** Null where a diagram had too many nodes. */
export interface PackedDiagrams {
	joint: PackedDiagram | null;
	scores: (PackedDiagram | null)[];
	/** While nothing is answered: every interview begins with it, and it takes longest to find out. */
	unknowns?: Unknowns;
}

export const packDiagrams = ({ joint, scores }: Diagrams): PackedDiagrams => ({
	joint: pack(joint),
	scores: scores.map(pack),
});

function pack(diagram: Diagram | undefined): PackedDiagram | null {
	if (!diagram) return null;
	const { root, offset, level, child, points } = diagram;
	return { root, offset, level: [...level], child: [...child], points: [...points] };
}

// Not enumerable, so that a changed copy of the rules does not take the diagrams along.
const place = Symbol("diagrams");

/** Lays packed diagrams beside the rules that they belong to. */
export const attachDiagrams = (rules: RuleSet, packed: PackedDiagrams): RuleSet =>
	Object.defineProperty(rules, place, { value: packed });

/** What is to be said of what is not known while nothing is answered, where the build has found it out. */
export function preparedUnknowns(rules: RuleSet, answers: Answers): Unknowns | undefined {
	if (Object.keys(answers).length > 0) return undefined;
	const { unknowns } = (rules as { [place]?: PackedDiagrams })[place] ?? {};
	// Who changes a decision does not change the next one.
	return unknowns && { ...unknowns, unknown: unknowns.unknown.map((one) => ({ ...one })) };
}

/** Whether these are rules as the build has prepared them. */
export const isPrepared = (rules: RuleSet): boolean => place in rules;

const prepared = new WeakMap<RuleSet, Diagrams>();

/** The diagrams of a rule set: those that came with it, or built once. */
export function diagramsOf(rules: RuleSet): Diagrams {
	const packed = (rules as { [place]?: PackedDiagrams })[place];
	const known = prepared.get(rules) ?? (packed ? unpack(packed, rules) : buildDiagrams(rules));
	prepared.set(rules, known);
	return known;
}

/** The diagrams for answers: a set of several cells, not all, is "as answered" only in diagrams of its own. */
export const diagramsFor = (rules: RuleSet, masks: readonly Cells[]): Diagrams =>
	isPlain(rules, masks) ? diagramsOf(rules) : buildDiagrams(rules, { answered: masks });

function unpack(packed: PackedDiagrams, { order, domains }: RuleSet): Diagrams {
	const sizes = order.map((fact) => sizeOf(domains[fact] as RuleSet["domains"][number]));
	const open = (one: PackedDiagram | null): Diagram | undefined => {
		if (!one) return undefined;
		const { root, offset, level, child, points } = one;
		const first = new Int32Array(level.length);
		for (let node = OPEN + 2; node < level.length; node += 1)
			first[node] = (first[node - 1] as number) + (sizes[level[node - 1] as number] as number) + 1;
		return {
			order,
			sizes,
			root,
			offset,
			level: new Int32Array(level),
			first,
			child: new Int32Array(child),
			points: new Int32Array(points),
		};
	};
	return { joint: open(packed.joint), scores: packed.scores.map(open) };
}
