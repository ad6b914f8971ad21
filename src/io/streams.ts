/** The standard streams by their numbers: to open them as Node's streams takes longer than a decision. */
import { fstatSync, statSync, writeSync } from "node:fs";

const numbers = { stdin: 0, stdout: 1, stderr: 2 } as const;

/** Whether a terminal is there. Files, pipes and the null device are told apart without asking Node. */
export function isTerminal(name: keyof typeof numbers): boolean {
	try {
		const device = fstatSync(numbers[name]);
		if (!device.isCharacterDevice()) return false;
		if (process.platform !== "win32" && device.rdev === statSync("/dev/null").rdev) return false;
	} catch {
		return false;
	}
	return Boolean(process[name].isTTY);
}

/** Writes lines to a stream; each is there when the call returns, if the system takes it at once. */
export function printer(name: "stdout" | "stderr"): (text: string) => void {
	let isStream = false;
	return (text) => {
		let rest = Buffer.from(`${text}\n`);
		try {
			while (!isStream && rest.length > 0) rest = rest.subarray(writeSync(numbers[name], rest));
			if (rest.length === 0) return;
		} catch (error) {
			if (hasLeft(error)) return;
			// A slow reader, or a console that takes text only: the stream knows how to wait.
			isStream = true;
			process[name].on("error", (late) => {
				if (!hasLeft(late)) throw late;
			});
		}
		process[name].write(rest);
	};
}

/** Writes to stdout, and waits until it is gone; false when nobody reads any longer. */
export const write = (bytes: Uint8Array): Promise<boolean> =>
	new Promise((resolve, reject) => {
		// The callback has it; without a listener of ours an error would end the program. Threads put
		// one there, too, which throws when it is the last.
		if (!process.stdout.listeners("error").includes(ignore)) process.stdout.on("error", ignore);
		process.stdout.write(bytes, (error) => {
			if (error && !hasLeft(error)) reject(error);
			else resolve(!error);
		});
	});

const ignore = (): void => {};

/** Replaces the line that the cursor of the terminal is in. */
export const showLine = (text: string): void => {
	process.stderr.write(`\r\u001b[K${text}`);
};

/** `| head` closes the pipe before the report ends; nobody waits for the rest. */
const hasLeft = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EPIPE";
