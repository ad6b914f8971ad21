/** What ends the reading of a file: its streams can only throw it. What was read before stands. */
import type { Problem } from "../core/problems.ts";

interface FileFault extends Error {
	problems: Problem[];
}

export const fileFault = (...problems: Problem[]): FileFault =>
	Object.assign(new Error(problems[0]?.message), { problems });

export const isFileFault = (error: unknown): error is FileFault =>
	error instanceof Error && "problems" in error;
