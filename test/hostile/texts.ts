/** Texts that mean harm to whoever reads YAML, for every door that does. */
import { Buffer } from "node:buffer";

/** The same text in other bytes. */
export const utf16 = (text: string, isBig = false): Uint8Array => {
	const bytes = Buffer.from(text, "utf16le");
	return isBig ? bytes.swap16() : bytes;
};

/** Pieces that cost a reader of YAML most, when there are many of them. */
export const dearPieces = [
	...[",", "{", "[", "}", "]", ":", "-", "?", "\n", '"', "'", "&", "*", "!", "|", ">", "%", "#"],
	...["- ", "? ", ": ", "a: ", "&a ", "! ", "[],", '""', "- a\n", "a: b\n", "*a\n", "{a: 1},"],
	...["\n---\n", "...\n", "%a\n", "#\n", "\r", "\\"],
];

/** Not valid, or not supported: what stands there, and what the program says of it. */
export const brokenYaml: readonly [what: string, text: string, says: RegExp][] = [
	["a merge key of YAML 1.1", "%YAML 1.1\n---\n<<: x\n", /:3:1: .*<</],
	["a merge of a list", "%YAML 1.1\n---\n<<: [1, 2]\n", /:3:1: .*<</],
	["a merge of an alias", "a: &a {b: 1}\n<<: *a\n", /:2:5: Aliases/],
	["a version to come", "%YAML 1.3\n---\na: 1\n", /:1:\d+: .*1\.3/],
	["a directive of nobody", "%FOO bar\n---\na: 1\n", /:1:\d+: /],
	["an alias", "a: *b\n", /:1:4: Aliases/],
	["a thousand laughs", `a: &a [x]\n${"b: &b [*a, *a]\n".repeat(9)}`, /Aliases/],
	["a second document", "a: 1\n---\nb: 2\n", /:2:1: A second YAML document/],
	["a second document after an end", "a: 1\n...\n---\nb: 2\n", /:3:1: A second YAML document/],
	...["!!int 5", "!!binary ====", "!!set {a}", "!!omap [a: 1]", "!!timestamp 2001", "!foo x"].map(
		(value): [string, string, RegExp] => [`a tag: ${value}`, `a: ${value}\n`, /:1:\d+: /],
	),
	["a list for a key", "? [a, b]\n: 1\n", /:1:\d+: A key must be a word/],
	["a mapping for a key", "{a: 1}: 1\n", /:1:\d+: A key must be a word/],
	["the same key twice", "a: 1\na: 2\n", /:2:1: The key a appears twice/],
	["the prototype", "__proto__: 1\n", /:1:1: __proto__ is not allowed as a name/],
	["the prototype further in", "a: {__proto__: 1}\n", /:1:5: __proto__ is not allowed as a name/],
	["an open quote", 'a: "b\n', /:\d+:\d+: This is not valid YAML/],
	["an open bracket", "a: [b\n", /:\d+:\d+: This is not valid YAML/],
	["a tab before a key", "a:\n\tb: 1\n", /:2:\d+: This is not valid YAML/],
	["a wrong escape", 'a: "\\q"\n', /:1:\d+: This is not valid YAML/],
	["a tag of 40,000 marks", "!".repeat(40_000), /This is not valid YAML|Tags/],
	["a comma first", ",".repeat(40_000), /This is not valid YAML/],
	["a long word twice", `${"k".repeat(900)}: 1\n`.repeat(2), /kkk\.\.\. appears twice/],
	...["[", "{", "- ", "? ", "[{", "{a: ", "- - ? "].map((open): [string, string, RegExp] => [
		`8,000 levels of ${open}`,
		open.repeat(8_000),
		/nested too deeply/,
	]),
	["levels hidden by brackets in quotes", '[ "]", '.repeat(8_000), /nested too deeply/],
	["levels that close again", `${"[".repeat(9_000)}${"]".repeat(9_000)}`, /nested too deeply/],
	[
		"400 levels of keys",
		Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:\n`).join(""),
		/nested too deeply/,
	],
];

/** Bytes that are no text. */
export const notText: readonly [what: string, bytes: Uint8Array, says: RegExp][] = [
	["a NUL", Buffer.from("a: b\0c\n"), /not a text file/],
	["Windows-1252", Buffer.from("model: caf\xe9\n", "latin1"), /Windows-1252/],
	["a quote of Windows-1252", Buffer.from("model: \x93a\x94\n", "latin1"), /Windows-1252/],
	["UTF-16 without its mark", utf16("examples: 5\n"), /UTF-16 without a byte order mark/],
	["the same from its big end", utf16("examples: 5\n", true), /UTF-16 without a byte order mark/],
	["UTF-16 cut in a character", utf16("\ufeffexamples: 5\n").subarray(0, -1), /cut off/],
	["UTF-16 with half a pair", utf16("\ufeffmodel: \ud800\n"), /damaged/],
	["UTF-8 cut in a character", Buffer.from("model: é").subarray(0, -1), /not UTF-8/],
	["too long a form of UTF-8", Buffer.from([0x61, 0x3a, 0x20, 0xc0, 0xaf]), /not UTF-8/],
	["half a pair in UTF-8", Buffer.from([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]), /not UTF-8/],
	["UTF-32", Buffer.from("\xff\xfe\0\0a\0\0\0:\0\0\0", "latin1"), /not a text file/],
	["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), /not a text file/],
	["a program", Buffer.from("\x7fELF\x02\x01\x01\0\0\0", "latin1"), /not a text file/],
];
