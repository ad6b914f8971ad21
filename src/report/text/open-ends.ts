/** What could change the verdict: answers that are not known, and answers that a team can change. */
import type { Decision } from "../../core/decision/decision.ts";
import { decidingQuestions, sayFlip, sayOpen } from "../sentences.ts";
import { count, flagOf, labelOf, type Questions, sideNames } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

const mostNamed = 6;
const mostShownFlips = 3;

export function openEndLines(decision: Decision, rules: Questions, page: Page): string[] {
	return section(page, "What could change it", [
		...paragraph(page, sayOpen(decision)),
		...unknownLines(decision, rules, page),
		...nextQuestionLines(decision, rules, page),
		...flipLines(decision, rules, page),
	]);
}

function unknownLines(decision: Decision, rules: Questions, page: Page): string[] {
	const line = (title: string, open: Decision["unknown"]) => {
		if (open.length === 0) return [];
		const names = open
			.slice(0, mostNamed)
			.map(({ fact }) => `${labelOf(rules, fact)} ${page.faint(`(--${fact})`)}`);
		const rest = open.length - names.length;
		const more = rest > 0 ? [`and ${count(rest, "other")}`] : [];
		return paragraph(page, `${title}: ${[...names, ...more].join(", ")}.`);
	};
	const { alone, together } = decidingQuestions(decision);
	return [...line("On their own", alone), ...line("Only with others", together)];
}

function nextQuestionLines({ nextQuestion }: Decision, rules: Questions, page: Page): string[] {
	const ask = nextQuestion === null ? undefined : rules.questions[nextQuestion]?.ask;
	if (nextQuestion === null || ask === undefined) return [];
	return paragraph(
		page,
		`Best to ask next: ${ask} ${page.faint(`(${flagOf(rules, nextQuestion)})`)}`,
	);
}

function flipLines({ flips }: Decision, rules: Questions, page: Page): string[] {
	return flips.slice(0, mostShownFlips).flatMap((flip, index) => {
		const start = index === 0 ? `It would turn to ${sideNames[flip.verdict]} if` : "Or if";
		return paragraph(page, `${start} ${sayFlip(flip, rules)}.`, `  ${page.symbols.bullet} `);
	});
}
