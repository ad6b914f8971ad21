/** Answers for people. */
import { type Answers, isKnown } from "./answers.ts";
import { formatNumber } from "./numbers.ts";

/** Several choices: a name may hold commas as well. */
const choices = /^[a-z0-9.-]+(,[a-z0-9.-]+)+$/;

/** An answer within a sentence: `20,000`, `monthly or daily`, `500 to 2,000`. */
export function formatAnswer(answer: Answers[string] | undefined): string {
	if (!isKnown(answer)) return "unknown";
	const text = String(answer.value);
	// Only numbers have ranges: a name may hold dots as well.
	const [, low, high] = /^([\d.]*?)\.\.([\d.]*)$/.exec(text) ?? [];
	if (low === undefined) {
		if (typeof answer.value === "number") return formatNumber(answer.value);
		return choices.test(text) ? text.replaceAll(",", " or ") : text;
	}
	if (low === "") return `at most ${formatNumber(Number(high))}`;
	if (high === "") return `at least ${formatNumber(Number(low))}`;
	return `${formatNumber(Number(low))} to ${formatNumber(Number(high))}`;
}

/** Puts answers into the {fact} places of a sentence. */
export function fill(sentence: string, answers: Answers): string {
	return sentence.replaceAll(/\{([^}]*)\}/g, (_, fact: string) => formatAnswer(answers[fact]));
}
