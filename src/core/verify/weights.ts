/** How much hangs on a weight: the share of answers that move with it, and where given answers turn. */

import { type Budget, giveUp, spend, within } from "../budget.ts";
import type { Judgement } from "../decision/judge.ts";
import { buildJoint } from "../diagram/build-diagrams.ts";
import { CLOSED, type Diagram, OPEN } from "../diagram/diagram.ts";
import { weightSteps } from "../limits.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { vetoPoints } from "../rules/veto.ts";

export interface Sensitivity {
	score: string;
	weight: number;
	/** By change in per cent: the share of all answers whose verdict, or outlook, moves. */
	moves: { change: number; verdict: number; outlook: number }[];
}

const weightChanges = [-25, -10, 10, 25];

/**
 * A diagram adds one number. Weights of `base * weight + 1` make it add two at once: the
 * total in the upper digits, and the points of one score in the lower.
 */
const digitBase = 2 ** 16;

/** Undefined when the joint diagram, or the shares by points, would be too large. */
export const measureSensitivity = (rules: RuleSet): Sensitivity[] | undefined =>
	within(() => measureWithin(rules, { left: weightSteps }));

function measureWithin(rules: RuleSet, budget: Budget): Sensitivity[] {
	return rules.scores.map(({ id, weight }) => {
		const scores = rules.scores.map((score) => ({
			...score,
			weight: score.weight * digitBase + (score.id === id ? 1 : 0),
		}));
		// No weight that is tried makes up for a veto.
		const veto = 2 * digitBase * (vetoPoints(rules) - Math.abs(rules.verdict.threshold));
		const diagram = buildJoint({ ...rules, scores }, { budget, veto }) ?? giveUp();
		const open = spreadOf(diagram, [OPEN], budget);
		const both = spreadOf(diagram, [CLOSED, OPEN], budget);
		const { threshold } = rules.verdict;
		const moves = weightChanges.map((change) => {
			const shift = { threshold, step: (weight * change) / 100 };
			return { change, verdict: movedBy(open, shift), outlook: movedBy(both, shift) };
		});
		return { score: id, weight, moves };
	});
}

/** The share of ways with each total and each number of points of the score. */
interface Spread {
	total: { least: number; size: number };
	score: { least: number; size: number };
	shares: Float64Array;
}

const split = (points: number): [total: number, score: number] => {
	const total = Math.round(points / digitBase);
	return [total, points - total * digitBase];
};

function spreadOf(diagram: Diagram, ends: number[], budget: Budget): Spread {
	const spreads: Spread[] = [];
	for (let node = 0; node < diagram.level.length; node += 1) {
		if (node <= OPEN) {
			const one = ends.includes(node) ? 1 : 0;
			const point = { least: 0, size: one };
			spreads.push({ total: point, score: point, shares: new Float64Array(one).fill(1) });
			continue;
		}
		const size = diagram.sizes[diagram.level[node] as number] as number;
		const first = diagram.first[node] as number;
		const edges = Array.from({ length: size }, (_, cell) => ({
			below: spreads[diagram.child[first + cell] as number] as Spread,
			points: split(diagram.points[first + cell] as number),
		}));
		spreads.push(addUp(edges, size, budget));
	}
	const root = spreads[diagram.root] as Spread;
	return addUp([{ below: root, points: split(diagram.offset) }], 1, budget);
}

type Edge = { below: Spread; points: [number, number] };

function addUp(edges: Edge[], among: number, budget: Budget): Spread {
	const real = edges.filter(({ below }) => below.shares.length > 0);
	const total = spanOf(real.map(({ below, points }) => [below.total, points[0]]));
	const score = spanOf(real.map(({ below, points }) => [below.score, points[1]]));
	// Points in the thousands make tables of millions, most of whose places stay empty.
	spend(
		budget,
		real.reduce((sum, { below }) => sum + below.shares.length, total.size * score.size),
	);
	const shares = new Float64Array(total.size * score.size);
	for (const { below, points } of real) {
		const down = below.total.least + points[0] - total.least;
		const across = below.score.least + points[1] - score.least;
		for (let row = 0; row < below.total.size; row += 1)
			for (let column = 0; column < below.score.size; column += 1) {
				const place = (row + down) * score.size + column + across;
				const part = below.shares[row * below.score.size + column] as number;
				shares[place] = (shares[place] as number) + part / among;
			}
	}
	return { total, score, shares };
}

function spanOf(parts: [{ least: number; size: number }, number][]): {
	least: number;
	size: number;
} {
	if (parts.length === 0) return { least: 0, size: 0 };
	const least = Math.min(...parts.map(([span, shift]) => span.least + shift));
	const end = Math.max(...parts.map(([span, shift]) => span.least + shift + span.size));
	return { least, size: end - least };
}

/** The share of ways that cross the threshold when each point of the score counts `step` more. */
function movedBy(
	{ total, score, shares }: Spread,
	{ threshold, step }: { threshold: number; step: number },
): number {
	let moved = 0;
	for (const [place, part] of shares.entries()) {
		const before = total.least + Math.floor(place / score.size);
		const after = before + step * (score.least + (place % score.size));
		// A hair below the threshold is the threshold: a tenth has no exact binary form.
		if (before >= threshold !== after > threshold - 1e-9) moved += part;
	}
	return moved;
}

/** The weight of each score at which the outlook of these answers turns; undefined where none from zero up does. */
export function turningWeights(
	rules: RuleSet,
	{ scores, total }: Pick<Judgement, "scores" | "total">,
): { score: string; weight: number; turns: number | undefined }[] {
	return rules.scores.map(({ id, weight }, index) => {
		const points = scores[index]?.points ?? 0;
		// total + (turns - weight) * points = threshold
		const turns = weight + (rules.verdict.threshold - total.points) / points;
		const valid = points !== 0 && turns >= 0;
		return { score: id, weight, turns: valid ? Number(turns.toFixed(2)) : undefined };
	});
}
