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

export interface Terminal {
	look: Look;
	/** Lines that stay. */
	say(text: string): void;
	/** The value of a choice; "line" draws one between choices. */
	choose(question: Asked & { choices: (Choice | "line")[]; selected?: string }): Promise<string>;
	/** A line of text that `check` has no complaint about. */
	type(question: Asked & { start?: string; check: CheckInput }): Promise<string>;
}

/** Loads inquirer: only an interview pays for it. */
export async function openTerminal(world: World): Promise<Terminal> {
	const { default: inquirer } = await import("inquirer");
	const { stderr } = process;
	const { color, unicode, width } = styleOf(stderr, world.env);
	// A full line would make some terminals, and inquirer, start another.
	const look = { paint: new Chalk({ level: color ? 1 : 0 }), unicode, width: width - 1 };
	const prompt = (question: Prompt): Promise<string> =>
		untilInputEnds((signal) =>
			onScreen(stderr, async (output) => {
				const ask = inquirer.createPromptModule({ output, clearPromptOnDone: true, signal });
				const { reply } = await ask([{ name: "reply", theme: themeOf(look), ...question }]);
				return String(reply);
			}),
		);
	return {
		look,
		// In its own lines: a command to copy has such.
		say: (text) => void stderr.write(`${(color ? harmlessInColour : harmless)(text)}\n`),
		choose: (question) => prompt(selectOf(mapStrings(question, oneLine), look, inquirer.Separator)),
		// What was typed before comes back as it was typed.
		type: (question) =>
			prompt(inputOf({ ...question, ...mapStrings(textOf(question), oneLine) }, look)),
	};
}

type Prompt = { type: "select" | "input"; message: string } & Record<string, unknown>;
type Chosen = Parameters<Terminal["choose"]>[0];
type Typed = Parameters<Terminal["type"]>[0];

function selectOf(
	{ choices, selected, ...asked }: Chosen,
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
 * and lets go of stdin, and nobody is told.
 */
async function untilInputEnds<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const { stdin } = process;
	const ended = new AbortController();
	const onRemoved = (event: string | symbol) => {
		if (event === "end") ended.abort();
	};
	// Esc and then Ctrl-C is one key to readline, and means nothing to it.
	const onKey = (_: unknown, { sequence = "" }: { sequence?: string } = {}) => {
		if (sequence === "\u001b\u0003") ended.abort();
	};
	stdin.on("removeListener", onRemoved).on("keypress", onKey);
	try {
		return await ask(ended.signal);
	} finally {
		stdin.off("removeListener", onRemoved).off("keypress", onKey);
		// A flowing stdin would keep the process alive.
		stdin.pause();
	}
}

const departures = ["ExitPromptError", "AbortPromptError"];

/** Ctrl-C and the end of input are a way to leave, not a fault. */
export async function unlessInterrupted<T>(talk: () => Promise<T>): Promise<T | "interrupted"> {
	try {
		return await talk();
	} catch (error) {
		if (error instanceof Error && departures.includes(error.name)) return "interrupted";
		throw error;
	}
}
