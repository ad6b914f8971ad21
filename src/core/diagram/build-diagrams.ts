/** The diagrams of a rule set: one for each score, and the joint one that gives the verdict. */

import type { Cells } from "../answers/domain.ts";
import { unlimited } from "../budget.ts";
import { buildSteps, mostNodes } from "../limits.ts";
import { all, always } from "../rules/formula.ts";
import { countingStep, pointsByCell } from "../rules/ladder.ts";
import { type CompiledScore, fullCells, type RuleSet } from "../rules/rule-set.ts";
import { hasVeto, vetoOf, vetoPoints } from "../rules/veto.ts";
import { type BuildOptions, buildDiagram, type Diagram, type Sum } from "./diagram.ts";
import { unreachable } from "./ranges.ts";

/** What the points of a sum may come to, either way, to be well apart from `unreachable`. */
const largestSum = unreachable / 4;

export interface Diagrams {
	/** The weighted total, with every gate and veto: what verdict and outlook go by. */
	joint: Diagram | undefined;
	/** The weighted total alone. */
	total: Diagram | undefined;
	scores: (Diagram | undefined)[];
}

/** What a build goes by unless it is told otherwise. */
type Options = Partial<BuildOptions>;

export function buildDiagrams(rules: RuleSet, options: Options = {}): Diagrams {
	const { answered = fullCells(rules) } = options;
	const budget = { left: buildSteps, of: options.budget ?? unlimited };
	return {
		joint: buildJoint(rules, options),
		total: build(
			rules,
			{ ...totalOf(rules, answered), gate: always },
			{ ...options, answered, budget },
		),
		scores: rules.scores.map((score) => {
			const sum = { ...sumOf(score, 1, answered), gate: always };
			return build(rules, sum, { ...options, answered, budget });
		}),
	};
}

/** The diagram that gives the verdict: undefined when it has too many nodes. */
export function buildJoint(
	rules: RuleSet,
	options: Options & { veto?: number } = {},
): Diagram | undefined {
	const { answered = fullCells(rules), veto = vetoPoints(rules) } = options;
	const budget = { left: buildSteps, of: options.budget ?? unlimited };
	const total = totalOf(rules, answered);
	const sum: Sum = {
		...total,
		terms: hasVeto(rules) ? [...total.terms, { when: vetoOf(rules), points: veto }] : total.terms,
		gate: all(rules.gates.map(({ when }) => when)),
	};
	return build(rules, sum, { ...options, answered, budget });
}

function totalOf({ scores }: RuleSet, answered: readonly Cells[]): Omit<Sum, "gate"> {
	const sums = scores.map((score) => sumOf(score, score.weight, answered));
	return {
		terms: sums.flatMap(({ terms }) => terms),
		ladders: sums.flatMap(({ ladders }) => ladders),
	};
}

function build(
	rules: RuleSet,
	sum: Sum,
	options: Options & Pick<BuildOptions, "budget">,
): Diagram | undefined {
	const points = sum.terms.reduce((all, term) => all + Math.abs(term.points), 0);
	const most = sum.ladders.reduce(
		(all, ladder) => all + Math.max(...ladder.points.map(Math.abs)),
		points,
	);
	return most > largestSum ? undefined : buildDiagram(rules, sum, { cap: mostNodes, ...options });
}

function sumOf(
	score: CompiledScore,
	weight: number,
	answered: readonly Cells[],
): Omit<Sum, "gate"> {
	return {
		terms: score.rules.map(({ when, points }) => ({ when, points: points * weight })),
		ladders: score.ladders.map((ladder) => ({
			fact: ladder.fact,
			points: pointsByCell(ladder).map((points) => points * weight),
			answered: weight * (countingStep(ladder, answered[ladder.fact] as Cells)?.points ?? 0),
		})),
	};
}
