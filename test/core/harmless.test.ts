/** What may be shown: each kind of character, and one beside it that stays. */
import { describe, expect, test } from "vitest";
import { harmless, harmlessInColour, oneLine, showInvisible } from "../../src/core/harmless.ts";

describe("what cannot be seen is spelt out", () => {
	test.each([
		["controls", "\u0000\u001f\u007f\u009f", String.raw`\u0000\u001f\u007f\u009f`],
		["the letters around them", " ~\u00a0", " ~\u00a0"],
		["direction", "\u061c\u200e\u202a\u2069", String.raw`\u061c\u200e\u202a\u2069`],
		["no width", "\u00ad\u200b\u200d\u2060\ufeff", String.raw`\u00ad\u200b\u200d\u2060\ufeff`],
		["blanks with a width", "\u2000\u3000", "\u2000\u3000"],
		["fillers", "\u115f\u3164\uffa0", String.raw`\u115f\u3164\uffa0`],
		["hidden variations", "\ufe00\u{e0100}", String.raw`\ufe00\udb40\udd00`],
		["the look of a symbol", "\ufe0e\ufe0f", "\ufe0e\ufe0f"],
		["tags", "\u{e0001}", String.raw`\udb40\udc01`],
		["half a character", "\ud83d.\ude00", String.raw`\ud83d.\ude00`],
		["a whole one", "\u{1f600}", "\u{1f600}"],
		["what is no character", "\ufdd0\uffff", String.raw`\ufdd0\uffff`],
		["accents", "e\u0301", "e\u0301"],
		["lines and tabs", "\t\n\u2028\u2029\r", `\t\n${String.raw`\u2028\u2029\u000d`}`],
	])("%s", (_name, text, shown) => expect(showInvisible(text)).toBe(shown));

	test("on one line", () => expect(oneLine("a\r\n\t b\nc")).toBe("a  b c"));
});

describe("no log takes it for a command", () => {
	test.each([
		["::error::a", String.raw`\u003a:error::a`],
		["a\n \t::stop-commands::b", `a\n \t${String.raw`\u003a:stop-commands::b`}`],
		["\u00a0::error::a", `\u00a0${String.raw`\u003a:error::a`}`],
		["a ::error::b", "a ::error::b"],
		[": :a", ": :a"],
		["a ##[error]b", String.raw`a ##\u005berror]b`],
		["##vso[task.complete]", String.raw`##vso\u005btask.complete]`],
		["##TeamCity[x]", String.raw`##TeamCity\u005bx]`],
		["## [a] #[b] ##a", "## [a] #[b] ##a"],
	])("%j", (text, shown) => {
		expect(harmless(text)).toBe(shown);
		expect(JSON.parse(harmless(JSON.stringify(text)))).toBe(text);
	});
});

describe("in colour", () => {
	test.each([
		["our colours stay", "\u001b[1m\u001b[31ma\u001b[39m\u001b[22m", undefined],
		["what hides does not", "\u001b[8ma", String.raw`\u001b[8ma`],
		["nor what moves", "\u001b[2J\u001b[31", String.raw`\u001b[2J\u001b[31`],
		["nor a command behind one", "\u001b[31m::a", `\u001b[31m${String.raw`\u003a:a`}`],
	])("%s", (_name, text, shown = text) => expect(harmlessInColour(text)).toBe(shown));
});
