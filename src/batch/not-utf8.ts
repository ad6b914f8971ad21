/** Lines that are not UTF-8: letters of theirs are lost. */
import type { Problem } from "../core/problems.ts";

/** What a letter is read as that is not UTF-8. */
const lost = "\ufffd";

/** @param text a line of a block that is not UTF-8 */
export function notUtf8(text: string): Problem | undefined {
	if (!text.includes(lost)) return undefined;
	return /[^\0-\x7f\ufffd]/.test(text) ? damaged : windows;
}

const windows: Problem = {
	code: "not-utf8",
	message: "The line is not UTF-8; it is probably Windows-1252.",
	hint: "Save the file as UTF-8, or: iconv -f WINDOWS-1252 -t UTF-8",
};

/** Other letters of the line are UTF-8. */
const damaged: Problem = {
	code: "not-utf8",
	message: "The line is not valid UTF-8: a character is cut off or damaged.",
	hint: "Save the file again as UTF-8.",
};
