/** Answers for people. */
import { own } from "../own.ts";
import { type Answers, readSet } from "./answer-set.ts";
import { formatNumber } from "./numbers.ts";

/** An answer within a sentence: `20,000`, `monthly or daily`, `500 to 2,000`. */
export function formatAnswer(answer: Answers[string] | undefined): string {
	const set = readSet(answer?.value ?? "unknown");
	if (set.kind === "unknown") return "unknown";
	if (set.kind === "words") return set.words.join(" or ");
	const [least, most] = [set.least, set.most].map((end) =>
		end === undefined ? undefined : formatNumber(end),
	);
	if (least === undefined) return `at most ${most}`;
	if (most === undefined) return `at least ${least}`;
	return least === most ? least : `${least} to ${most}`;
}

const sayAnswer = (answer: Answers[string] | undefined): string =>
	answer?.says ?? formatAnswer(answer);

/** Puts answers into the {fact} places of a sentence. */
export function fillAnswers(sentence: string, answers: Answers): string {
	return sentence.replaceAll(/\{([^{}]*)\}/g, (_, fact: string) => sayAnswer(own(answers, fact)));
}

/** `a, b and c`. */
export const listed = (parts: string[], last = "and"): string =>
	parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;

/** A sentence inside another. A first word written like a name keeps its capital: `OpenAI`, `LoRA`, `I`. */
export const uncapital = (sentence: string): string =>
	sentence.replace(/^(?!I\b)[A-Z](?=[a-z]*(?![A-Za-z\d]))/, (first) => first.toLowerCase());
