/** Words in the text of a shell script. */
import type { Takes } from "../usage.ts";

/** One word for a POSIX shell, zsh and bash. */
export const quoteForPosix = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Words that every shell takes as they are: rule sets of others must not run anything. */
export const plainWords = (words: readonly string[]): string =>
	words.filter((word) => /^[\w.@+-]+$/.test(word)).join(" ");

/** The words that can be offered; empty for files, folders and free text. */
export const offeredWords = (takes: Takes | "nothing"): string =>
	typeof takes === "object" ? plainWords(takes.words) : "";

/** `words`, `file`, `folder`, `text` or `nothing`. */
export function takesKind(takes: Takes | "nothing"): string {
	if (typeof takes === "object") return "words";
	return takes === "day" || takes === "percent" ? "text" : takes;
}
