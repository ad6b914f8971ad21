/** How the interview's prompts look: folded to the terminal, in our colours, ASCII where needed. */
import type { ChalkInstance } from "chalk";
import { fold } from "../report/text/columns.ts";

export interface Look {
	paint: ChalkInstance;
	unicode: boolean;
	/** Columns that may be filled. */
	width: number;
}

export interface Choice {
	value: string;
	name: string;
	/** A line beside the name. */
	explanation?: string;
}

export interface Asked {
	/** Dim lines above the question. */
	above?: string[];
	ask: string;
	/** Dim lines below the question. */
	below?: string[];
}

/** The question with what stands around it; a blank line keeps it off what came before. */
export function layQuestion({ above = [], ask, below = [] }: Asked, look: Look): string {
	const dim = (indent: number) => (line: string) =>
		look.paint.dim(" ".repeat(indent) + fold(line, look.width, indent));
	const question = `${look.paint.cyan("?")} ${look.paint.bold(fold(ask, look.width, 2))}`;
	return ["", ...above.map(dim(0)), question, ...below.map(dim(2))].join("\n");
}

/** Names in one column, explanations in the next. */
export function layChoice({ name, explanation }: Choice, names: number, look: Look): string {
	if (explanation === undefined) return fold(name, look.width - 2, 2);
	const start = names + 4;
	const beside = fold(explanation, look.width, start);
	return `${name.padEnd(names + 2)}${beside}`;
}

/** Every style of inquirer's that is drawn: its own would colour whatever NO_COLOR says. */
export const themeOf = ({ paint, unicode, width }: Look, keys: string[]) => ({
	prefix: "",
	spinner: { interval: 1000, frames: [""] },
	icon: { cursor: paint.cyan(unicode ? "❯" : ">") },
	style: {
		message: (text: string, status: string) => (status === "done" ? "" : text),
		answer: () => "",
		error: (text: string) => paint.red(text),
		highlight: (text: string) => paint.cyan(text),
		keysHelpTip: () => paint.dim(fold(helpTip(keys), width)),
	},
});

/** What keys do, each in a word or two. */
function helpTip(keys: string[]): string {
	const others = keys.flatMap((key) => keyNames[key] ?? []);
	return `${["Arrows move", "Enter chooses", ...others, "Ctrl-C leaves"].join(", ")}.`;
}

const keyNames: Record<string, string> = { "?": "? explains", "<": "< goes back" };
