/** How many columns text takes, and how it breaks into lines. */
import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

export const columnsOf = (text: string): number => stringWidth(text);

/** Lines of whole words; a word longer than a line is broken. */
export const wrap = (text: string, width: number): string[] =>
	wrapAnsi(text, width, { hard: true }).split("\n");

/** Lines of whole words; what is longer than a line, such as a link to copy, stays in one piece. */
export const wrapWords = (text: string, width: number): string[] =>
	wrapAnsi(text, width).split("\n");

/** Lines as one text, whose further lines go in by an indent. */
export const fold = (text: string, width: number, indent = 0): string =>
	wrap(text, Math.max(10, width - indent)).join(`\n${" ".repeat(indent)}`);

/** As many columns of a text as there is room for, wherever that breaks a word. */
export const cutAt = (text: string, width: number): string =>
	wrapAnsi(text, width, { hard: true, wordWrap: false }).split("\n")[0] ?? "";
