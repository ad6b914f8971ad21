/** What all parts of the text report share: width, marks, colours, wrapping. */
import { Chalk } from "chalk";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Side } from "../core/rule-file.ts";
import type { Style } from "./style.ts";
import { type Symbols, symbolsOf } from "./symbols.ts";

type Paint = (text: string) => string;

export interface Page {
	width: number;
	symbols: Symbols;
	strong: Paint;
	faint: Paint;
	good: Paint;
	bad: Paint;
	warn: Paint;
	side: Record<Side | "neither", Paint>;
}

export function pageOf({ width, color, unicode }: Style): Page {
	const chalk = new Chalk({ level: color ? 1 : 0 });
	return {
		width,
		symbols: symbolsOf(unicode),
		strong: chalk.bold,
		faint: chalk.dim,
		good: chalk.green,
		bad: chalk.red,
		warn: chalk.yellow,
		side: {
			"prompt-engineering": chalk.cyan,
			"fine-tuning": chalk.magenta,
			neither: (text) => text,
		},
	};
}

/** A paragraph behind a mark; its further lines stand under the first. */
export function paragraph({ width }: Pick<Page, "width">, text: string, mark = "  "): string[] {
	const hang = stringWidth(mark);
	return wrap(text, width - hang).map(
		(line, index) => (index === 0 ? mark : " ".repeat(hang)) + line,
	);
}

export const wrap = (text: string, width: number): string[] =>
	wrapAnsi(text, width, { hard: true }).split("\n");

/** Text filled up with blanks to a number of columns. */
export const pad = (text: string, width: number): string =>
	text + " ".repeat(Math.max(0, width - stringWidth(text)));

export const padLeft = (text: string, width: number): string =>
	" ".repeat(Math.max(0, width - stringWidth(text))) + text;

/** A heading and its lines; nothing when there are no lines. */
export const section = (page: Page, title: string, lines: string[]): string[] =>
	lines.length > 0 ? ["", ...paragraph(page, page.strong(title), ""), ...lines] : [];

/** At most so many columns of a name that cannot be wrapped. */
export const cut = (text: string, width: number): string =>
	stringWidth(text) <= width ? text : (wrap(text.replaceAll(" ", "-"), width)[0] ?? "");
