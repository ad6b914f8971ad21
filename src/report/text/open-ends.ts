/** What to find out next, and what would change the verdict. */
import type { Decision } from "../../core/decision/decision.ts";
import { decidingQuestions, sayFlip, saySettled } from "../sentences.ts";
import { count, flagOf, labelOf, type Questions, sideNames } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

const mostNamed = 6;
const mostShownFlips = 3;

export function nextQuestionLines(decision: Decision, rules: Questions, page: Page): string[] {
	const { state, nextQuestion, unknown, settled, completions } = decision;
	if (state === "keep") return [];
	const ask = nextQuestion === null ? undefined : rules.questions[nextQuestion]?.ask;
	const open = unknown.filter(({ couldFlip }) => couldFlip).length;
	const isOneOfMany = ask !== undefined && !settled && completions !== null && open > 1;
	const says = isOneOfMany
		? `The most telling of ${count(open, "question")} that can still change the verdict.`
		: saySettled(decision);
	const question = ask === undefined ? "" : `${ask} ${page.faint(`[${nextQuestion}]`)} `;
	return section(page, "What to find out next", paragraph(page, question + says));
}

/** The same with how to answer, and all that matters. */
export function openEndLines(decision: Decision, rules: Questions, page: Page): string[] {
	const { nextQuestion } = decision;
	const flag = nextQuestion === null ? [] : [`Answer with ${flagOf(rules, nextQuestion)}`];
	const { alone, together } = decidingQuestions(decision);
	return [
		...nextQuestionLines(decision, rules, page),
		...flag.flatMap((says) => paragraph(page, page.faint(says))),
		...namedLines("On their own", alone, { rules, page }),
		...namedLines("Only with others", together, { rules, page }),
		...section(page, "What would change the verdict", flipLines(decision, rules, page)),
	];
}

function namedLines(
	title: string,
	open: Decision["unknown"],
	{ rules, page }: { rules: Questions; page: Page },
): string[] {
	if (open.length === 0) return [];
	const names = open
		.slice(0, mostNamed)
		.map(({ fact }) => `${labelOf(rules, fact)} ${page.faint(`[${fact}]`)}`);
	const rest = open.length - names.length;
	const more = rest > 0 ? [`and ${count(rest, "other")}`] : [];
	return paragraph(page, `${title}: ${[...names, ...more].join(", ")}.`);
}

function flipLines({ flips }: Decision, rules: Questions, page: Page): string[] {
	return flips.slice(0, mostShownFlips).flatMap((flip, index) => {
		const start = index === 0 ? `The verdict would be ${sideNames[flip.verdict]} if` : "Or if";
		return paragraph(page, `${start} ${sayFlip(flip, rules)}.`, `  ${page.symbols.bullet} `);
	});
}
