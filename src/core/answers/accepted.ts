/** What a question accepts, in words: the one place from which errors, help, the interview and files say it. */
import { valuesOf } from "./domain.ts";
import { listed } from "./format-answer.ts";
import type { Question } from "./question.ts";

/** `yes or no`, `one of static, monthly or daily`, `a name, such as together`, `a number of weeks, such as 8, 8+ or 8-16`. */
export function acceptedBy(question: Question): string {
	const values = valuesOf(question);
	if (values) return `${question["yes-no"] ? "" : "one of "}${listed(values, "or")}`;
	if (!question.number) return `a name, such as ${question.text?.example}`;
	return `a number of ${question.number.unit}, such as ${amountsLike(question.number)}`;
}

/** The same as advice: `Choose static, monthly or daily.` */
export function howToAnswer(question: Question): string {
	const values = valuesOf(question);
	return values ? `Choose ${listed(values, "or")}.` : `Write ${acceptedBy(question)}.`;
}

/** `500, 20k, 500+ or 500-1000`: people copy what they see. */
export function amountsLike({ example, most }: NonNullable<Question["number"]>): string {
	const thousands = example < 1000 && most >= 20_000 ? ["20k"] : [];
	const range = `${short(example)}-${short(example * 2)}`;
	return listed([short(example), ...thousands, `${short(example)}+`, range], "or");
}

const short = (number: number): string =>
	number >= 10_000 && number % 1000 === 0 ? `${number / 1000}k` : String(number);
