/** The one door to the outside: all that the program may do to its surroundings. */
import { fstatSync, writeFileSync } from "node:fs";
import { isCI } from "ci-info";
import isUnicodeSupported from "is-unicode-supported";
import { harmless, harmlessInColour, oneLine, showInvisible } from "../core/harmless.ts";
import { fileStyle, type Style } from "../report/style.ts";
import { wrapWords } from "../report/text/columns.ts";
import { readPieces } from "./read-bytes.ts";
import { whyRefused } from "./system-errors.ts";

export interface World {
	/** Reports, on stdout. No line is a command to a CI system, unless the report is made of such. */
	print(text: string, ofCommands?: boolean): void;
	/** Everything else, on stderr, a line each. */
	complain(text: string): void;
	env: Record<string, string | undefined>;
	/** The day, YYYY-MM-DD; `--as-of` overrides it. */
	today: string;
	/** Whether somebody sits at a terminal and can be asked. */
	isInteractive: boolean;
	/** Whether a program runs this one, and nobody reads along. */
	isCI: boolean;
	/** Whether the terminal can only write on: nothing can be drawn again. */
	isDumb: boolean;
	style: Style;
	/** A file piece by piece; `-` is stdin. */
	readBytes(path: string): AsyncIterable<Uint8Array>;
	/** Writes to stdout once it can take more; false when nobody reads it any longer. */
	write(bytes: Uint8Array): Promise<boolean>;
	/** Whether stdout is a terminal. */
	showsOutput: boolean;
	/** Replaces the line that was last shown on stderr; undefined where that is no terminal. */
	showProgress?: ((text: string) => void) | undefined;
}

export function realWorld(): World {
	const { env, stdin, stdout, stderr } = process;
	const send = senderTo(stdout);
	const style = styleOf(stdout, env);
	const safe = style.color ? harmlessInColour : harmless;
	return {
		print: (text, ofCommands = false) => send(`${ofCommands ? showInvisible(text) : safe(text)}\n`),
		complain(text) {
			const line = oneLine(text);
			const said = stderr.isTTY ? foldMessage(line, stderr.columns) : line;
			// Folding can bring anything to the start of a line.
			stderr.write(`${harmless(said)}\n`);
		},
		env,
		today: new Date().toISOString().slice(0, 10),
		// Questions go to stderr, so that a report can go into a file.
		isInteractive: !isCI && Boolean(stdin.isTTY) && Boolean(stderr.isTTY),
		isCI,
		isDumb: env.TERM === "dumb",
		style,
		readBytes: (path) => (path === "-" ? stdin : readPieces(path)),
		write: (bytes) =>
			new Promise((resolve) => {
				send(bytes, (error) => resolve(!error));
			}),
		showsOutput: Boolean(stdout.isTTY),
		// A dumb terminal cannot go back to the start of a line.
		showProgress: stderr.isTTY && env.TERM !== "dumb" ? showLine : undefined,
	};
}

/**
 * Sends to stdout. Of a write to a file Node takes what the disk had room for as the whole, and a report
 * would be cut without a word; so a file gets the rest as well, or the fault is told.
 */
function senderTo(stdout: NodeJS.WriteStream & { fd: 1 }) {
	const isFile = isPlainFile(stdout.fd);
	return (data: string | Uint8Array, done: (error?: Error | null) => void = () => undefined) => {
		if (!isFile) return void stdout.write(data, done);
		try {
			writeFileSync(stdout.fd, data);
			done();
		} catch (error) {
			stdout.emit("error", error);
		}
	};
}

/** Whether what is open under a number is a file on a disk. */
export const isPlainFile = (number: number): boolean => fstatSync(number).isFile();

/** Replaces the line that the cursor of the terminal is in. */
const showLine = (text: string): void => void process.stderr.write(`\r\u001b[K${text}`);

/**
 * What a stream cannot take: `| head` closes the pipe before the report ends, and nobody waits for the
 * rest; a full disk is said, once, and ends the run.
 * @param code the exit code of a run that could not write
 */
export function watchOutput(code: number): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "EPIPE") return;
			if (stream === process.stdout)
				process.stderr.write(`error: The output cannot be written: ${whyRefused(error)}.\n`);
			process.exit(code);
		});
}

/** What a terminal would break within words; further lines stand under the text of the first. */
const foldMessage = (text: string, width: number): string =>
	text.replaceAll(/^(error: | *)(.*)$/gm, (_, mark: string, said: string) => {
		const lines = wrapWords(said, Math.max(20, width - mark.length));
		return mark + lines.join(`\n${" ".repeat(mark.length)}`);
	});

/** How to write to a stream of this process. */
export const styleOf = (
	stream: Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns">>,
	env: World["env"],
): Style => ({
	width: Math.min(100, Math.max(40, stream.columns || fileStyle.width)),
	color: hasColor(env, Boolean(stream.isTTY)),
	unicode: env.TERM !== "dumb" && isUnicodeSupported() && isUtf8(env),
});

/** https://no-color.org, and FORCE_COLOR as chalk and Node read it. */
function hasColor(env: World["env"], isTerminal: boolean): boolean {
	if (env.NO_COLOR) return false;
	if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
	return isTerminal && env.TERM !== "dumb";
}

/** The C and POSIX locales cannot show more than ASCII. */
function isUtf8({ LC_ALL, LC_CTYPE, LANG }: World["env"]): boolean {
	const locale = LC_ALL || LC_CTYPE || LANG;
	return (
		process.platform === "win32" || locale === undefined || locale === "" || /utf-?8/i.test(locale)
	);
}
