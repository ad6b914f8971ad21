/** Characters and strings that hide, steer a screen or command a log: written down here once more, apart from the source. */

export interface Kind {
	kind: string;
	texts: readonly string[];
	/** Refused as a name before anything else: what a terminal obeys. */
	isControl?: true;
}

const range = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, place) => String.fromCodePoint(from + place));

export const kinds: readonly Kind[] = [
	{ kind: "C0", isControl: true, texts: [...range(0x01, 0x08), ...range(0x0b, 0x1f), "\u007f"] },
	{ kind: "C1", isControl: true, texts: range(0x80, 0x9f) },
	{
		kind: "ANSI",
		isControl: true,
		texts: ["\u001b[31m", "\u001b[8m", "\u001b[2J", "\u001b[1A\u001b[2K", "\u001bc", "\u009b31m"],
	},
	{
		kind: "OSC",
		isControl: true,
		texts: [
			"\u001b]8;;https:x\u0007y\u001b]8;;\u0007",
			"\u001b]52;c;eA==\u0007",
			"\u001b]0;title\u001b\\",
			"\u009d0;t\u009c",
			"\u001bP+q\u001b\\",
		],
	},
	{
		kind: "bidi",
		texts: [..."\u061c\u200e\u200f", ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)],
	},
	{
		kind: "no width",
		texts: [..."\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"],
	},
	{ kind: "old format", texts: [...range(0x206a, 0x206f), ..."\ufff9\ufffa\ufffb"] },
	{ kind: "fillers", texts: [..."\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"] },
	{ kind: "variations", texts: [..."\u180b\ufe00\ufe0d\u{e0100}\u{e01ef}"] },
	{ kind: "tags", texts: [..."\u{e0001}\u{e0020}\u{e0041}\u{e007f}"] },
	{ kind: "lines", texts: [..."\u2028\u2029"] },
	{ kind: "half characters", texts: ["\ud800", "\udbff", "\udc00", "\udfff"] },
	{ kind: "no characters", texts: [..."\ufdd0\ufffe\uffff\u{1ffff}"] },
	{
		kind: "CI commands",
		texts: ["##[error]x", "##[add-mask]x", "##vso[task.complete]x", "##teamcity[x]", "##VSO[x]"],
	},
];

/** A name for a text, so that it is found again: no text begins like another. */
const mark = (kind: number, text: number): string => `q${kind.toString(36)}${text.toString(36)}z`;

/** Texts of some kinds, each behind its mark, in as many strings of so many characters as it takes. */
export function blobsOf(
	most: number,
	fits: (kind: Kind) => boolean = () => true,
	ofEach = Number.POSITIVE_INFINITY,
): string[] {
	const blobs = [""];
	for (const [place, kind] of kinds.entries())
		for (const [index, text] of fits(kind) ? kind.texts.slice(0, ofEach).entries() : []) {
			const next = `${mark(place, index)}${text} `;
			const last = blobs.at(-1) ?? "";
			if (last.length + next.length >= most) blobs.push(next);
			else blobs[blobs.length - 1] = last + next;
		}
	return blobs.map((blob) => `${blob}q`);
}

/** Output without what escapes and folds: backslashes, blanks, colours, and how JSON and Markdown write some. */
export const squash = (output: string): string =>
	output
		.replaceAll(colour, "")
		.replaceAll("\\b", "u0008")
		.replaceAll("\\f", "u000c")
		.replaceAll(/[\\\s]/g, "")
		.replaceAll("u005b", "[")
		.toLowerCase();

/** Whatever is no letter of ASCII in the texts above hides or steers; a return may become a blank. */
const spelling = (text: string): string =>
	text.startsWith("##")
		? text.replace("[", "u005b")
		: text
				.replaceAll("\r", "")
				.replaceAll(/[^ -~]/g, (unit) => `u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** How each text of a kind looks once it is spelt out and squashed, with the mark that it is found by. */
export const spelledOut = (kind: Kind): { found: string; looks: string }[] =>
	kind.texts.map((text, index) => {
		const found = mark(kinds.indexOf(kind), index);
		return { found, looks: squash(found + spelling(text)) };
	});

/** Half a character does not survive UTF-8. */
const hiding = new Set(
	[...kinds.flatMap(({ texts }) => texts.join("|")).join("|")]
		.filter((character) => !/[ -~]/.test(character))
		.concat("\ufffd"),
);

/** What is left in an output that hides or steers; our own colours do neither. */
export const hidden = (output: string): string[] =>
	[...output.replaceAll(colour, "")]
		.filter((character) => hiding.has(character))
		.map((character) => character.codePointAt(0)?.toString(16) ?? "");

/** Lines that a CI system would carry out. */
export const commandsIn = (output: string): string[] =>
	output
		.replaceAll(colour, "")
		.split("\n")
		.filter((line) => /^\s*::|##[a-z]*\[/i.test(line));

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const colour = /\u001b\[(?:1|2|22|3[1-69])m/g;
