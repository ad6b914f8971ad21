/** Saved answers: the file says nothing unseen, and reads back what was answered. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { showInvisible } from "../../src/core/harmless.ts";
import { formatAnswersFile } from "../../src/io/save-answers.ts";
import { rules } from "../built-in.ts";

const saved = (model: string): string =>
	formatAnswersFile(rules, { model: { value: model, from: "interview" } });

test.each([
	["a plain name", "gpt-4.1-mini", "model: gpt-4.1-mini"],
	["direction", "a\u202eb", String.raw`model: "a\u202eb"`],
	["tags", "a\u{e0041}", String.raw`model: "a\udb40\udc41"`],
	["a command", "##[error]a", String.raw`model: "##\u005berror]a"`],
	["what only looks spelt out", String.raw`a\u202e`, String.raw`model: "a\\u202e"`],
	["a line of YAML", "a: # b", 'model: "a: # b"'],
	["a line break", "\n", String.raw`model: "\n"`],
])("%s", (_name, model, line) => {
	expect(saved(model).split("\n")).toContain(line);
	expect(parse(saved(model)).model).toBe(model);
});

test("any name comes back", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "binary", minLength: 1 }).filter((name) => name !== "unknown"),
			(model) => {
				const file = saved(model);
				expect(parse(file).model).toBe(model);
				expect(showInvisible(file)).toBe(file);
			},
		),
	);
});
