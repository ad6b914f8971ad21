/** The terminal of an interview: inquirer on stderr, so that stdout holds nothing but the report. */
import { Chalk } from "chalk";
import { harmless, harmlessInColour, oneLine } from "../core/harmless.ts";
import { styleOf, type World } from "../io/world.ts";
import { mapStrings } from "../report/clean.ts";
import { fold } from "../report/text/columns.ts";
import { type Asked, type Choice, type Look, layChoice, layQuestion, themeOf } from "./layout.ts";
import { onScreen } from "./screen.ts";

/** What is wrong with a text, or true. */
type CheckInput = (text: string) => string | true | Promise<string | true>;

export interface ChosenFrom extends Asked {
	/** "line" draws one between choices. */
	choices: (Choice | "line")[];
	selected?: string;
	/** Signs that answer at once when they are typed. */
	keys?: string[];
}

export interface Terminal {
	look: Look;
	/** Where to fold a command line. */
	lineWidth: number;
	/** What to say when a signal ends the program. */
	leave(): string;
	/** Lines that stay. */
	say(text: string): void;
	/** The value of a choice, or the key that was typed. */
	choose(question: ChosenFrom): Promise<string>;
	/** A line of text that `check` has no complaint about. */
	type(question: Asked & { start?: string; check: CheckInput }): Promise<string>;
	/** Lets go of the keyboard. */
	close(): void;
}

/** How to write to the person who is asked. */
export function lookOf({ env }: World): Look {
	const { color, unicode, width } = styleOf(process.stderr, env);
	// A full line would make some terminals, and inquirer, start another.
	return { paint: new Chalk({ level: color ? 1 : 0 }), unicode, width: width - 1 };
}

/** In its own lines: a command to copy has such. */
export const sayTo = (look: Look, text: string): void =>
	void process.stderr.write(`${(look.paint.level > 0 ? harmlessInColour : harmless)(text)}\n`);

/** Loads inquirer: only an interview pays for it. */
export async function openTerminal(world: World): Promise<Terminal> {
	const { default: inquirer } = await import("inquirer");
	const look = lookOf(world);
	const terminal: Terminal = {
		look,
		// A backslash at the end of a line is for POSIX shells only.
		lineWidth: process.platform === "win32" ? Number.POSITIVE_INFINITY : look.width,
		leave: () => "",
		say: (text) => sayTo(look, text),
		choose: ({ keys = [], ...question }) =>
			prompt(selectOf(mapStrings({ keys, ...question }, oneLine), look, inquirer.Separator), keys),
		// What was typed before comes back as it was typed.
		type: (question) =>
			prompt(inputOf({ ...question, ...mapStrings(textOf(question), oneLine) }, look), []),
		close: () => undefined,
	};
	const prompt = (question: Prompt, keys: string[]): Promise<string> =>
		untilInputEnds(keys, (signal) =>
			onScreen(
				process.stderr,
				() => terminal.leave(),
				async (output) => {
					const ask = inquirer.createPromptModule({ output, clearPromptOnDone: true, signal });
					const { reply } = await ask([{ name: "reply", theme: themeOf(look, keys), ...question }]);
					return String(reply);
				},
			),
		);
	return terminal;
}

type Prompt = { type: "select" | "input"; message: string } & Record<string, unknown>;
type Typed = Parameters<Terminal["type"]>[0];

function selectOf(
	{ choices, selected, keys: _, ...asked }: ChosenFrom,
	look: Look,
	Separator: new (line: string) => object,
): Prompt {
	const message = layQuestion(asked, look);
	const names = choices.map((choice) =>
		choice === "line" || choice.explanation === undefined ? 0 : choice.name.length,
	);
	const line = look.paint.dim((look.unicode ? "─" : "-").repeat(20));
	return {
		type: "select",
		message,
		choices: choices.map((choice) =>
			choice === "line"
				? new Separator(line)
				: { value: choice.value, name: layChoice(choice, Math.max(...names), look) },
		),
		default: selected,
		loop: false,
		// What is taller than the screen cannot be erased.
		pageSize: Math.max(4, (process.stderr.rows || 24) - message.split("\n").length - 3),
	};
}

const textOf = ({ above = [], ask, below = [] }: Typed) => ({ above, ask, below });

const inputOf = ({ start, check, ...asked }: Typed, look: Look): Prompt => ({
	type: "input",
	message: `${layQuestion(asked, look)}\n${look.paint.cyan(">")}`,
	...(start === undefined ? {} : { default: start, prefill: "editable" }),
	validate: async (text: string) => {
		const complaint = await check(text);
		return complaint === true || fold(oneLine(complaint), look.width);
	},
});

/**
 * inquirer waits for ever when the input ends (Ctrl-D, a closed terminal): readline closes
 * and lets go of stdin, and nobody is told. A key of `keys` is the answer as soon as it is typed.
 */
async function untilInputEnds(
	keys: string[],
	ask: (signal: AbortSignal) => Promise<string>,
): Promise<string> {
	const { stdin } = process;
	const ended = new AbortController();
	let typed: string | undefined;
	const onRemoved = (event: string | symbol) => {
		if (event === "end") ended.abort();
	};
	const onKey = (text: string | undefined, { sequence = "" }: { sequence?: string } = {}) => {
		if (text !== undefined && keys.includes(text)) typed ??= text;
		// Esc and then Ctrl-C is one key to readline, and means nothing to it.
		if (typed !== undefined || sequence === "\u001b\u0003") ended.abort();
	};
	stdin.on("removeListener", onRemoved).on("keypress", onKey);
	try {
		return await ask(ended.signal);
	} catch (error) {
		if (typed === undefined) throw error;
		return typed;
	} finally {
		stdin.off("removeListener", onRemoved).off("keypress", onKey);
		// A flowing stdin would keep the process alive.
		stdin.pause();
	}
}

/** What leaves an interview without an error. */
export class Departure extends Error {
	override name = "Departure";
}

const departures = ["ExitPromptError", "AbortPromptError", "Departure"];

/** Ctrl-C and the end of input are a way to leave, not a fault. */
export async function unlessInterrupted<T>(talk: () => Promise<T>): Promise<T | "interrupted"> {
	try {
		return await talk();
	} catch (error) {
		if (error instanceof Error && departures.includes(error.name)) return "interrupted";
		throw error;
	}
}
