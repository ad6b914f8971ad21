/** How many columns text takes, and how it breaks into lines. */
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

export const columnsOf = (text: string): number => stringWidth(text);

/** Lines of whole words; a word longer than a line is broken. */
export const wrap = (text: string, width: number): string[] =>
	wrapAnsi(text, width, { hard: true }).split("\n");
