/** How the keys of a row are laid out, and what an example reads from it. */
import type { Fields } from "../record.ts";
import type { Mark } from "./marks.ts";
import type { Turn } from "./turns.ts";

/** What a row teaches. */
export interface Example {
	/** What goes in, as it stands in the row; undefined where the row has no input of its own. */
	input: readonly unknown[] | undefined;
	/** What should come out. */
	answer: readonly unknown[];
	/** The text that all rows may share: a system prompt, and tools. */
	context: string;
	/** The other text of the input. */
	asked: string;
	/** All text of the answer; of a preference the better one. */
	output: string;
	marks: Set<Mark>;
	/** The same as a plain chat, where it can be said as one. */
	turns?: readonly Turn[];
}

/** All text of the input. */
export const promptOf = ({ context, asked }: Pick<Example, "context" | "asked">): string =>
	context === "" ? asked : asked === "" ? context : `${context}\n${asked}`;

export interface Layout {
	id: string;
	/** The keys that tell it, for people. */
	keys: string;
	fits(row: Fields): boolean;
	read(row: Fields): Example;
}

/** Other keys than those that belong to the layout. */
export const othersOf = (row: Fields, known: ReadonlySet<string>): Fields =>
	Object.fromEntries(Object.entries(row).filter(([key]) => !known.has(key)));

export const hasOthers = (row: Fields, known: ReadonlySet<string>): boolean => {
	for (const key in row) if (!known.has(key) && row[key] !== null) return true;
	return false;
};
