/** What a decision says, in sentences that the text and the Markdown report share. */
import { listed } from "../core/answers/format-answer.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import {
	capital,
	chance,
	count,
	labelOf,
	type Questions,
	share,
	sideNames,
	signed,
	spaced,
	times,
} from "./words.ts";

/** Which way, how strongly, and how likely that is right. */
export function sayStrength({ strength, outlook, confidence, reasons }: Decision): string {
	const side = sideNames[outlook];
	const pointing = {
		clear: `The facts point clearly to ${side}.`,
		leaning: `The facts lean to ${side}.`,
		close: `The facts point to ${side}, but it is a close call.`,
	}[strength];
	const start =
		reasons.length === 0 ? `No fact points either way yet, so ${side} comes first.` : pointing;
	return `${start} The chance that this is right is ${chance(confidence)} (${confidence}).`;
}

/** Whether anything can still change it. */
export function saySettled(decision: Decision): string {
	const { settled, outlookSettled, completions, unknown, verdict, outlook } = decision;
	if (settled)
		return outlookSettled
			? "Settled: no further answer can change it."
			: "Settled: no further answer can change what to do now, only what to expect later.";
	if (!completions) return "Not settled: the open questions can still change it.";
	const exactly = verdict === "fine-tuning" ? completions.verdict : 1 - completions.verdict;
	// What is not settled is never said to be all, however close a rounded share comes.
	const same = Math.min(exactly, 0.999);
	const later =
		verdict === outlook
			? ""
			: `, and ${share(completions.outlook)} point to fine-tuning in the end`;
	return `Not settled: of all ways to answer the ${count(unknown.length, "open question")}, ${share(same)} give this advice${later}.`;
}

/** How far the total is from where the outlook turns. */
export function sayTotal(
	{ total: { points, threshold, exact } }: Decision,
	minus?: string,
): string {
	const distance = Math.abs(points - threshold);
	const where =
		points >= threshold
			? `the total is ${distance === 0 ? "just there" : `${distance} above that`}`
			: `the total is ${distance} short of that`;
	const bounds = exact ? "" : " Its possible ends are bounds, not exact.";
	return `From ${signed(threshold, minus)} up the facts point to fine-tuning; ${where}.${bounds}`;
}

/** The scores that count more than once; points shown include it. */
export function sayWeights({ scores }: Decision): string {
	const weights = [...new Set(scores.map(({ weight }) => weight))].filter((weight) => weight > 1);
	const groups = weights.map((weight) => {
		const names = scores.filter((score) => score.weight === weight);
		const one = names.length === 1 ? "counts" : "count";
		return `${listed(names.map(({ criterion }) => spaced(criterion)))} ${one} ${times(weight)}`;
	});
	return groups.length > 0 ? `${capital(listed(groups))}, which these points include.` : "";
}

/** One way to turn the verdict: `labelled examples were at least 500 (now 100)`. */
export const sayFlip = ({ changes }: Decision["flips"][number], rules: Questions): string =>
	listed(
		changes.map(
			({ fact, from, to }) =>
				`${labelOf(rules, fact)} were ${to} (${from === "unknown" ? "not known now" : `now ${from}`})`,
		),
	);

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
	const questions = count(unknown.length, "question");
	if (unknown.length === 0) return "Every question is answered.";
	const be = unknown.length === 1 ? "is" : "are";
	if (!settled && completions === null)
		return `${questions} ${be} open. The rule set is too large to prove which of the answers can change the verdict.`;
	if (!settled) {
		const matter = unknown.filter(({ couldFlip }) => couldFlip).length;
		const which = matter === unknown.length ? "each" : `${matter}`;
		return `${questions} ${be} open, and the answer to ${which} of them can change the verdict.`;
	}
	return `${questions} ${be} open. None of the answers can change the verdict${outlookSettled ? "" : ", though some can change what to expect later"}.`;
}

/** Where no fact speaks for what is advised: that, and the lecture's advice to everybody. */
export function sayAdvice({ reasons }: Decision, { lecture }: Pick<RuleSet, "lecture">): Advice[] {
	const id = "start-with-prompts";
	const advice = lecture.statements[id]?.says;
	const start =
		reasons.length === 0
			? "No answer so far speaks for either side."
			: "What is known does not weigh enough to advise anything else.";
	return [
		{ says: start },
		...(advice ? [{ says: `The lecture's advice to everybody: ${advice}`, id }] : []),
	];
}

/** A sentence, and the id that explains it. */
interface Advice {
	says: string;
	id?: string;
}
