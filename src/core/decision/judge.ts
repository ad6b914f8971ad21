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
import { vetoOf, vetoPoints } from "../rules/veto.ts";
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
	/** Whether a rule holds that no total outweighs. */
	isVetoed: boolean;
	outlook: Side;
	verdict: Side;
	/** Every completion of the answers gives this verdict, or outlook. */
	settled: boolean;
	outlookSettled: boolean;
	/** Whether the ends of the total are exact, or only bounds. */
	exact: boolean;
}

/**
 * @param masks the cells that are still possible, by fact number
 * @param possible the same, and what further answers can make of computed facts: what is proved holds for these
 */
export function judge(
	rules: RuleSet,
	diagrams: Diagrams,
	masks: readonly Cells[],
	possible: readonly Cells[] = masks,
): Judgement {
	const full = fullCells(rules);
	const { holds, fails } = provedBy(masks, full);
	const scores = rules.scores.map((score, index) => {
		const fired = [
			...score.ladders.flatMap((ladder) => firedStep(ladder, masks) ?? []),
			...score.rules
				.filter(({ when }) => holds(when))
				.map((rule) => ({ rule, points: rule.points, because: rule.because })),
		];
		const sum = fired.reduce((total, { points }) => total + points, 0);
		const diagram = diagrams.scores[index];
		const range = diagram
			? rangeOf(diagram, possible).open
			: boundsOf(score, possible, provedBy(possible, full));
		return { ...clamp(sum, range), fired };
	});
	const gates = rules.gates.map(({ when }): GateState => {
		if (holds(when)) return "open";
		return fails(when) ? "closed" : "unknown";
	});
	const veto = vetoOf(rules);
	const isVetoed = holds(veto);
	const proved = provedBy(possible, full);
	const known = {
		scores,
		gates,
		isVetoed,
		vetoes: { may: !proved.fails(veto), must: proved.holds(certain(veto)) },
		mayClose: rules.gates.some(({ when }) => !proved.holds(certain(when))),
	};
	return {
		scores,
		gates,
		isVetoed,
		...concludeFromScores(rules, diagrams, { masks, possible }, known),
	};
}

/** What holds, or fails, whatever cell each fact turns out to have. */
const provedBy = (masks: readonly Cells[], full: readonly Cells[]) => ({
	holds: (formula: Formula) => isCertain(formula, masks),
	fails: (formula: Formula) => isImpossible(formula, masks, full),
});

/** What is known of the parts of a judgement. */
interface Known {
	scores: Points[];
	gates: GateState[];
	isVetoed: boolean;
	/** Whether some completion is vetoed, and whether every one is. */
	vetoes: { may: boolean; must: boolean };
	mayClose: boolean;
}

/** What the scores add up to, and the verdict: proved where every completion agrees. */
function concludeFromScores(
	rules: RuleSet,
	{ joint, total: sums }: Diagrams,
	{ masks, possible }: { masks: readonly Cells[]; possible: readonly Cells[] },
	known: Known,
): Omit<Judgement, "scores" | "gates" | "isVetoed"> {
	const { threshold } = rules.verdict;
	const weighted = (pick: (score: Points) => number) =>
		rules.scores.reduce(
			(sum, { weight }, index) => sum + weight * pick(known.scores[index] as Points),
			0,
		);
	const bounds = { min: weighted(({ min }) => min), max: weighted(({ max }) => max) };
	const total = sums
		? clamp(knownTotal(sums, masks).points, rangeOf(sums, possible).open)
		: clamp(
				weighted(({ points }) => points),
				bounds,
			);
	if (joint)
		return { total, ...verdictAt(joint, masks, threshold, possible), exact: sums !== undefined };
	// Without the joint diagram, gates, vetoes and scores are taken apart: sound, but not tight.
	const veto = vetoPoints(rules);
	const range = {
		min: bounds.min + (known.vetoes.may ? veto : 0),
		max: bounds.max + (known.vetoes.must ? veto : 0),
	};
	const ends = {
		open: known.gates.includes("closed") ? emptyRange : range,
		closed: known.mayClose ? range : emptyRange,
	};
	const counted = {
		points: total.points + (known.isVetoed ? veto : 0),
		open: known.gates.every((gate) => gate === "open"),
	};
	return { total, ...conclude(ends, counted, threshold), exact: false };
}

export type Verdict = Pick<Judgement, "outlook" | "verdict" | "settled" | "outlookSettled">;

/** The verdict by the joint diagram alone. */
export const verdictAt = (
	joint: Diagram,
	masks: readonly Cells[],
	threshold: number,
	possible: readonly Cells[] = masks,
): Verdict => conclude(rangeOf(joint, possible), knownTotal(joint, masks), threshold);

/** The verdict from the ends of the total, and from what is known, vetoes counted. */
export function conclude(
	{ open, closed }: { open: Range; closed: Range },
	known: { points: number; open: boolean },
	threshold: number,
): Verdict {
	const range = union(open, closed);
	const outlook = sideOf(clamp(known.points, range).points >= threshold);
	const canTune = open.max >= threshold;
	const canPrompt = !isEmptyRange(closed) || open.min < threshold;
	const settled = canTune !== canPrompt;
	return {
		outlook,
		verdict: sideOf(settled ? canTune : outlook === "fine-tuning" && known.open),
		settled,
		outlookSettled: range.min >= threshold || range.max < threshold,
	};
}

export const sideOf = (tune: boolean): Side => (tune ? "fine-tuning" : "prompt-engineering");

/** Known points, held within what is possible at all. */
export const clamp = (points: number, { min, max }: Range): Points => ({
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
		if (holds(certain(when))) return { min: points, max: points };
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
