/** What can be wrong with what we were given. Expected failures are these values; only bugs throw. */

/** A place in a file; lines and columns count from 1. */
export interface Place {
	file: string;
	line?: number;
	column?: number;
}

export interface Problem {
	code: string;
	/** One sentence: what is wrong, and what is allowed. */
	message: string;
	/** One sentence: what to do about it. */
	hint?: string;
	at?: Place;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const good = <T>(value: T): Result<T> => ({ ok: true, value });
export const bad = (...problems: Problem[]): Result<never> => ({
	ok: false,
	problems,
});

/** `file:line:column`, as editors and terminals link it. */
export function formatPlace({ file, line, column }: Place): string {
	return [file, line, column].filter((part) => part !== undefined).join(":");
}
