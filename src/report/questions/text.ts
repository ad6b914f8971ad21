/** The catalogue of questions for people: the next one in full, then all of them in a line each. */
import { oneLine } from "../../core/harmless.ts";
import { mapStrings, toAscii } from "../clean.ts";
import { coreDoneSentence, provenSentence } from "../sentences.ts";
import type { Style } from "../style.ts";
import { type Page, pageOf, paragraph, section } from "../text/page.ts";
import type { Catalogue, CatalogueQuestion } from "./json-schema.ts";

export function questionsText(catalogue: Catalogue, style: Style): string {
	const change = style.unicode ? oneLine : (text: string) => toAscii(oneLine(text));
	const { next, questions, sections, ...rest } = mapStrings(catalogue, change);
	const page = pageOf(style);
	const asked = questions.find(({ fact }) => fact === next?.fact);
	const groups = [...sections, { id: null, title: "Other questions" }];
	const lines = [
		...sayWhereItStands(rest, next === null),
		...(next && asked ? nextLines(asked, next.why, page) : []),
		...groups.flatMap(({ id, title }) => {
			const own = questions.filter((one) => groupOf(one, sections) === id);
			return section(
				page,
				title,
				own.flatMap((one) => questionLines(one, page)),
			);
		}),
	];
	return lines.join("\n");
}

const groupOf = ({ section }: CatalogueQuestion, sections: Catalogue["sections"]) =>
	sections.some(({ id }) => id === section) ? section : null;

/** Whether it is time to stop, and why. */
function sayWhereItStands(
	{ fixed, settled, coreDone }: Pick<Catalogue, "fixed" | "settled" | "coreDone">,
	isLast: boolean,
): string[] {
	if (fixed) return [provenSentence];
	if (isLast)
		return [
			settled
				? "Nothing left to ask: no further answer changes the verdict."
				: "Nothing left to ask that would tell much more.",
		];
	return coreDone ? [coreDoneSentence] : [];
}

function nextLines(question: CatalogueQuestion, why: string, page: Page): string[] {
	const { fact, ask, values, number, example } = question;
	const answers = values?.map(({ value, means }) => `${value}: ${means}`) ?? [
		number ? `A number of ${number.unit}, such as ${number.example}.` : `Such as ${example}.`,
	];
	return [
		...paragraph(page, `Next: ${page.strong(ask)} ${page.faint(`[${fact}]`)}`, ""),
		...paragraph(page, why),
		...paragraph(page, `Why it matters: ${question.why}`),
		...paragraph(page, `How to find out: ${question.find}`),
		...answers.flatMap((line) => paragraph(page, line, "    ")),
	];
}

function questionLines({ fact, ask, state, answer }: CatalogueQuestion, page: Page): string[] {
	const says = state === "answered" ? String(answer) : states[state];
	return paragraph(page, `${page.strong(fact)}: ${ask} ${page.faint(`(${says})`)}`, "  - ");
}

const states = {
	open: "open",
	unknown: "not known",
	skipped: "not needed, given the other answers",
} satisfies Partial<Record<CatalogueQuestion["state"], string>>;
