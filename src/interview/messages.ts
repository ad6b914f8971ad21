/** What the interview says between its questions. */
import { type Answer, isKnown } from "../core/answers/answers.ts";
import { formatAnswer } from "../core/answers/format-answer.ts";
import type { Question } from "../core/answers/question.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { Side } from "../core/side.ts";
import { fold } from "../report/text/columns.ts";
import { count } from "../report/words.ts";
import type { Look } from "./layout.ts";
import type { AskReason } from "./state.ts";

export const intro = [
	"Improve the prompts, or fine-tune? A few questions about your project decide.",
	"Five minutes; skip what you do not know. Nothing is sent anywhere.",
];

export const settledSentence = "Settled: no further answer can change the verdict.";

export const lastQuestion = "That was the last question; what you left open may still matter.";

const sideWords = {
	"prompt-engineering": "improve the prompts",
	"fine-tuning": "fine-tune",
} satisfies Record<Side, string>;

const whyNowSentences = {
	narrows: "This one narrows it most.",
	alone: "This one can alone.",
	together: "This one can, together with others.",
	outlook: "This one narrows the outlook most.",
	perhaps: "This one may still move the outlook.",
	"in-order": "",
	optional: "Optional: it adds notes to the result and changes no verdict.",
	again: "You came back to this one.",
} satisfies Record<AskReason, string>;

/** The running result in one line; once the verdict is settled, the outlook is what still moves. */
export function soFar({ verdict, outlook, settled, completions }: Decision): string {
	const [what, side, share] = settled
		? ["Outlook", outlook, completions?.outlook]
		: ["So far", verdict, completions?.verdict];
	if (share === undefined) return `${what}: ${sideWords[side]}.`;
	const agree = odds(side === "fine-tuning" ? share : 1 - share);
	return `${what}: ${sideWords[side]}; ${agree} of the remaining possibilities agree.`;
}

/** How many questions are left, and why this one comes now. */
export function whyNow(reason: AskReason, left: number, { settled }: Decision): string {
	const questions = count(left, "question");
	if (reason === "in-order")
		return `${questions} left.${settled ? " The verdict is settled." : ""}`;
	if (settled) return `The verdict is settled. ${whyNowSentences[reason]}`;
	return `${questions} can still change the verdict. ${whyNowSentences[reason]}`;
}

/** A share as people say it; never "10 of 10" or "0 of 10" for what is not certain. */
export function odds(share: number): string {
	if (share >= 0.995) return "nearly all";
	if (share >= 0.95) return `${Math.floor(share * 100)} of 100`;
	if (share < 0.05) return "few";
	return `${Math.round(share * 10)} of 10`;
}

/** An answered question, as it stays on the screen. */
export function answered({ label }: Question, answer: Answer, { paint, unicode }: Look): string {
	if (!isKnown(answer)) return paint.dim(`- ${label}: not known`);
	return `${paint.green(unicode ? "✔" : "*")} ${label}: ${paint.cyan(formatAnswer(answer))}`;
}

/** What going back does to the answer that still stands above. */
export const takenBack = ({ label }: Question, { paint, unicode }: Look): string =>
	paint.dim(`${unicode ? "↩" : "<"} ${label}: taken back`);

/** Why a question is asked, and how to find out. */
export function explainQuestion({ why, find }: Question, { width }: Look): string {
	const lines = [`Why I ask: ${why}`, `How to find out: ${find}`];
	return ["", ...lines.map((line) => `  ${fold(line, width, 2)}`)].join("\n");
}
