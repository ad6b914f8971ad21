/** A signal ends the program, but where it can wait for a moment, not within a line of output. */
import { setTimeout } from "node:timers/promises";

const signals: readonly NodeJS.Signals[] =
	process.platform === "win32" ? ["SIGINT"] : ["SIGINT", "SIGTERM", "SIGHUP"];

/** How long a reader may take for the rest of a line, in milliseconds; one that has stopped to read must not keep the program. */
const patience = 1000;

type Write = (bytes: Uint8Array) => Promise<boolean>;

/**
 * Until `end` is called, a signal waits for what `write` is at, and nothing more is written.
 * Then the program dies of it, as it does without: 130 and 143 for a shell. A second one does not wait.
 */
export function deferSignals(write: Write): { write: Write; end: () => void } {
	let writing: Promise<unknown> = Promise.resolve();
	let isStopped = false;
	const end = () => {
		for (const signal of signals) process.removeListener(signal, stop);
	};
	const stop = async (signal: NodeJS.Signals) => {
		isStopped = true;
		end();
		await Promise.race([writing, setTimeout(patience)]);
		process.kill(process.pid, signal);
	};
	for (const signal of signals) process.on(signal, stop);
	return {
		write: (bytes) => {
			if (isStopped) return new Promise(() => undefined);
			const written = write(bytes);
			writing = written;
			return written;
		},
		end,
	};
}

/** Ctrl-C asks work to stop and tell what is known; a second one ends the program as ever. */
export function watchInterrupt(): { isInterrupted: () => boolean; end: () => void } {
	let isInterrupted = false;
	const stop = () => {
		isInterrupted = true;
		end();
	};
	const end = () => void process.removeListener("SIGINT", stop);
	process.on("SIGINT", stop);
	return { isInterrupted: () => isInterrupted, end };
}

/** Something to do before a signal ends the program; it ends all the same. */
export function beforeSignals(tidy: () => void): void {
	for (const signal of signals)
		process.once(signal, () => {
			tidy();
			process.kill(process.pid, signal);
		});
}
