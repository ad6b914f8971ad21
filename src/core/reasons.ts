/** Why: the rules that count, and the lecture's table with the cell that speaks for this project. */
import { type Answers, isKnown } from "./answers.ts";
import type { Decision } from "./decision.ts";
import type { Judgement } from "./judge.ts";
import { printNumber } from "./numbers.ts";
import type { Side } from "./rule-file.ts";
import type { RuleSet } from "./rule-set.ts";

type Reason = Decision["reasons"][number];

/** An answer within a sentence: `20,000`, `monthly or daily`, `500 to 2,000`. */
export function printAnswer(answer: Answers[string] | undefined): string {
	if (!isKnown(answer)) return "unknown";
	const text = String(answer.value);
	// Only numbers have ranges: a name may hold dots as well.
	const [, low, high] = /^([\d.]*?)\.\.([\d.]*)$/.exec(text) ?? [];
	if (low === undefined) {
		if (typeof answer.value === "number") return printNumber(answer.value);
		return text.split(",").join(" or ");
	}
	if (low === "") return `at most ${printNumber(Number(high))}`;
	if (high === "") return `at least ${printNumber(Number(low))}`;
	return `${printNumber(Number(low))} to ${printNumber(Number(high))}`;
}

/** Puts answers into the {fact} places of a sentence. */
export function fill(sentence: string, answers: Answers): string {
	return sentence.replaceAll(/\{([^}]*)\}/g, (_, fact: string) => printAnswer(answers[fact]));
}

/** Every rule and ladder step that counts, the weightiest first. */
export function listReasons(rules: RuleSet, { scores }: Judgement, answers: Answers): Reason[] {
	const reasons = rules.scores.flatMap((score, index) =>
		(scores[index]?.fired ?? [])
			.filter(({ points }) => points !== 0)
			.map(
				({ rule, points, because }): Reason => ({
					rule: rule.id,
					criterion: score.id,
					points: points * score.weight,
					because: fill(because, answers),
					row: rule.row,
					sources: rule.sources,
				}),
			),
	);
	return reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

export const towardOf = (points: number): Side | "neither" => {
	if (points === 0) return "neither";
	return points > 0 ? "fine-tuning" : "prompt-engineering";
};

/** Each row of the lecture's table, the side its reasons add up to, and the strongest of them. */
export function markTable({ lecture }: RuleSet, reasons: Reason[]): Decision["table"] {
	return Object.entries(lecture.table).map(([row, cells]) => {
		const own = reasons.filter((reason) => reason.row === row);
		const speaksFor = towardOf(own.reduce((sum, { points }) => sum + points, 0));
		const strongest = own.find(({ points }) => towardOf(points) === speaksFor);
		return {
			row,
			aspect: cells.aspect,
			promptEngineering: cells["prompt-engineering"],
			fineTuning: cells["fine-tuning"],
			speaksFor,
			because:
				strongest?.because ??
				(own.length > 0
					? "The reasons on both sides weigh the same."
					: "Nothing that is known so far speaks to this row."),
		};
	});
}
