import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/report/clean.ts";
import { columnsOf, wrap } from "../../src/report/columns.ts";

describe("columns", () => {
	test.each([
		["", 0],
		["plain", 5],
		["─│█░►◄●✓✗−·•", 12],
		["é", 1],
		["e\u0301", 1],
		["日本", 4],
		["한국", 4],
		["😀", 2],
		["Ж", 1],
		["\u001b[1mbold\u001b[22m", 4],
	])("%j", (text, columns) => {
		expect(columnsOf(text)).toBe(columns);
		expect(columnsOf(text)).toBe(stringWidth(text));
	});

	test("are never counted too few", () => {
		const text = fc.string({ unit: "binary", maxLength: 30 }).map(clean);
		fc.assert(
			fc.property(text, (raw) => columnsOf(raw) >= stringWidth(raw)),
			{ numRuns: 5000 },
		);
	});
});

describe("lines", () => {
	test.each([
		["nothing", "", [""]],
		["one line", "a bc def", ["a bc def"]],
		["the last column", "abcd efgh", ["abcd", "efgh"]],
		["just fits", "abc efgh", ["abc efgh"]],
		["blanks", "  a   b  ", ["a b"]],
		["a long word", "a bcdefghijkl m", ["a", "bcdefghi", "jkl m"]],
		["wide characters", "日本日本日", ["日本日本", "日"]],
		["half a wide one", "a日本日本", ["a日本日", "本"]],
		[
			"a long word in colour",
			"\u001b[1mabcdefghij\u001b[22m",
			["\u001b[1mabcdefgh", "ij\u001b[22m"],
		],
	])("%s", (_name, text, lines) => expect(wrap(text, 8)).toEqual(lines));

	test("never exceed the width, and lose nothing", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (raw, width) => {
				const lines = wrap(clean(raw), width);
				expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
				expect(lines.join("").replaceAll(" ", "")).toBe(clean(raw).replaceAll(" ", ""));
			}),
		);
	});
});
