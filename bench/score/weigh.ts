/** What a rule set with some points says of a view: the side, and what its confidence rests on. */
import type { ConfidenceInputs } from "../../src/core/decision/confidence.ts";
import { buildJoint } from "../../src/core/diagram/build-diagrams.ts";
import { completionShare } from "../../src/core/diagram/completion-shares.ts";
import type { Diagram } from "../../src/core/diagram/diagram.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import type { View } from "./sample-cases.ts";
import { type Term, termsOf, withPoints } from "./terms.ts";

/** Points by term number, and the least total for fine-tuning. */
export interface Points {
	points: number[];
	threshold: number;
}

export interface Weighed {
	tune: boolean;
	inputs: ConfidenceInputs;
}

export interface Scales extends Points {
	terms: Term[];
	joint: Diagram | undefined;
}

export const pointsOf = (rules: RuleSet): Points => ({
	points: termsOf(rules).map(({ points }) => points),
	threshold: rules.verdict.threshold,
});

/** Without the diagram it is quicker, and completions are taken to be undecided. */
export const scalesOf = (
	rules: RuleSet,
	points: Points,
	{ diagram = true }: { diagram?: boolean } = {},
): Scales => ({
	...points,
	terms: termsOf(rules),
	joint: diagram ? buildJoint(withPoints(rules, points)) : undefined,
});

export function totalOf(
	{ points, terms }: Pick<Scales, "points" | "terms">,
	{ counting }: View,
): number {
	return counting.reduce(
		(sum, term) => sum + (points[term] as number) * (terms[term] as Term).weight,
		0,
	);
}

export function weigh(scales: Scales, view: View): Weighed {
	const { threshold, joint, terms, points } = scales;
	const total = totalOf(scales, view);
	const tune = total >= threshold;
	const share = joint ? completionShare(joint, view.masks, { threshold, closedToo: true }) : 0.5;
	const weight = view.counting.reduce(
		(sum, term) => sum + Math.abs(points[term] as number) * (terms[term] as Term).weight,
		0,
	);
	const margin = Math.abs(total - threshold + 0.5);
	return { tune, inputs: { margin, weight, agree: tune ? share : 1 - share } };
}
