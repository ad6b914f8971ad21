/** An interview in plain lines, read and written once: for screen readers, and where nothing can be drawn again. */
import { createInterface } from "node:readline";
import { Chalk } from "chalk";
import { oneLine } from "../core/harmless.ts";
import type { World } from "../io/world.ts";
import { mapStrings } from "../report/clean.ts";
import type { Asked, Choice } from "./layout.ts";
import { untilEnded } from "./screen.ts";
import { type ChosenFrom, Departure, lookOf, sayTo, type Terminal } from "./terminal.ts";

export function openPlainTerminal(world: World): Terminal {
	const look = { ...lookOf(world), paint: new Chalk({ level: 0 }), unicode: false };
	// The terminal itself shows and edits the line that is typed.
	const reader = createInterface({ input: process.stdin, terminal: false });
	const lines = reader[Symbol.asyncIterator]();
	const say = (text: string) => sayTo(look, text);
	const ask = (prompt: string): Promise<string> =>
		untilEnded(
			process.stderr,
			() => terminal.leave(),
			async () => {
				process.stderr.write(prompt);
				const { value, done } = await lines.next();
				if (!done) return value.trim();
				say("");
				throw new Departure();
			},
		);
	const terminal: Terminal = {
		look,
		lineWidth: Number.POSITIVE_INFINITY,
		leave: () => "",
		say,
		async choose(question) {
			const shown = mapStrings(question, oneLine);
			say(listChoices(shown));
			for (;;) {
				const reply = readChoice(shown, await ask(`${promptOf(shown)} `));
				if (reply !== undefined) return reply;
				say("Type the number of one of these choices.");
			}
		},
		async type({ start, check, ...question }) {
			say(listQuestion(mapStrings(question, oneLine)));
			const kept = start === undefined ? "" : ` (Enter keeps ${start})`;
			for (;;) {
				const typed = await ask(`Your answer${kept}: `);
				const reply = typed === "" && start !== undefined ? start : typed;
				const complaint = await check(reply);
				if (complaint === true) return reply;
				say(oneLine(complaint));
			}
		},
		close: () => reader.close(),
	};
	return terminal;
}

const listQuestion = ({ above = [], ask, below = [] }: Asked): string =>
	["", ...above, ask, ...below].join("\n");

const choicesOf = ({ choices }: ChosenFrom): Choice[] =>
	choices.filter((choice) => choice !== "line");

const listChoices = (question: ChosenFrom): string =>
	[
		listQuestion(question),
		...choicesOf(question).map(
			({ name, explanation }, place) =>
				`${place + 1}. ${explanation === undefined ? name : `${name}: ${explanation}`}`,
		),
	].join("\n");

/** What Enter alone chooses: what was chosen before, or not to know, or what stands first. */
function choiceOfEnter(question: ChosenFrom): Choice | undefined {
	const choices = choicesOf(question);
	const find = (value: string | undefined) => choices.find((choice) => choice.value === value);
	return find(question.selected) ?? find("unknown") ?? choices[0];
}

const promptOf = (question: ChosenFrom): string =>
	`Number (Enter alone: ${choiceOfEnter(question)?.name}):`;

/** A number, the name of a value, or a key; undefined when it is none of these. */
export function readChoice(question: ChosenFrom, typed: string): string | undefined {
	if (typed === "") return choiceOfEnter(question)?.value;
	const choices = choicesOf(question);
	const place = /^\d+$/.test(typed) ? Number(typed) - 1 : -1;
	const word = typed.toLowerCase();
	const chosen = choices[place] ?? choices.find(({ value }) => value.toLowerCase() === word);
	return chosen?.value;
}
