/** How much hangs on a weight: the share of answers that move with it, and where these answers turn. */
import { movesTo, verdictsOf } from "./compare.ts";
import type { Judgement } from "./judge.ts";
import type { RuleSet } from "./rule-set.ts";
import { NO, YES } from "./verdict-diagram.ts";

export interface Sensitivity {
	score: string;
	weight: number;
	/** By change in per cent: the share of all answers whose verdict, or outlook, moves. */
	moves: { change: number; verdict: number; outlook: number }[];
}

const changes = [-25, -10, 10, 25];

/** Weights are whole, so everything is told in twentieths. */
const parts = 20;

/** Undefined when the joint diagram has too many nodes. */
export function measureSensitivity(rules: RuleSet): Sensitivity[] | undefined {
	const base = { verdict: verdictsOf(rules, false), outlook: verdictsOf(rules, true) };
	if (!base.verdict || !base.outlook) return undefined;
	return rules.scores.map(({ id, weight }) => ({
		score: id,
		weight,
		moves: changes.map((change) => {
			const changed = reweigh(rules, id, change);
			const moved = (key: "verdict" | "outlook") => {
				const before = base[key];
				const after = verdictsOf(changed, key === "outlook");
				if (!before || !after) return Number.NaN;
				return [YES, NO].reduce(
					(sum, side) => sum + movesTo(side as typeof YES, before, after, rules).share,
					0,
				);
			};
			return { change, verdict: moved("verdict"), outlook: moved("outlook") };
		}),
	}));
}

/** The same rules with one weight changed by so many per cent. */
function reweigh(rules: RuleSet, id: string, change: number): RuleSet {
	return {
		...rules,
		verdict: { ...rules.verdict, threshold: rules.verdict.threshold * parts },
		scores: rules.scores.map((score) => ({
			...score,
			weight: score.weight * (parts + (score.id === id ? (change * parts) / 100 : 0)),
		})),
	};
}

/** The weight of each score at which the outlook of these answers turns; undefined where none above zero does. */
export function turningWeights(
	rules: RuleSet,
	{ scores, total }: Judgement,
): { score: string; weight: number; turns: number | undefined }[] {
	return rules.scores.map(({ id, weight }, index) => {
		const points = scores[index]?.points ?? 0;
		// total + (turns - weight) * points = threshold
		const turns = weight + (rules.verdict.threshold - total.points) / points;
		const valid = points !== 0 && Number.isFinite(turns) && turns >= 0;
		return { score: id, weight, turns: valid ? Number(turns.toFixed(2)) : undefined };
	});
}
