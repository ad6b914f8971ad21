/** The diagrams of a rule set: one for each score, and the joint one that gives the verdict. */
import type { Cells } from "./domain.ts";
import { buildDiagram, type Diagram, ladderPoints, type Sum } from "./diagram.ts";
import { all, always } from "./formula.ts";
import { type CompiledScore, fullCells, type RuleSet } from "./rule-set.ts";

/** Nodes at most; past it a range is a bound and not exact. */
export const defaultCap = 20_000;

export interface Diagrams {
	joint: Diagram | undefined;
	scores: (Diagram | undefined)[];
}

/** @param answered what "as answered" stands for by fact number; every cell when left out */
export function buildDiagrams(
	rules: RuleSet,
	answered: readonly Cells[] = fullCells(rules),
	cap = defaultCap,
): Diagrams {
	const build = (scores: CompiledScore[], weighted: boolean) => {
		const sum = scores.map((score) =>
			sumOf(score, weighted ? score.weight : 1, answered),
		);
		return buildDiagram(
			rules,
			{
				terms: sum.flatMap(({ terms }) => terms),
				ladders: sum.flatMap(({ ladders }) => ladders),
				gate: weighted ? all(rules.gates.map(({ when }) => when)) : always,
			},
			{ answered, cap },
		);
	};
	return {
		joint: build(rules.scores, true),
		scores: rules.scores.map((score) => build([score], false)),
	};
}

function sumOf(
	score: CompiledScore,
	weight: number,
	answered: readonly Cells[],
): Omit<Sum, "gate"> {
	return {
		terms: score.rules.map(({ when, points }) => ({
			when,
			points: points * weight,
		})),
		ladders: score.ladders.map((ladder) =>
			ladderPoints(ladder, weight, answered[ladder.fact] as Cells),
		),
	};
}
