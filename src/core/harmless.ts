/**
 * Text from outside (file names, answers, rules, documents) as it may be shown: nothing in it steers a
 * screen, hides, turns the line around or commands a CI system. This is the one place that says what does.
 */

/**
 * Control and format characters, half surrogates, and whatever Unicode draws as nothing. Line breaks
 * and tabs are layout. U+FE0E and U+FE0F stay: they only choose between the two looks of a symbol.
 */
const invisible =
	/(?![\t\n]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Characters as JSON, YAML and JavaScript write them: `\u202e`, and two of these beyond U+FFFF. */
export const escapeUnits = (text: string): string =>
	text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Every character that cannot be seen is spelt out. JSON stays JSON that says the same. */
export const showInvisible = (text: string): string =>
	// Most of what batch writes is ASCII, which can be told in a fifth of the time.
	/[^\t\n -~]/.test(text) ? text.replaceAll(invisible, escapeUnits) : text;

/** The same on one line. */
export const oneLine = (text: string): string => showInvisible(text.replaceAll(/[\t\n\r]+/g, " "));

/**
 * What a CI system would carry out when it stands in a log: GitHub takes `::` at the start of a line,
 * behind blanks too, and `##[` anywhere, Azure `##vso[`, TeamCity `##teamcity[`. What GitLab and
 * Travis take holds control characters. A colour may stand before it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const command = /^((?:[^\S\n]|\u001b\[\d+m)*):(?=:)|(##[a-z]*)\[/gim;

/** Text without commands for a CI system; JSON still says the same. */
const defuse = (text: string): string =>
	text.replaceAll(command, (_, blanks?: string, mark?: string) =>
		mark === undefined ? `${blanks}\\u003a` : `${mark}\\u005b`,
	);

/** What any door may let out. */
export const harmless = (text: string): string => defuse(showInvisible(text));

/** The colours of our own paint: the only control sequences that the program writes in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one.
const ownColours = /(\u001b\[(?:1|2|22|3[1-69])m)/;

/** The same for a terminal, in our colours. */
export const harmlessInColour = (text: string): string =>
	defuse(
		text
			.split(ownColours)
			.map((part, place) => (place % 2 === 1 ? part : showInvisible(part)))
			.join(""),
	);
