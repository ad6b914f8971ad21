/** What a decision says, in sentences that all reports share. */
import { formatAnswer, listed } from "../core/answers/format-answer.ts";
import type { Decision } from "../core/decision/decision.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import {
	capital,
	chance,
	count,
	evenChance,
	labelOf,
	type Questions,
	signed,
	spaced,
	times,
} from "./words.ts";

/** `Confidence that prompts are the right choice`: one wording in every report, and always of what. */
export function nameConfidence({
	outlook,
	verdict,
}: Pick<Decision, "outlook" | "verdict">): string {
	const side = outlook === "fine-tuning" ? "fine-tuning is" : "prompts are";
	const later = verdict === outlook ? "" : " later";
	return `Confidence that ${side} the right choice${later}`;
}

export function sayConfidence(decision: Decision): string {
	const how = chance(decision.confidence);
	if (how === evenChance) return `Confidence: ${how} between prompts and fine-tuning.`;
	return `${nameConfidence(decision)}: ${how}.`;
}

/** Whether further answers can still change it. */
export function saySettled({ settled, outlookSettled, unknown, completions }: Decision): string {
	if (unknown.length === 0) return "Every question is answered.";
	if (settled)
		return outlookSettled
			? "No further answer can change this; that is proven."
			: "No further answer can change what to do now, only what to expect later.";
	const open = unknown.filter(({ couldFlip }) => couldFlip).length;
	const answers = count(open, "open question");
	// Past the size at which it can be proved, each answer only may matter.
	return `${capital(answers)} ${completions === null ? "may" : "can"} still change the verdict.`;
}

/** What was worked out and not said, with its source. */
export const sayComputed = ({ computed }: Pick<Decision, "computed">, rules: Questions): string[] =>
	Object.entries(computed).flatMap(([fact, answer]) => {
		const unit = own(rules.questions, fact)?.number?.unit;
		if (unit === undefined) return [];
		return [`${capital(labelOf(rules, fact))}: ${formatAnswer(answer)} ${unit}, ${answer.from}.`];
	});

/** How far the total is from where the outlook turns. */
export function sayTotal(
	{ total: { points, threshold, exact }, reasons }: Decision,
	minus?: string,
): string {
	const distance = Math.abs(points - threshold);
	const where =
		points >= threshold
			? `the total is ${distance === 0 ? "exactly that" : `${distance} above it`}`
			: `the total is ${distance} below it`;
	const bounds = exact ? "" : " The range it can still take is a bound, not exact.";
	const veto = sayVeto({ points, threshold }, reasons);
	return `Fine-tuning starts at ${signed(threshold, minus)}; ${where}.${veto}${bounds}`;
}

/** Said where a total would point to fine-tuning, if no reason ruled it out. */
export function sayVeto(
	{ points, threshold }: Pick<Decision["total"], "points" | "threshold">,
	reasons: Decision["reasons"],
): string {
	const veto = points >= threshold && reasons.find((reason) => reason.veto);
	return veto ? ` But ${veto.rule} rules fine-tuning out, whatever the total.` : "";
}

/** The scores that count more than once; points shown include it. */
export function sayWeights({ scores }: Decision): string {
	const weights = [...new Set(scores.map(({ weight }) => weight))].filter((weight) => weight > 1);
	const groups = weights.map((weight) => {
		const names = scores.filter((score) => score.weight === weight);
		const one = names.length === 1 ? "counts" : "count";
		return `${listed(names.map(({ criterion }) => spaced(criterion)))} ${one} ${times(weight)}`;
	});
	return groups.length > 0 ? `${capital(listed(groups))} (already included).` : "";
}

type Flip = Decision["flips"][number];

/** One way to turn the verdict, to go on after "if": `labeled examples rose from 100 to at least 500`. */
export const sayFlip = ({ changes }: Pick<Flip, "changes">, rules: Questions): string =>
	listed(changes.map((change) => sayChange(change, rules)));

function sayChange({ fact, from, to }: Flip["changes"][number], rules: Questions): string {
	const label = labelOf(rules, fact);
	const { moves, number } = own(rules.questions, fact) ?? {};
	if (from === "unknown") return `${label} turned out to be ${to}`;
	if (!number)
		return moves === "given"
			? `${label} were to change from ${from} to ${to}`
			: `${label} were ${to} instead of ${from}`;
	const [rose, rise] =
		firstNumber(to) < firstNumber(from) || to.startsWith("under")
			? ["fell", "fall"]
			: ["rose", "rise"];
	return `${label} ${moves === "given" ? `were to ${rise}` : rose} from ${asRange(from)} to ${asRange(to)}`;
}

/** Two numbers of a range would read as the two ends of a change: `500–2,000`. */
export const asRange = (amount: string): string => amount.replaceAll(/(\d) to (?=\d)/g, "$1–");

const firstNumber = (amount: string): number =>
	Number(/\d[\d,]*/.exec(amount)?.[0].replaceAll(",", "") ?? 0);

/**
 * The open questions whose answer can change the verdict alone, and those that need others for it.
 * Where completions were too many to count, neither is proved of any.
 */
export function decidingQuestions({ unknown, completions }: Decision) {
	const deciding = unknown.filter(({ couldFlip }) => completions !== null && couldFlip);
	return {
		alone: deciding.filter(({ alone }) => alone),
		together: deciding.filter(({ alone }) => !alone),
	};
}

/** What of the open questions matters. */
export function sayOpen({ unknown, settled, outlookSettled, completions }: Decision): string {
	const [questions, be] = [count(unknown.length, "question"), unknown.length === 1 ? "is" : "are"];
	if (unknown.length === 0) return "Every question is answered.";
	const start = `${questions} ${be} open`;
	if (!settled && completions === null)
		return `${start}. The rule set is too large to prove which of them can change the verdict.`;
	if (!settled) {
		const matter = unknown.filter(({ couldFlip }) => couldFlip).length;
		return `${start}; ${matter === unknown.length ? "each" : matter} can change the verdict.`;
	}
	return `${start}. None can change the verdict${outlookSettled ? "" : ", though some can change what to expect later"}.`;
}

/** Where no fact speaks for what is advised: that, and the lecture's advice to everybody. */
export function sayAdvice({ reasons }: Decision, { lecture }: Pick<RuleSet, "lecture">): Advice[] {
	const id = "start-with-prompts";
	const advice = own(lecture.statements, id)?.says;
	const start =
		reasons.length === 0
			? "Nothing you told us points either way yet."
			: "Nothing you told us is strong enough to advise anything else.";
	return [{ says: start }, ...(advice ? [{ says: `The lecture's advice: ${advice}`, id }] : [])];
}

/** A sentence, and the id that explains it. */
interface Advice {
	says: string;
	id?: string;
}

/** Why an interview may stop here. */
export const provenSentence =
	"Proven: no open answer can change the verdict, the outlook or the first three steps.";

export const coreDoneSentence =
	"That is enough for a result. A few more answers would make it more certain.";
