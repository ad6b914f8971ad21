import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../../src/core/answers/nearest-word.ts";

const facts = ["examples", "prompt-tokens", "prompting", "evals", "goal"];

test.each([
	["one letter off", "exmples", "examples"],
	["two letters swapped", "exapmles", "examples"],
	["upper case", "EXAMPLES", "examples"],
	["the start of a word", "exam", "examples"],
	["the whole word", "goal", "goal"],
	["the nearer of two", "promptin", "prompting"],
	["short, one letter off", "gol", "goal"],
])("%s: %s", (_name, word, meant) => expect(nearest(word, facts)).toBe(meant));

test.each([
	["nothing like it", "weather"],
	["too short to tell", "x"],
	["empty", ""],
	["endless", "a".repeat(100_000)],
])("%s", (_name, word) => expect(nearest(word, facts)).toBeUndefined());

test("nothing to choose from", () => expect(nearest("goal", [])).toBeUndefined());

test.each([
	["goals", " Did you mean goal?"],
	["weather", ""],
])("a sentence for %s", (word, sentence) => expect(didYouMean(word, facts)).toBe(sentence));
