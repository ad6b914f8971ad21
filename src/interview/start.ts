/** From the first line to the saved answers: what the default command runs when it may ask. */
import { type Answer, type Answers, inFileOrder, isKnown } from "../core/answers/answers.ts";
import { commandLine } from "../core/answers/command-line.ts";
import { decide } from "../core/decision/decide.ts";
import { answersOn } from "../core/decision/derived-answers.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile } from "../io/read-answers.ts";
import type { World } from "../io/world.ts";
import { fold } from "../report/text/columns.ts";
import { converse } from "./interview.ts";
import { keepAnswers } from "./keep-answers.ts";
import { intro } from "./messages.ts";
import type { MeasureFile } from "./offer-file.ts";
import { openPlainTerminal } from "./plain-terminal.ts";
import { isResultFixed } from "./proof.ts";
import { offerSaved } from "./saved-file.ts";
import { type InterviewState, knownFacts, startInterview, titleOf, withTitle } from "./state.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

export interface Known {
	answers: Answers;
	title: string | undefined;
	/** What was measured and helps to answer a question, by fact. */
	evidence: Record<string, string[]>;
}

interface InterviewOptions {
	world: World;
	/** Ask everything that applies, in order. */
	all: boolean;
	/** The day of the decision, YYYY-MM-DD. */
	asOf: string;
	/** Plain lines for screen readers, and for terminals that cannot redraw. */
	accessible: boolean;
	/** Counts the examples of a file. */
	measure: MeasureFile;
	/** The flags of the run, to go on with: each with its value if it takes one. */
	flags: string[][];
}

/** What is known after the interview, and whether anybody was asked. */
type Interviewed = Known & { wasAsked: boolean };

export async function interview(
	rules: RuleSet,
	given: Known,
	options: InterviewOptions,
): Promise<Interviewed | "interrupted"> {
	const { world, all, asOf, accessible } = options;
	const facts = Object.keys(rules.questions);
	const fromFile = facts.filter((fact) => isFromFile(given, fact));
	const untouched = { ...given, wasAsked: false };
	if (fromFile.length === 0 && !all && saysAll(rules, given.answers, asOf)) {
		world.complain("What you gave settles the result; --all asks the rest.");
		return untouched;
	}
	if (fromFile.length === 0 && facts.every((fact) => Object.hasOwn(given.answers, fact)))
		return untouched;
	const terminal = accessible ? openPlainTerminal(world) : await openTerminal(world);
	try {
		return await talk(rules, { given, fromFile }, { ...options, terminal });
	} finally {
		terminal.close();
	}
}

const isFromFile = ({ answers }: Known, fact: string): boolean =>
	own(answers, fact)?.from.startsWith(`${defaultFile}:`) === true;

const saysAll = (rules: RuleSet, answers: Answers, asOf: string): boolean =>
	Object.keys(answers).length > 0 &&
	isResultFixed(rules, answersOn(rules, answers, asOf), decide(rules, answers, { asOf }));

async function talk(
	rules: RuleSet,
	{ given, fromFile }: { given: Known; fromFile: string[] },
	{ all, asOf, measure, terminal, flags }: InterviewOptions & { terminal: Terminal },
): Promise<Interviewed | "interrupted"> {
	const { evidence } = given;
	for (const line of intro) terminal.say(fold(line, terminal.look.width));
	const title = flags.some(([name]) => name === "--title") ? undefined : given.title;
	const start =
		fromFile.length === 0
			? startInterview(withTitle(given.answers, given.title))
			: await offerSaved(rules, { given, fromFile, title, asOf }, terminal);
	if (start === "interrupted") return start;
	// The file that lies there would be read as well, and fill in what was left open.
	const more = fromFile.length > 0 ? [...flags, ["--no-file"]] : flags;
	const lineOf = (known: Answers, name: string | undefined, asks: boolean) =>
		commandLine(inFileOrder(known, Object.keys(rules.questions)), {
			flags: [...(name === undefined ? [] : [["--title", name]]), ...withoutTitle(more)],
			asks,
			width: terminal.lineWidth,
		});
	const farewell = (known: Answers, name: string | undefined) =>
		`\n${terminal.look.paint.dim("To go on from here:")}\n${lineOf(known, name, true)}`;
	const state = await converse(start, {
		rules,
		all,
		asOf,
		terminal,
		measure,
		evidence,
		farewell,
	});
	if (state === "interrupted") return state;
	const known = { answers: knownFacts(rules, state), title: titleOf(state), evidence };
	if (!hasNews(state, start)) return { ...known, wasAsked: true };
	terminal.say(`\n${terminal.look.paint.dim("The same run as one command line:")}`);
	terminal.say(lineOf(known.answers, known.title, false));
	const kept = await keepAnswers(rules, known, {
		terminal,
		flags: withoutTitle(flags),
		isReplaced: fromFile.length > 0,
	});
	return kept === "interrupted" ? kept : { ...known, wasAsked: true };
}

/** Whether anything is known that was not, or is no longer what it was. */
function hasNews(state: InterviewState, start: InterviewState): boolean {
	const known = (answer: Answer | undefined) => (isKnown(answer) ? answer.value : undefined);
	return state.asked.some(
		(fact) => known(own(state.answers, fact)) !== known(own(start.saved, fact)),
	);
}

const withoutTitle = (flags: string[][]): string[][] =>
	flags.filter(([name]) => name !== "--title");
