/** Answers: what is known of each fact, as a set of values that it may still have. */

import { showInvisible } from "../harmless.ts";
import { own } from "../own.ts";
import { bad, good, type Place, type Problem, type Result } from "../problems.ts";
import { acceptedBy } from "./accepted.ts";
import { type AnswerValue, cellsOf, splitRange } from "./answer-set.ts";
import { allCells, type Cells, type Domain, isSingle, valuesOf } from "./domain.ts";
import { didYouMean } from "./nearest-word.ts";
import { parseNumber } from "./numbers.ts";
import type { Question } from "./question.ts";

export interface Answer {
	value: AnswerValue;
	/** Where it came from, for people: `--examples`, `answers.yaml:3`. */
	from: string;
}

/** By fact id; a fact that is left out is unknown. */
export type Answers = Record<string, Answer>;

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
					? `should-i-finetune explain ${fact} says what it means and how to find out.`
					: "should-i-finetune --help lists every fact.",
				at: at ?? { file: from },
			});
			continue;
		}
		const before = own(answers, fact);
		if (before && before.value !== read.value)
			problems.push({
				code: "contradiction",
				message: `${fact} is ${before.value} in ${before.from} and ${read.value} in ${from}.`,
				hint: "Give one of the two, or the set of both when you cannot tell.",
				at: at ?? { file: from },
			});
		answers[fact] = { value: read.value, from };
	}
	return problems.length > 0 ? bad(...problems) : good(answers);
}

type ReadAnswer = { value: AnswerValue } | { why: string };

function parseAnswer(fact: string, question: Question, raw: unknown): ReadAnswer {
	const text = scalarText(raw);
	if (text === undefined)
		return { why: `${fact} must be one value or a set like a,b; this is ${describeKind(raw)}.` };
	const values = valuesOf(question);
	// [1, 500] must not read as 1,500.
	if (Array.isArray(raw) && raw.length > 1 && !values)
		return { why: `${fact} takes no list. ${describeAllowed(question)}` };
	if (text.length > longestAnswer)
		return {
			why: `${fact} has more than ${longestAnswer} characters. ${describeAllowed(question)}`,
		};
	if (text.trim() === "")
		return {
			why: `${fact} is empty. ${describeAllowed(question)} Leave it out when you do not know.`,
		};
	if (text.trim().toLowerCase() === "unknown") return { value: "unknown" };
	if (question.number) return parseAmount(fact, question, text);
	if (values) return parseChoice(fact, question, values, text);
	if (/\p{Cc}/u.test(text))
		return {
			why: `${fact} must be a name in one line, without tabs and other control characters.`,
		};
	if (text.length > longestText)
		return { why: `${fact} must be a name of at most ${longestText} characters.` };
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

function parseAmount(fact: string, question: Question, text: string): ReadAnswer {
	const top = question.number?.most ?? 0;
	const [low, high] = splitRange(text) ?? [text, text];
	if (low === "" && high === "") return { value: "unknown" };
	const least = low === "" ? 0 : parseNumber(low);
	const most = high === "" ? top : parseNumber(high);
	if (least === undefined || most === undefined)
		return { why: `${fact} is not ${formatRaw(text)}. ${describeAllowed(question)}` };
	if (least > top || most > top)
		return { why: `${fact} is never as large as ${formatRaw(text)}. ${describeAllowed(question)}` };
	if (question.number?.whole && !(Number.isInteger(least) && Number.isInteger(most)))
		return { why: `${fact} is a count, and ${formatRaw(text)} is not a whole number.` };
	if (least > most)
		return { why: `${fact} cannot be ${formatRaw(text)}: the first number is the greater.` };
	if (least === most) return { value: least };
	return { value: `${low === "" ? "" : least}..${high === "" ? "" : most}` };
}

function parseChoice(fact: string, question: Question, values: string[], text: string): ReadAnswer {
	const lower = text.trim().toLowerCase();
	const not = lower.startsWith("not ");
	const words = (not ? lower.slice(4) : lower).split(",").map((word) => word.trim());
	// YAML and JSON have booleans, so that each question with a yes or no takes them.
	const meant = words.map((word) => (values.includes("yes") ? (yesNo.get(word) ?? word) : word));
	for (const word of meant)
		if (!values.includes(word))
			return {
				why: `${fact} is never ${formatRaw(word)}.${didYouMean(word, values)} ${describeAllowed(question)}`,
			};
	const set = values.filter((value) => meant.includes(value) !== not);
	if (set.length === 0)
		return { why: `${fact} cannot be ${formatRaw(text)}: that leaves no value.` };
	return { value: set.length === values.length ? "unknown" : set.join(",") };
}

// Not an object: every object has a `constructor`.
const yesNo = new Map([
	["true", "yes"],
	["false", "no"],
	["y", "yes"],
	["n", "no"],
]);

/** What a question accepts, as a sentence of an error. */
const describeAllowed = (question: Question): string => `It is ${acceptedBy(question)}.`;

/** Raw input within a message: short, quoted, with what cannot be seen spelt out. */
export const formatRaw = (text: string): string =>
	showInvisible(JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text));

/** The facts of a rule set, by number. */
interface Domains {
	domains: readonly Domain[];
}

/** The cells that are still possible, by fact number. */
export const masksOf = (rules: Domains, answers: Answers): Cells[] =>
	rules.domains.map((domain) => cellsOf(domain, own(answers, domain.fact)?.value ?? "unknown"));

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
