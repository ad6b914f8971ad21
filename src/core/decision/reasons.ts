/** Why: the rules that count, and the lecture's table with the cell that speaks for this project. */
import type { Answers } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import type { Decision, Reason } from "./decision.ts";
import { factsBehind } from "./facts-behind.ts";
import type { Judgement } from "./judge.ts";

/** Every rule and ladder step that counts: what no total outweighs first, then the weightiest. */
export function listReasons(
	rules: RuleSet,
	{ scores }: Judgement,
	{ answers, masks }: { answers: Answers; masks: readonly Cells[] },
): Reason[] {
	const reasons = rules.scores.flatMap((score, index) =>
		(scores[index]?.fired ?? [])
			.filter(({ points }) => points !== 0)
			.map(
				({ rule, points, because }): Reason => ({
					rule: rule.id,
					criterion: score.id,
					points: points * score.weight,
					because: fillAnswers(because, answers),
					facts:
						"when" in rule
							? factsBehind(rule.when, "holds", { rules, masks })
							: [rules.domains[rule.fact]?.fact as string],
					row: rule.row,
					sources: rule.sources,
					...("veto" in rule && { veto: true as const }),
				}),
			),
	);
	return reasons.sort(
		(a, b) =>
			Number(b.veto ?? false) - Number(a.veto ?? false) || Math.abs(b.points) - Math.abs(a.points),
	);
}

export const towardOf = (points: number): Side | "neither" => {
	if (points === 0) return "neither";
	return points > 0 ? "fine-tuning" : "prompt-engineering";
};

/** Each row of the lecture's table, the side its reasons add up to, and the strongest of them. */
export function markTable({ lecture }: RuleSet, reasons: Reason[]): Decision["table"] {
	return Object.entries(lecture.table).map(([row, cells]) => {
		const own = reasons.filter((reason) => reason.row === row);
		const veto = own.find((reason) => reason.veto);
		const speaksFor = veto
			? "prompt-engineering"
			: towardOf(own.reduce((sum, { points }) => sum + points, 0));
		const strongest = veto ?? own.find(({ points }) => towardOf(points) === speaksFor);
		return {
			row,
			aspect: cells.aspect,
			promptEngineering: cells["prompt-engineering"],
			fineTuning: cells["fine-tuning"],
			speaksFor,
			because:
				strongest?.because ??
				(own.length > 0
					? "The reasons on both sides balance out."
					: "Your answers so far say nothing about this."),
		};
	});
}
