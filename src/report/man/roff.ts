/** Text in roff, the language of manual pages. */

/** Prose: nothing in it is a request or an escape. */
export const roff = (text: string): string =>
	text
		.replaceAll("\\", "\\e")
		.replaceAll(/[^\n -~]/gu, (character) => `\\[u${hex(character)}]`)
		.replaceAll(/^[.']/gm, "\\&$&");

/** What is typed: a hyphen must stay the one of the keyboard, so that it can be copied. */
export const roffCode = (text: string): string =>
	roff(text).replaceAll("-", "\\-").replaceAll("'", "\\(aq").replaceAll("`", "\\(ga");

const hex = (character: string): string =>
	(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
