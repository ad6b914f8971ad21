/** A program in a real pseudo-terminal: send keys, wait for text. */
import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";

/** No CI, no colour settings, no answers of whoever runs the tests. */
export const plainEnv = {
	PATH: process.env.PATH ?? "",
	HOME: process.env.HOME ?? "",
	TERM: "xterm-256color",
	LANG: "C.UTF-8",
};

export const keys = { enter: "\r", down: "\x1b[B", up: "\x1b[A", interrupt: "\x03", end: "\x04" };

export interface Session {
	send(keys: string): void;
	/** Waits until a text has come since keys were last sent; tells all that has come since. */
	see(text: string | RegExp): Promise<string>;
	/** The same, once the prompt that the keys went to is over. */
	next(text: string | RegExp): Promise<string>;
	/** Moves to a choice of a list with the arrow keys, and takes it. */
	choose(choice: string): Promise<void>;
	/** Waits for the end. */
	end(): Promise<{ code: number; raw: string; text: string }>;
}

/** A machine under load may take its time; a test that waits longer has failed. */
const deadline = 45_000;

export interface Settings {
	cwd: string;
	env?: Record<string, string>;
	/** The program to start, with the first of its arguments. */
	command: readonly string[];
	columns?: number;
}

export function open(args: readonly string[], settings: Settings): Session {
	const { cwd, env = {}, command, columns = 80 } = settings;
	const size = { cols: columns, rows: 30 };
	const line = ["-c", untilAllIsRead, "sh", ...command, ...args];
	const pty = spawn("sh", line, { ...size, cwd, env: { ...plainEnv, ...env } });
	let raw = "";
	let sentAt = 0;
	let code: number | undefined;
	pty.onData((data) => {
		raw += data;
		const [mark = "", told] = over.exec(raw) ?? [];
		if (told === undefined) return;
		raw = raw.replace(mark, "");
		code = Number(told);
		pty.write("\r");
	});
	const send = (text: string) => {
		sentAt = raw.length;
		pty.write(text);
	};
	const wait = async (text: string | RegExp, recent: () => string) => {
		const has = () => (typeof text === "string" ? recent().includes(text) : text.test(recent()));
		await until(
			has,
			() => `No ${text} in:\n${recent()}\nThe end of all:\n${clean(raw).slice(-999)}`,
		);
		return recent();
	};
	const see = (text: string | RegExp) => wait(text, () => clean(raw.slice(sentAt)));
	return {
		send,
		see,
		next: (text) =>
			wait(text, () => {
				const over = raw.indexOf(showCursor, sentAt);
				return over < 0 ? "" : clean(raw.slice(over));
			}),
		choose: async (choice) => {
			let way = wayTo(choice, await see(drawn));
			while (way !== undefined) {
				send(way);
				way = wayTo(choice, await see(drawn));
			}
			send(keys.enter);
		},
		end: async () => {
			await until(
				() => code !== undefined,
				() => `No end after:\n${clean(raw).slice(-999)}`,
			);
			return { code: code ?? -1, raw, text: clean(raw) };
		},
	};
}

/**
 * What a program has written last is lost when it ends while a busy machine has not read it yet:
 * a shell stays until the tests have seen its mark.
 */
const untilAllIsRead = `trap : INT QUIT; "$@"; printf '\\033[%s;999z' "$?"; read -r _`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is a control sequence.
const over = /\x1b\[(\d+);999z/;

/** A prompt that is over shows the cursor again. */
const showCursor = "\x1b[?25h";
/** A list, drawn to its end. */
const drawn = /❯ [^❯]*Ctrl-C\s+leaves\.\s*$/;

/** The key that brings the pointer nearer to a choice; none when it is there. */
function wayTo(choice: string, screen: string): string | undefined {
	const pointer = screen.lastIndexOf("❯ ");
	const above = screen.slice(screen.lastIndexOf("? ", pointer), pointer);
	const below = screen.slice(pointer + 2);
	if (below.startsWith(choice)) return undefined;
	if (above.includes(`\n  ${choice}`)) return keys.up;
	if (below.includes(`\n  ${choice}`)) return keys.down;
	throw new Error(`There is no ${choice} in:\n${screen}`);
}

/** What is left to read. */
export const clean = (raw: string): string => stripVTControlCharacters(raw).replaceAll("\r", "");

async function until(holds: () => boolean, complaint: () => string): Promise<void> {
	const from = Date.now();
	while (!holds()) {
		if (Date.now() - from > deadline) throw new Error(complaint());
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
