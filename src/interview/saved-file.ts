/** What to do with answers that were saved in this folder before. */
import { type Answers, isKnown } from "../core/answers/answers.ts";
import { decide } from "../core/decision/decide.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile } from "../io/read-answers.ts";
import { count } from "../report/words.ts";
import { planNext } from "./plan.ts";
import { type InterviewState, startInterview, withTitle } from "./state.ts";
import { type Terminal, unlessInterrupted } from "./terminal.ts";

interface Saved {
	given: { answers: Answers; title: string | undefined };
	/** The facts that the file answers. */
	fromFile: string[];
	/** The title, if the file may have given it. */
	title: string | undefined;
	/** The day of the decision, YYYY-MM-DD. */
	asOf: string;
}

const choices = {
	result: "See the result from these answers",
	on: "Go on: ask only what is still open",
	edit: "Edit: ask again, starting from your answers",
	over: "Start over: ask everything from the beginning",
};

export async function offerSaved(
	rules: RuleSet,
	saved: Saved,
	terminal: Terminal,
): Promise<InterviewState | "interrupted"> {
	const { given, fromFile, title, asOf } = saved;
	const going = startInterview(withTitle(given.answers, given.title));
	const { isCoreDone } = planNext(rules, going, {
		decision: decide(rules, given.answers, { asOf }),
		all: false,
	});
	const known = fromFile.filter((fact) => isKnown(own(given.answers, fact))).length;
	const reply = await unlessInterrupted(() =>
		terminal.choose({
			ask: `${defaultFile} holds ${count(known, "answer")}. What now?`,
			choices: Object.entries(choices).map(([value, name]) => ({ value, name })),
			selected: isCoreDone ? "result" : "on",
		}),
	);
	if (reply === "interrupted") return reply;
	if (reply === "on") return going;
	if (reply === "result") return { ...going, hasEnded: true };
	const isOfFile = ([fact]: [string, unknown]) => fromFile.includes(fact);
	const others = Object.entries(given.answers).filter((entry) => !isOfFile(entry));
	const start = withTitle(
		Object.fromEntries(others),
		title === undefined ? given.title : undefined,
	);
	if (reply === "over") return startInterview(start);
	const old = Object.entries(given.answers).filter(isOfFile);
	return startInterview(start, withTitle(Object.fromEntries(old), title));
}
