/** Answers as a command line that gives the same decision again. */
import { type Answers, isKnown } from "./answers.ts";

interface CommandLineOptions {
	/** Other flags of the run, each with its value if it takes one. */
	flags?: readonly (readonly string[])[];
	/** Whether the run may ask for what is missing. */
	asks?: boolean;
	/** Where to fold between flags; without it, one line. */
	width?: number;
}

/** `npx should-i-finetune --goal task-quality --no-input`, for POSIX shells. */
export function commandLine(
	answers: Answers,
	{ flags = [], asks = false, width = Number.POSITIVE_INFINITY }: CommandLineOptions = {},
): string {
	const facts = Object.entries(answers)
		// Who goes on is not asked again what they don't know.
		.filter(([, answer]) => asks || isKnown(answer))
		.map(([fact, { value }]) => [`--${fact}`, String(value)]);
	const parts = [...facts, ...flags, ...(asks ? [] : [["--no-input"]])].map((words) =>
		words.map(quoteForShell).join(" "),
	);
	return foldParts(["npx should-i-finetune", ...parts], width);
}

/** A flag stays beside its value; a line that goes on ends with a backslash. */
function foldParts(parts: string[], width: number): string {
	const lines: string[] = [];
	for (const part of parts) {
		const line = lines.at(-1);
		if (line !== undefined && `${line} ${part} \\`.length <= width)
			lines[lines.length - 1] = `${line} ${part}`;
		else lines.push(line === undefined ? part : `  ${part}`);
	}
	return lines.join(" \\\n");
}

/** Only words that every shell leaves alone go bare. */
export const quoteForShell = (word: string): string =>
	/^[\w./:,@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
