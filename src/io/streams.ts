/** The standard streams. */
import { whyRefused } from "./system-errors.ts";

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

/** Writes to stdout, and waits until it is gone; false when nobody reads any longer. */
export const write = (bytes: Uint8Array): Promise<boolean> =>
	new Promise((resolve) => {
		process.stdout.write(bytes, (error) => resolve(!error));
	});

/** Replaces the line that the cursor of the terminal is in. */
export const showLine = (text: string): void => {
	process.stderr.write(`\r\u001b[K${text}`);
};
