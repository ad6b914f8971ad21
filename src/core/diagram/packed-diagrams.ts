/** The diagrams of a rule set as the build ships them, so that a run does not build them. */

import { isExactOrUnknown } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import type { Budget } from "../budget.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { buildDiagrams, type Diagrams } from "./build-diagrams.ts";
import { type Diagram, levelSizes, OPEN } from "./diagram.ts";

/** Plain data; the places of a node's edges follow from the sizes of the levels. */
interface PackedDiagram {
	root: number;
	offset: number;
	level: number[];
	child: number[];
	points: number[];
}

/** Null where a diagram had too many nodes. */
export interface PackedDiagrams {
	joint: PackedDiagram | null;
	total: PackedDiagram | null;
	scores: (PackedDiagram | null)[];
}

export const packDiagrams = ({ joint, total, scores }: Diagrams): PackedDiagrams => ({
	joint: pack(joint),
	total: pack(total),
	scores: scores.map(pack),
});

function pack(diagram: Diagram | undefined): PackedDiagram | null {
	if (!diagram) return null;
	const { root, offset, level, child, points } = diagram;
	return { root, offset, level: [...level], child: [...child], points: [...points] };
}

const diagrams = new WeakMap<RuleSet, Diagrams>();

/** Lays packed diagrams beside the rules that they belong to; a changed copy of the rules has none. */
export function attachDiagrams(rules: RuleSet, packed: PackedDiagrams): void {
	diagrams.set(rules, unpack(packed, rules));
}

/** The diagrams of a rule set: those that came with it, or built once. */
export function diagramsOf(rules: RuleSet): Diagrams {
	const known = diagrams.get(rules) ?? buildDiagrams(rules);
	diagrams.set(rules, known);
	return known;
}

/**
 * The diagrams for answers: a set of several cells, not all, is "as answered" only in diagrams of its own.
 * @param budget of all builds, where there may be many
 */
export const diagramsFor = (rules: RuleSet, masks: readonly Cells[], budget?: Budget): Diagrams =>
	isExactOrUnknown(rules, masks)
		? diagramsOf(rules)
		: buildDiagrams(rules, { answered: masks, ...(budget && { budget }) });

function unpack(packed: PackedDiagrams, rules: RuleSet): Diagrams {
	const { order } = rules;
	const sizes = levelSizes(rules);
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
	return {
		joint: open(packed.joint),
		total: open(packed.total),
		scores: packed.scores.map(open),
	};
}
