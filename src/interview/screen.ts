/** What a terminal shows while a question waits, when the program is stopped, goes on or is ended from outside. */
import { Writable } from "node:stream";

const showCursor = "\u001b[?25h";
const endings: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"];
/** The end of what inquirer writes to erase its last drawing, before it draws anew. */
const toLineStart = "\u001b[G";

/**
 * Runs a question on a terminal. Ctrl-Z leaves the shell a cursor, and `fg` draws the question again;
 * a signal that ends the program leaves one, too, and what `leave` has to say.
 * @param ask draws on the stream that it is given
 */
export async function onScreen<T>(
	terminal: NodeJS.WriteStream,
	leave: () => string,
	ask: (output: NodeJS.WritableStream) => Promise<T>,
): Promise<T> {
	let drawn = "";
	const output = new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			const text = String(chunk);
			// A single line only moves the cursor.
			if (text.includes("\n")) drawn = text.split(toLineStart).at(-1) ?? "";
			// Not once it is written: what others write to the terminal must not come before it.
			terminal.write(chunk);
			done();
		},
	});
	// inquirer asks how wide its output is.
	Object.defineProperty(output, "columns", { get: () => terminal.columns });
	const handlers: Handlers = {
		// As the terminal itself would, it stops all that the shell has started as one job.
		SIGTSTP: () => terminal.write(showCursor, () => process.kill(0, "SIGSTOP")),
		// After readline, which has its own work to do, and leaves stdin paused.
		SIGCONT: () =>
			setImmediate(() => {
				process.stdin.resume();
				terminal.write(drawn);
			}),
	};
	const said = () => `${showCursor}\n${leave()}`;
	return withHandlers(handlers, () => untilEnded(terminal, said, () => ask(output)));
}

/** Runs a question; a signal that ends the program lets it say something first. */
export function untilEnded<T>(
	terminal: NodeJS.WriteStream,
	leave: () => string,
	ask: () => Promise<T>,
): Promise<T> {
	const handlers: Handlers = {};
	for (const signal of endings)
		handlers[signal] = () => {
			// The second time it comes it ends the program.
			process.off(signal, handlers[signal] as () => void);
			terminal.write(`${leave()}\n`, () => process.kill(process.pid, signal));
		};
	return withHandlers(handlers, ask);
}

type Handlers = Partial<Record<NodeJS.Signals, () => void>>;

async function withHandlers<T>(handlers: Handlers, run: () => Promise<T>): Promise<T> {
	for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
	try {
		return await run();
	} finally {
		for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
	}
}
