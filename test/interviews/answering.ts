/** Helpers that know the questions: answer whatever is asked, by a plan. */
import { fileQuestion } from "../../src/interview/offer-file.ts";
import { questionsOf } from "../../src/interview/order.ts";
import { rules } from "../built-in.ts";
import { keys, type Session } from "./terminal.ts";

export const questions = questionsOf(rules);

/** The start of a question as it stands on the screen. */
export const askOf = (fact: string): string => questions[fact]?.ask.slice(0, 60) ?? fact;

/** Flags that say "unknown" for every fact but these: the interview asks the rest only. */
export const onlyAsking = (...facts: string[]): string[] => [
	...Object.keys(rules.questions)
		.filter((fact) => !facts.includes(fact))
		.flatMap((fact) => [`--${fact}`, "unknown"]),
	...(facts.includes("title") ? [] : ["--title", "Test"]),
];

/** A list or a line to type on, drawn to its end. */
export const waiting = /(Ctrl-C\s+leaves\.|\n> ?[^\n]*)\s*$/;

/** The fact that a screen asks for. */
export const factOn = (screen: string): string | undefined =>
	Object.keys(questions).find((id) => screen.includes(`? ${askOf(id)}`));

export interface Turn {
	/** All that came on the screen since the last answer. */
	screen: string;
	/** What it asks for, where it is a question. */
	fact?: string;
	/** Empty: not known. */
	answer: string;
}

/** Answers by the plan, in which a file is no fact, and "I don't know" to all else, until one of these is seen. */
export async function answerUntil(
	seen: readonly string[],
	session: Session,
	plan: Record<string, string | number>,
	{ isFirst = true } = {},
): Promise<Turn[]> {
	const turns: Turn[] = [];
	for (;;) {
		const isBegin = isFirst && turns.length === 0;
		const screen = await (isBegin ? session.see(waiting) : session.next(waiting));
		if (seen.some((text) => screen.includes(text))) return turns;
		if (screen.includes(`? ${fileQuestion}`)) {
			const answer = String(plan.file ?? "");
			turns.push({ screen, answer: answer || "Enter alone" });
			session.send(`${answer}${keys.enter}`);
			continue;
		}
		const fact = factOn(screen);
		if (fact === undefined) throw new Error(`Not expected:\n${screen}`);
		const answer = String(plan[fact] ?? "");
		turns.push({ screen, fact, answer });
		const { number, text } = questions[fact] ?? {};
		if (number || text) session.send(`${answer}${keys.enter}`);
		else await session.choose(answer === "" ? "I don't know" : answer);
	}
}
