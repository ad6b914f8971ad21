/** What the interview says between its questions. */
import { readSet } from "../core/answers/answer-set.ts";
import { type Answer, isKnown } from "../core/answers/answers.ts";
import { formatAnswer, uncapital } from "../core/answers/format-answer.ts";
import type { Question } from "../core/answers/question.ts";
import type { Decision } from "../core/decision/decision.ts";
import { oneLine } from "../core/harmless.ts";
import { own } from "../core/own.ts";
import { toAscii } from "../report/clean.ts";
import { dollars } from "../report/cost/amounts.ts";
import { paysBack } from "../report/cost/payback.ts";
import { cutAt, fold } from "../report/text/columns.ts";
import { capital, sideWords } from "../report/words.ts";
import type { Look } from "./layout.ts";
import type { AskReason, Plan } from "./plan.ts";

export const intro = [
	"Improve the prompts, or fine-tune? Answer a few questions to find out.",
	"About five minutes. Skip what you don't know. Nothing is sent anywhere.",
];

export const nothingBefore = "There is nothing to go back to yet.";

export const lastQuestion = "That was the last question.";

/** Where the facts point so far; nothing while that is too early to say. */
export function leaning({
	state,
	outlook,
	reasons,
}: Pick<Decision, "state" | "outlook" | "reasons">): string | undefined {
	return state === "too-early" || reasons.length === 0
		? undefined
		: `Leaning: ${sideWords[outlook]}`;
}

/** `Your examples · Question 8 of about 13 · Leaning: prompts`. */
export function progress(
	{ number, total }: Pick<Plan, "number" | "total">,
	{ section, lean }: { section: string | undefined; lean: string | undefined },
	{ unicode }: Pick<Look, "unicode">,
): string {
	const question = `Question ${number} of about ${total}`;
	return [section, question, lean]
		.filter((part) => part !== undefined)
		.join(unicode ? " · " : " - ");
}

/** `Cost so far: about $2,350 a month with prompts; fine-tuning pays back in about 9 months.` */
export function runningCost({ cost }: Pick<Decision, "cost">): string | undefined {
	const [today] = cost?.ways ?? [];
	if (!cost || !today) return undefined;
	const tuned = cost.payback ? `; fine-tuning ${paysBack(cost.payback.months)}` : "";
	return `Cost so far: about ${dollars(today.perMonth.usual)} a month with prompts (${cost.model})${tuned}.`;
}

const whyNowSentences = {
	"in-order": undefined,
	saved: "It was answered in the saved file.",
	narrows: "Of what is left, this one tells the most about the verdict.",
	alone: "This answer alone can still change the verdict.",
	together: "With other answers, this one can still change the verdict.",
	outlook: "Of what is left, this one tells the most about what to expect later.",
	again: "You came back to this one.",
} satisfies Record<AskReason, string | undefined>;

/** Why this question comes now, where its place in the order does not say it. */
export const whyNow = (reason: AskReason): string | undefined => whyNowSentences[reason];

/** A closed gate, in passing. */
export const noteOf = ({ because }: Pick<Decision["gates"][number], "because">): string =>
	`Noted: this comes before any fine-tuning. ${because}`;

/** An answered question, as it stays on the screen. */
export function answered(
	question: Question,
	answer: Answer,
	{ paint, unicode, width }: Look,
): string {
	const label = capital(question.label);
	if (!isKnown(answer)) return paint.dim(`- ${label}: not known`);
	const said = fold(`${label}: ${sayAnswer(question, answer)}`, width, 2);
	const [name, ...words] = said.split(": ");
	return `${paint.green(unicode ? "✔" : "*")} ${name}: ${paint.cyan(words.join(": "))}`;
}

/** An answer in words: what a choice means, or a number with its unit. */
function sayAnswer(question: Question, answer: Answer): string {
	const { number } = question;
	if (number) return `${formatAnswer(answer)} ${number.unit}`;
	const meanings = question.choices ?? question["yes-no"];
	const set = readSet(answer.value);
	if (!meanings || set.kind !== "words") return String(answer.value);
	return set.words.map((word) => shortMeaning(own(meanings, word) ?? word)).join(", or ");
}

/** A line of explanation within a sentence: without its full stop, its capital and what stands in brackets. */
const shortMeaning = (meaning: string): string =>
	uncapital(meaning.replaceAll(/ \([^()]*\)/g, "").replace(/\.$/, ""));

/** What was measured, above its question: a line each, so that the question stays on a small screen. */
export const evidenceLines = (lines: readonly string[], { unicode, width }: Look): string =>
	[
		"",
		...lines.map((line) => cutLine(unicode ? oneLine(line) : toAscii(oneLine(line)), width)),
	].join("\n");

/** Its indent stays. */
function cutLine(line: string, width: number): string {
	const text = line.trimStart();
	const indent = line.length - text.length;
	return " ".repeat(indent) + cutAt(text, width - indent);
}

/** What going back does to the answer that still stands above. */
export const takenBack = ({ label }: Question, { paint, unicode }: Look): string =>
	paint.dim(`${unicode ? "↩" : "<"} ${capital(label)}: taken back`);

/** Why a question is asked, and how to find out. */
export function explainQuestion({ why, find }: Question, { width }: Look): string {
	const lines = [`Why it matters: ${why}`, `How to find out: ${find}`];
	return ["", ...lines.map((line) => `  ${fold(line, width, 2)}`)].join("\n");
}
