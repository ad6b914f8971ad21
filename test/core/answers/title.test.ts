/** Titles: one line of free text, or a problem that says what is wrong. */
import { expect, test } from "vitest";
import { oneTitle, parseTitle } from "../../../src/core/answers/title.ts";

const read = (value: unknown) => parseTitle({ value, from: "a.yaml:1" });

test.each<[string, unknown, string | undefined]>([
	["text", "Support bot", "Support bot"],
	["blanks around", "  Support bot \n", "Support bot"],
	["a number", 2026, "2026"],
	["letters of any script", "客服机器人 ×2", "客服机器人 ×2"],
	["200 characters", "x".repeat(200), "x".repeat(200)],
	["nothing", "", undefined],
	["blanks", "  ", undefined],
	["null, as in a decision without one", null, undefined],
	["no title", undefined, undefined],
])("%s", (_name, value, title) => expect(read(value)).toEqual({ ok: true, value: title }));

const oneLine = "The title must be on one line, without tabs or other control characters.";
test.each<[string, unknown, string]>([
	["201 characters", "x".repeat(201), "The title is 201 characters long; the limit is 200."],
	["a line break", "a\nb", oneLine],
	["a carriage return", "a\rb", oneLine],
	["a line separator", "a\u2028b", oneLine],
	["a paragraph separator", "a\u2029b", oneLine],
	["a tab", "a\tb", oneLine],
	["an escape", "\u001b[31mred", oneLine],
	["a zero", "a\0", oneLine],
	["a list", ["a"], "The title must be one line of text."],
	["a mapping", { a: 1 }, "The title must be one line of text."],
])("%s is refused", (_name, value, message) =>
	expect(read(value)).toMatchObject({
		ok: false,
		problems: [{ code: "bad-title", message, at: { file: "a.yaml:1" } }],
	}),
);

const from = (value: unknown, place: string) => ({ value, from: place });
test.each([
	["none", [], undefined],
	["one of two", [from(null, "a"), from("Bot", "b")], "Bot"],
	["the same twice", [from("Bot", "a"), from(" Bot ", "b")], "Bot"],
])("several titles: %s", (_name, raw, title) =>
	expect(oneTitle(raw)).toEqual({ ok: true, value: title }),
);

test("two titles are one too many", () =>
	expect(oneTitle([from("Bot", "a.yaml:1"), from("Agent", "b.yaml:3")])).toMatchObject({
		ok: false,
		problems: [
			{ code: "contradiction", message: "a.yaml:1 and b.yaml:3 give two different titles." },
		],
	}));
