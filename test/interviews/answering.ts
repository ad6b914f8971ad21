/** Helpers that know the questions: answer whatever is asked, by a plan. */
import { rules } from "../built-in.ts";
import { keys, type Session } from "./terminal.ts";

/** The start of a question as it stands on the screen. */
export const askOf = (fact: string): string => rules.questions[fact]?.ask.slice(0, 60) ?? fact;

/** Flags that say "unknown" for every fact but these: the interview asks the rest only. */
export const onlyAsking = (...facts: string[]): string[] =>
	Object.keys(rules.questions)
		.filter((fact) => !facts.includes(fact))
		.flatMap((fact) => [`--${fact}`, "unknown"]);

/** Answers by the plan, and "I don't know" to all else, until a text is seen. */
export async function answerUntil(
	seen: string,
	session: Session,
	plan: Record<string, string>,
): Promise<string[]> {
	const asked: string[] = [];
	for (;;) {
		const wait = asked.length === 0 ? session.see : session.next;
		const screen = await wait(/Ctrl-C leaves|decide now/);
		if (screen.includes(seen)) return asked;
		const fact = Object.keys(rules.questions).find((id) => screen.includes(`? ${askOf(id)}`));
		if (fact === undefined) throw new Error(`Not expected:\n${screen}`);
		asked.push(fact);
		const value = plan[fact];
		const { number, text } = rules.questions[fact] ?? {};
		if (number || text) session.send(`${value ?? ""}${keys.enter}`);
		else await session.choose(value ?? "I don't know");
	}
}
