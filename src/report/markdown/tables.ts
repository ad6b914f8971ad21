/** The tables of the Markdown report: scores, the lecture's rows, answers. */
import { isKnown } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { Question } from "../../core/answers/question.ts";
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { weighted } from "../text/bars.ts";
import { capital, labelOf, sideNames, signed, spaced, spread } from "../words.ts";
import { escapeMarkdown, markdownTable } from "./escape.ts";

const bold = (text: string): string => `**${text}**`;

export function scoreTable({ scores, total, outlook }: Decision): string {
	const rows = scores.map((score) => [
		escapeMarkdown(capital(spaced(score.criterion))),
		escapeMarkdown(score.asks),
		signed(weighted(score).points),
		spread(weighted(score)),
		sideNames[score.toward],
	]);
	const sum = [signed(total.points), spread(total), sideNames[outlook]].map(bold);
	return markdownTable(
		["Score", "What it asks", "Points", "Can become", "Points to"],
		[...rows, [bold("Total"), "All of them together.", ...sum]],
		["---", "---", "--:", "--:", "---"],
	);
}

export function lectureTable({ table }: Decision): string {
	const rows = table.map(({ aspect, promptEngineering, fineTuning, speaksFor, because }) => {
		const cell = (side: typeof speaksFor, text: string) =>
			speaksFor === side ? bold(escapeMarkdown(text)) : escapeMarkdown(text);
		const speaks = speaksFor === "neither" ? "" : `For ${sideNames[speaksFor]}: `;
		return [
			escapeMarkdown(capital(aspect)),
			cell("prompt-engineering", promptEngineering),
			cell("fine-tuning", fineTuning),
			speaks + escapeMarkdown(because),
		];
	});
	return markdownTable(["Aspect", "Prompt engineering", "Fine-tuning", "Here"], rows);
}

export function answerTable({ answers, computed }: Decision, rules: RuleSet): string {
	const rows = Object.entries({ ...answers, ...computed })
		.filter(([, answer]) => isKnown(answer))
		.map(([fact, answer]) => [
			escapeMarkdown(capital(labelOf(rules, fact))),
			escapeMarkdown(sayAnswer(rules.questions[fact], answer)),
			escapeMarkdown(answer.from),
		]);
	return rows.length > 0
		? markdownTable(["Question", "Answer", "From"], rows)
		: "Nothing is answered yet.";
}

/** `Clearly short (large)`, `20,000 examples`: in words, with the value that a flag takes. */
export function sayAnswer(
	question: Question | undefined,
	answer: Decision["answers"][string],
): string {
	const [value, meaning] = [formatAnswer(answer), meaningOf(question, answer.value)];
	if (meaning === "") return value;
	return question?.number ? `${value} ${meaning}` : `${meaning.replace(/\.$/, "")} (${value})`;
}

/** The line that explains a choice, or the unit of a number. */
export function meaningOf(question: Question | undefined, value: string | number): string {
	const meanings = question?.choices ?? question?.["yes-no"] ?? {};
	return new Map(Object.entries(meanings)).get(String(value)) ?? question?.number?.unit ?? "";
}
