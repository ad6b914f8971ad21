import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine } from "../../src/core/harmless.ts";
import { columnsOf, wrap } from "../../src/report/text/columns.ts";

describe("lines", () => {
	test.each([
		["nothing", "", [""]],
		["one line", "a bc def", ["a bc def"]],
		["the last column", "abcd efgh", ["abcd", "efgh"]],
		["just fits", "abc efgh", ["abc efgh"]],
		["wide characters", "日本日本日", ["日本日本", "日"]],
		["half a wide one", "a日本日本", ["a日本日", "本"]],
	])("%s", (_name, text, lines) => expect(wrap(text, 8)).toEqual(lines));

	test("never exceed the width, and lose nothing", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (raw, width) => {
				const lines = wrap(oneLine(raw), width);
				expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
				expect(lines.join("").replaceAll(" ", "")).toBe(oneLine(raw).replaceAll(" ", ""));
			}),
		);
	});
});
