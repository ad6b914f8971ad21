/**
 * How many columns text takes, and how it breaks into lines.
 * string-width and wrap-ansi do this too, but loading them takes half as long as starting Node.
 * What is not plain Latin is measured by Unicode ranges, rather too wide than too narrow.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: every colour begins with one
const colour = /\u001b\[\d+m/g;
const narrow = /^[\x20-\x7e\u00a1-\u02ff\u2010-\u2027\u2190-\u2193\u2212\u2500-\u25fc✓✗]*$/;
const nothing = /[\p{Mn}\p{Me}]/u;
const wide =
	/[\u1100-\u115f\u2329\u232a\u2600-\u27bf\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1d300}-\u{1d37f}\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

export function columnsOf(text: string): number {
	const shown = text.replaceAll(colour, "");
	if (narrow.test(shown)) return shown.length;
	return [...shown].reduce((sum, character) => sum + columnsOfOne(character), 0);
}

function columnsOfOne(character: string): number {
	if (narrow.test(character)) return 1;
	if (wide.test(character)) return 2;
	return nothing.test(character) ? 0 : 1;
}

/** Lines of whole words; a word longer than a line is broken. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	let used = 0;
	for (const word of text
		.trim()
		.split(/ +/)
		.flatMap((word) => breakWord(word, width))) {
		const columns = columnsOf(word);
		if (line === "") [line, used] = [word, columns];
		else if (used + 1 + columns <= width) [line, used] = [`${line} ${word}`, used + 1 + columns];
		else {
			lines.push(line);
			[line, used] = [word, columns];
		}
	}
	return [...lines, line];
}

/** A word in pieces that fit. */
export function breakWord(word: string, width: number): string[] {
	if (columnsOf(word) <= width) return [word];
	const pieces = [""];
	let used = 0;
	for (const part of word.split(/(\p{Cc}\[\d+m|.)/su)) {
		const columns = columnsOf(part);
		if (used > 0 && used + columns > width) {
			pieces.push("");
			used = 0;
		}
		pieces[pieces.length - 1] += part;
		used += columns;
	}
	return pieces;
}
