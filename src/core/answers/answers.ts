/** Answers: what is known of each fact, as a set of values that it may still have. */

import { showInvisible } from "../harmless.ts";
import { own } from "../own.ts";
import { bad, good, type Place, type Problem, type Result } from "../problems.ts";
import { howToAnswer } from "./accepted.ts";
import { readAmount } from "./amounts.ts";
import { type Answer, type Answers, type AnswerValue, cellsOf } from "./answer-set.ts";
import { readChoices } from "./choices.ts";
import { allCells, type Cells, type Domain, isSingle, valuesOf } from "./domain.ts";
import { didYouMean } from "./nearest-word.ts";
import type { Question } from "./question.ts";

export type { Answer, Answers } from "./answer-set.ts";

/** An answer not yet trusted. */
export interface RawAnswer {
	fact: string;
	value: unknown;
	from: string;
	at?: Place;
}

/** Characters of a name at most. */
const longestText = 200;
/** Characters of any other answer at most: far more than all values of a question. */
const longestAnswer = 2000;
/** Problems that come with a guess: what is wrong everywhere needs none, and each takes a while. */
const mostGuesses = 50;

/** Reads raw answers; every problem is reported, and a fact answered twice differently is one. */
export function parseAnswers(
	questions: Record<string, Question>,
	raw: readonly RawAnswer[],
): Result<Answers> {
	const problems: Problem[] = [];
	const answers: Answers = {};
	for (const { fact, value, from, at } of raw) {
		const question = own(questions, fact);
		const known = problems.length < mostGuesses ? Object.keys(questions) : [];
		const read = question
			? parseAnswer(fact, question, value)
			: { why: `There is no fact ${formatRaw(fact)}.${didYouMean(fact, known)}` };
		if ("why" in read) {
			problems.push({
				code: question ? "bad-answer" : "unknown-fact",
				message: read.why,
				hint: question
					? `To see what it means and how to find out, run should-i-finetune explain ${fact}.`
					: howElse(fact),
				at: at ?? { file: from },
			});
			continue;
		}
		const before = own(answers, fact);
		if (before && before.value !== read.value)
			problems.push({
				code: "contradiction",
				message: `${fact} is ${before.value} in ${before.from} and ${read.value} in ${from}.`,
				hint: "Keep one of the two. If you can't tell which is right, give a set, such as 500..2000 or monthly,daily.",
				at: at ?? { file: from },
			});
		answers[fact] = { value: read.value, from };
	}
	return problems.length > 0 ? bad(...problems) : good(answers);
}

/** The one key of an answers file that is not a fact stands beside the answers. */
const howElse = (fact: string): string =>
	fact === "title"
		? "Write title at the top level of the file, beside the answers and not among them."
		: "To list every fact, run should-i-finetune --help.";

type ReadAnswer = { value: AnswerValue } | { why: string };
type Limits = NonNullable<Question["number"]>;

function parseAnswer(fact: string, question: Question, raw: unknown): ReadAnswer {
	const text = scalarText(raw);
	if (text === undefined)
		return { why: `${fact} must be one value or a set such as a,b, not ${describeKind(raw)}.` };
	const values = valuesOf(question);
	// [1, 500] must not read as 1,500.
	if (Array.isArray(raw) && raw.length > 1 && !values)
		return { why: `${fact} takes one value, not a list. ${howToAnswer(question)}` };
	if (text.length > longestAnswer)
		return {
			why: `${fact} has more than ${longestAnswer} characters. ${howToAnswer(question)}`,
		};
	if (text.trim() === "")
		return {
			why: `${fact} is empty. ${howToAnswer(question)} Leave it out if you don't know.`,
		};
	if (text.trim().toLowerCase() === "unknown") return { value: "unknown" };
	if (question.number) return parseAmount(question.number, text);
	if (values) return parseChoice(question, values, text);
	if (/\p{Cc}/u.test(text))
		return {
			why: `${fact} must be on one line, without tabs or other control characters.`,
		};
	if (text.length > longestText)
		return { why: `${fact} can have at most ${longestText} characters.` };
	return { value: text.trim() };
}

/** What a scalar says; lists of scalars are sets. */
function scalarText(raw: unknown): string | undefined {
	if (typeof raw === "boolean") return String(raw);
	if (typeof raw === "string") return raw;
	// String(-0) is "0", which is an answer.
	if (Object.is(raw, -0)) return "-0";
	if (typeof raw === "number") return Number.isFinite(raw) ? String(raw) : undefined;
	if (!Array.isArray(raw) || raw.length === 0 || raw.length > 30) return undefined;
	const parts = raw.map((part) => (Array.isArray(part) ? undefined : scalarText(part)));
	return parts.includes(undefined) ? undefined : parts.join(",");
}

function describeKind(raw: unknown): string {
	if (raw === null) return "empty";
	if (Array.isArray(raw)) return raw.length === 0 ? "an empty list" : "a list of lists or too long";
	return typeof raw === "object" ? "a mapping" : String(raw);
}

function parseAmount(limits: Limits, text: string): ReadAnswer {
	const amount = readAmount(text, limits);
	if ("fault" in amount) return { why: `${formatRaw(text.trim())} ${amount.fault}` };
	const { least, most } = amount;
	if (least === undefined && most === undefined) return { value: "unknown" };
	return { value: least !== undefined && least === most ? least : `${least ?? ""}..${most ?? ""}` };
}

function parseChoice(question: Question, values: string[], text: string): ReadAnswer {
	const read = readChoices(values, text);
	if ("not" in read) {
		return {
			why: `${formatRaw(read.not)} is not a valid answer to "${question.label}". ${howToAnswer(question)}${didYouMean(read.not, values)}`,
		};
	}
	if (read.length === 0)
		return { why: `${formatRaw(text.trim())} leaves no possible answer to "${question.label}".` };
	return { value: read.length === values.length ? "unknown" : read.join(",") };
}

/** Raw input within a message: short, quoted, with what cannot be seen spelt out. */
export const formatRaw = (text: string): string =>
	showInvisible(JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text));

/** The facts of a rule set, by number. */
interface Domains {
	domains: readonly Domain[];
}

/** The cells that are still possible, by fact number. */
export const masksOf = (rules: Domains, answers: Answers): Cells[] =>
	rules.domains.map((domain) =>
		cellsOf(domain, own(answers, domain.fact)?.value ?? unansweredValue(domain)),
	);

const unansweredValue = (domain: Domain): AnswerValue =>
	(domain.kind === "choice" ? domain.otherwise : undefined) ?? "unknown";

/** The same answers, in the order of the questions. */
export const inFileOrder = (answers: Answers, facts: readonly string[]): Answers =>
	Object.fromEntries(
		facts.flatMap((fact) => {
			const answer = own(answers, fact);
			return answer ? [[fact, answer]] : [];
		}),
	);

/** Whether an answer says anything. */
export const isKnown = (answer: Answer | undefined): answer is Answer =>
	answer !== undefined && answer.value !== "unknown";

/** Whether every answer is one cell or all of them, as the prepared diagrams expect. */
export const isExactOrUnknown = (rules: Domains, masks: readonly Cells[]): boolean =>
	rules.domains.every((domain, fact) => {
		const cells = masks[fact] as Cells;
		return isSingle(cells) || cells === allCells(domain);
	});
