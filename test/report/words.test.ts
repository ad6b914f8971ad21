import { describe, expect, test } from "vitest";
import { listed } from "../../src/core/answers/format-answer.ts";
import { oneLine } from "../../src/core/harmless.ts";
import { mapStrings, toAscii } from "../../src/report/clean.ts";
import { escapeMarkdown, linkTarget } from "../../src/report/markdown/escape.ts";
import { chance, count, flagOf, signed, spread } from "../../src/report/words.ts";
import { rules } from "./decisions.ts";

test.each([
	[0.5, "about even"],
	[0.54, "about even"],
	[0.55, "about 6 in 10"],
	[0.91, "about 9 in 10"],
	[0.944, "about 9 in 10"],
	[0.945, "about 19 in 20"],
	[0.97, "about 19 in 20"],
])("a chance of %s is %s", (probability, words) => expect(chance(probability)).toBe(words));

test.each([
	[12, "+12"],
	[-3, "−3"],
	[0, "0"],
	[-1200, "−1,200"],
])("%s points are %s", (points, words) => expect(signed(points)).toBe(words));

test("a sum that cannot change is final", () => {
	expect(spread({ min: 2, max: 2 })).toBe("final");
	expect(spread({ min: -2, max: 2 }, "-")).toBe("-2 to +2");
});

test("lists and counts read as sentences do", () => {
	expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((parts) => listed(parts))).toEqual([
		"",
		"a",
		"a and b",
		"a, b and c",
	]);
	expect([count(1, "question"), count(1200, "question")]).toEqual([
		"1 question",
		"1,200 questions",
	]);
});

test.each([
	["evals", "--evals none | spot-checks | suite"],
	["citations", "--citations yes | no"],
	["examples", "--examples <examples>"],
	["model", "--model <name>"],
	["no-such-fact", "--no-such-fact"],
])("the flag of %s", (fact, flag) => expect(flagOf(rules, fact)).toBe(flag));

describe("text from elsewhere", () => {
	test.each([
		["colour", "a\u001b[31mb\u001b[0m", String.raw`a\u001b[31mb\u001b[0m`],
		["one-byte controls", "a\u009b31mb", String.raw`a\u009b31mb`],
		["line breaks and tabs", "a\r\n\tb", "a b"],
		["line breaks that only some know", "a\u2028b\u0085", String.raw`a\u2028b\u0085`],
		["writing direction", "a\u202eb\u200bc", String.raw`a\u202eb\u200bc`],
		["beyond U+FFFF", "a\u{e0041}", String.raw`a\udb40\udc41`],
		["half a character", "a\ud800b", String.raw`a\ud800b`],
		["what every letter of a script may carry", "e\u0301 ✔\ufe0f", "e\u0301 ✔\ufe0f"],
		["other languages", "日本 é", "日本 é"],
	])("%s", (_name, raw, cleaned) => expect(oneLine(raw)).toBe(cleaned));

	test.each([
		["accents", "modèle", "modele"],
		["punctuation", "“a” – b…", '"a" - b...'],
		["no ASCII for it", "日本", "??"],
		["one for a pair", "😀", "?"],
	])("as ASCII: %s", (_name, raw, ascii) => expect(toAscii(raw)).toBe(ascii));

	test("every string of a value", () => {
		const value = { a: ["x", 1, null, true], b: { c: "y" } };
		expect(mapStrings(value, (text) => `${text}!`)).toEqual({
			a: ["x!", 1, null, true],
			b: { c: "y!" },
		});
	});
});

test.each([
	["a | b", String.raw`a \| b`],
	["`x`", "\\`x\\`"],
	["<b>&", "&lt;b&gt;&amp;"],
	["*a* _b_ ~c~", String.raw`\*a\* \_b\_ \~c\~`],
	["[a](b)", String.raw`\[a\](b)`],
	["@team", "@&#8203;team"],
	["https://x www.x", "https&#58;//x www&#46;x"],
	["a\nb", "a b"],
	["# a", String.raw`\# a`],
	["#a", "#a"],
	["a #", String.raw`a \#`],
	["a#", "a#"],
	["- a", String.raw`\- a`],
	["-a", "-a"],
	["--flag", "--flag"],
	["---", String.raw`\---`],
	["=", String.raw`\=`],
	["= a", "= a"],
	["1. a", String.raw`1\. a`],
	["1.5", "1.5"],
	["#12 gh-3", "#&#8203;12 gh-&#8203;3"],
	["a\u202eb", String.raw`a\\u202eb`],
])("%s in Markdown", (raw, escaped) => expect(escapeMarkdown(raw)).toBe(escaped));

test.each([
	["https://a.org/b?c=1", "https://a.org/b?c=1"],
	["https://a.org/(b)|<c>", "https://a.org/%28b%29%7C%3Cc%3E"],
	["https://a.org/\"b'c", "https://a.org/%22b%27c"],
	["https://a.org/b&lt;c&d=1", "https://a.org/b%26lt;c&d=1"],
	["https://a.org/\u202eb", "https://a.org/%5Cu202eb"],
	["javascript:alert(1)", undefined],
	["http://a.org", undefined],
	["https://a.org@b.org/", undefined],
	["https://a.org\\@b.org/", undefined],
	["https://", undefined],
	["https://a b", undefined],
	[undefined, undefined],
])("a link to %s", (url, target) => expect(linkTarget(url)).toBe(target));
