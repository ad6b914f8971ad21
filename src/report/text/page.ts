/** What all parts of the text report share: width, marks, colours, wrapping. */
import { Chalk } from "chalk";
import type { Side } from "../../core/side.ts";
import type { Style } from "../style.ts";
import { columnsOf, wrap } from "./columns.ts";
import { type Symbols, symbolsOf } from "./symbols.ts";

type Paint = (text: string) => string;

export interface Page {
	width: number;
	/** Whether scores are drawn. */
	bars: boolean;
	symbols: Symbols;
	strong: Paint;
	faint: Paint;
	good: Paint;
	bad: Paint;
	warn: Paint;
	side: Record<Side | "neither", Paint>;
}

export function pageOf({ width, color, unicode, bars = true }: Style): Page {
	const chalk = new Chalk({ level: color ? 1 : 0 });
	return {
		width,
		bars,
		symbols: symbolsOf(unicode),
		strong: byWord(chalk.bold),
		faint: byWord(chalk.dim),
		good: byWord(chalk.green),
		bad: byWord(chalk.red),
		warn: byWord(chalk.yellow),
		side: {
			"prompt-engineering": byWord(chalk.cyan),
			"fine-tuning": byWord(chalk.magenta),
			neither: (text) => text,
		},
	};
}

/** Word by word, so that no colour runs over the end of a line, wherever that falls. */
const byWord =
	(paint: Paint): Paint =>
	(text) =>
		text.replaceAll(/[^ ]+/g, (word) => paint(word));

/** A paragraph behind a mark; its further lines stand under the first. */
export function paragraph({ width }: Pick<Page, "width">, text: string, mark = "  "): string[] {
	const hang = columnsOf(mark);
	return wrap(text, Math.max(1, width - hang)).map(
		(line, index) => (index === 0 ? mark : " ".repeat(hang)) + line,
	);
}

/** Text filled up with blanks to a number of columns. */
export const pad = (text: string, width: number): string =>
	text + " ".repeat(Math.max(0, width - columnsOf(text)));

export const padLeft = (text: string, width: number): string =>
	" ".repeat(Math.max(0, width - columnsOf(text))) + text;

/** A heading and its lines; nothing when there are no lines. */
export const section = (page: Page, title: string, lines: string[]): string[] =>
	lines.length > 0 ? ["", ...paragraph(page, page.strong(title), ""), ...lines] : [];

/** As much of a name as there is room for. */
export const cut = (text: string, width: number): string => wrap(text, width)[0] ?? "";
