/** The verdict for some answers: what counts, what it adds up to, and what is proved. */

import type { Cells } from "../answers/domain.ts";
import type { Diagrams } from "../diagram/build-diagrams.ts";
import type { Diagram } from "../diagram/diagram.ts";
import {
	emptyRange,
	isEmptyRange,
	knownTotal,
	type Range,
	rangeOf,
	union,
} from "../diagram/ranges.ts";
import { certain, type Formula, isCertain, isImpossible } from "../rules/formula.ts";
import { countingStep, pointsByCell } from "../rules/ladder.ts";
import {
	type CompiledLadder,
	type CompiledRule,
	fullCells,
	type RuleSet,
} from "../rules/rule-set.ts";
import type { Side } from "../side.ts";

export type GateState = "open" | "closed" | "unknown";

/** A rule or ladder step that counts for the given answers. */
interface Fired {
	rule: CompiledRule | CompiledLadder;
	points: number;
	because: string;
}

export interface Points extends Range {
	/** What is known adds up to this; what is unknown counts nothing. */
	points: number;
}

export interface Judgement {
	scores: (Points & { fired: Fired[] })[];
	total: Points;
	gates: GateState[];
	outlook: Side;
	verdict: Side;
	/** Every completion of the answers gives this verdict, or outlook. */
	settled: boolean;
	outlookSettled: boolean;
	/** Whether the ends of the total are exact, or only bounds. */
	exact: boolean;
}

/** @param masks the cells that are still possible, by fact number */
export function judge(rules: RuleSet, diagrams: Diagrams, masks: readonly Cells[]): Judgement {
	const holds = (formula: Formula) => isCertain(formula, masks);
	const full = fullCells(rules);
	const fails = (formula: Formula) => isImpossible(formula, masks, full);
	const scores = rules.scores.map((score, index) => {
		const fired = [
			...score.ladders.flatMap((ladder) => firedStep(ladder, masks) ?? []),
			...score.rules
				.filter(({ when }) => holds(when))
				.map((rule) => ({ rule, points: rule.points, because: rule.because })),
		];
		const sum = fired.reduce((total, { points }) => total + points, 0);
		const diagram = diagrams.scores[index];
		const range = diagram ? rangeOf(diagram, masks).open : boundsOf(score, masks, { holds, fails });
		return { ...clamp(sum, range), fired };
	});
	const gates = rules.gates.map(({ when }): GateState => {
		if (holds(when)) return "open";
		return fails(when) ? "closed" : "unknown";
	});
	const known = { scores, gates, mayClose: rules.gates.some(({ when }) => !holds(certain(when))) };
	return { scores, gates, ...concludeFromScores(rules, diagrams, masks, known) };
}

/** What the scores add up to, and the verdict: proved where every completion agrees. */
function concludeFromScores(
	rules: RuleSet,
	{ joint }: Diagrams,
	masks: readonly Cells[],
	{ scores, gates, mayClose }: { scores: Points[]; gates: GateState[]; mayClose: boolean },
): Omit<Judgement, "scores" | "gates"> {
	if (joint) return { ...verdictAt(joint, masks, rules.verdict.threshold), exact: true };
	const weighted = (pick: (score: Points) => number) =>
		rules.scores.reduce(
			(sum, { weight }, index) => sum + weight * pick(scores[index] as Points),
			0,
		);
	const sum = { min: weighted(({ min }) => min), max: weighted(({ max }) => max) };
	// Without the joint diagram, gates and scores are taken apart: sound, but not tight.
	const ends = {
		open: gates.includes("closed") ? emptyRange : sum,
		closed: mayClose ? sum : emptyRange,
	};
	const known = {
		points: weighted(({ points }) => points),
		open: gates.every((gate) => gate === "open"),
	};
	return { ...conclude(ends, known, rules.verdict.threshold), exact: false };
}

export type Verdict = Pick<
	Judgement,
	"total" | "outlook" | "verdict" | "settled" | "outlookSettled"
>;

/** The verdict by the joint diagram alone. */
export const verdictAt = (joint: Diagram, masks: readonly Cells[], threshold: number): Verdict =>
	conclude(rangeOf(joint, masks), knownTotal(joint, masks), threshold);

/** The verdict from the ends of the total, and from what is known. */
export function conclude(
	{ open, closed }: { open: Range; closed: Range },
	known: { points: number; open: boolean },
	threshold: number,
): Verdict {
	const range = union(open, closed);
	const total = clamp(known.points, range);
	const outlook = sideOf(total.points >= threshold);
	const canTune = open.max >= threshold;
	const canPrompt = !isEmptyRange(closed) || open.min < threshold;
	const settled = canTune !== canPrompt;
	return {
		total,
		outlook,
		verdict: sideOf(settled ? canTune : outlook === "fine-tuning" && known.open),
		settled,
		outlookSettled: range.min >= threshold || range.max < threshold,
	};
}

export const sideOf = (tune: boolean): Side => (tune ? "fine-tuning" : "prompt-engineering");

/** Known points, held within what is possible at all. */
const clamp = (points: number, { min, max }: Range): Points => ({
	points: Math.min(Math.max(points, min), max),
	min,
	max,
});

function firedStep(rule: CompiledLadder, masks: readonly Cells[]): Fired | undefined {
	const step = countingStep(rule, masks[rule.fact] as Cells);
	return step && { rule, points: step.points, because: step.because };
}

/** Bounds of a score whose own diagram was too large: each rule by itself. */
function boundsOf(
	score: RuleSet["scores"][number],
	masks: readonly Cells[],
	{ holds, fails }: Record<"holds" | "fails", (formula: Formula) => boolean>,
): Range {
	const parts: Range[] = score.rules.map(({ when, points }) => {
		if (holds(when)) return { min: points, max: points };
		if (fails(when)) return { min: 0, max: 0 };
		return { min: Math.min(0, points), max: Math.max(0, points) };
	});
	for (const ladder of score.ladders) {
		const possible = masks[ladder.fact] as Cells;
		const points = pointsByCell(ladder).filter((_, cell) => possible & (1 << cell));
		parts.push({ min: Math.min(...points), max: Math.max(...points) });
	}
	return parts.reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), { min: 0, max: 0 });
}
