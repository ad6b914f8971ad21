/** This program once more, in a process of its own: it prints what the command line prints, and ends when it is told to. */
import { execFile } from "node:child_process";
import { exit } from "./complain.ts";

export interface Ran {
	code: number;
	stdout: string;
	stderr: string;
}

/** Runs at the same time; further ones wait. */
const mostAtOnce = 4;
/** Bytes of what one run prints. */
const mostOutput = 8_000_000;

let free = mostAtOnce;
const waiting: (() => void)[] = [];

/** @param signal ends the run, and with it the promise of its result */
export async function runSelf(argv: readonly string[], signal: AbortSignal): Promise<Ran> {
	if (free > 0) free -= 1;
	else await new Promise<void>((resolve) => waiting.push(resolve));
	try {
		// It may have waited for longer than anybody wants to know.
		signal.throwIfAborted();
		return await start(argv, signal);
	} finally {
		const next = waiting.shift();
		if (next) next();
		else free += 1;
	}
}

function start(argv: readonly string[], signal: AbortSignal): Promise<Ran> {
	const { execArgv, execPath, argv: own, env } = process;
	// Nobody looks at a screen.
	const { FORCE_COLOR: _, ...plainEnv } = env;
	const words = [...execArgv, own[1] ?? "", ...argv];
	const options = { env: plainEnv, maxBuffer: mostOutput, signal, windowsHide: true };
	return new Promise((resolve, reject) => {
		const child = execFile(execPath, words, options, (error, stdout, stderr) => {
			if (signal.aborted) reject(signal.reason);
			else resolve(error ? failed(error, { stdout, stderr }) : { code: exit.done, stdout, stderr });
		});
		// What it was given is all that it gets.
		child.stdin?.on("error", () => undefined).end();
	});
}

/** With a code of its own it has said why. */
const failed = ({ code }: { code?: unknown }, said: Omit<Ran, "code">): Ran =>
	typeof code === "number"
		? { code, ...said }
		: { code: exit.bug, stdout: "", stderr: `error: ${whyEnded(code)}` };

const whyEnded = (code: unknown): string =>
	code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER"
		? `The answer is longer than ${mostOutput / 1_000_000} MB. Name fewer files.`
		: "The run ended before it had an answer; it may have run out of memory.";
