/** Sets of values: read back from the form they are written in, and said to people. */
import { expect, test } from "vitest";
import { type AnswerSet, readSet } from "../../../src/core/answers/answer-set.ts";
import { formatAnswer } from "../../../src/core/answers/format-answer.ts";

test.each<[string | number, AnswerSet, string]>([
	["unknown", { kind: "unknown" }, "unknown"],
	[0, { kind: "range", least: 0, most: 0 }, "0"],
	[20000, { kind: "range", least: 20000, most: 20000 }, "20,000"],
	["500..2000", { kind: "range", least: 500, most: 2000 }, "500 to 2,000"],
	["0..2000", { kind: "range", least: 0, most: 2000 }, "0 to 2,000"],
	["0.5..2.25", { kind: "range", least: 0.5, most: 2.25 }, "0.5 to 2.25"],
	["1e-7..2", { kind: "range", least: 1e-7, most: 2 }, "1e-7 to 2"],
	["..2000", { kind: "range", most: 2000 }, "at most 2,000"],
	["500..", { kind: "range", least: 500 }, "at least 500"],
	["monthly", { kind: "words", words: ["monthly"] }, "monthly"],
	["monthly,daily", { kind: "words", words: ["monthly", "daily"] }, "monthly or daily"],
	// Names may hold dots, commas and digits.
	["1000", { kind: "words", words: ["1000"] }, "1000"],
	["..", { kind: "words", words: [".."] }, ".."],
	["0x1..2", { kind: "words", words: ["0x1..2"] }, "0x1..2"],
	["GPT-4, Llama 3", { kind: "words", words: ["GPT-4, Llama 3"] }, "GPT-4, Llama 3"],
	["gpt..4", { kind: "words", words: ["gpt..4"] }, "gpt..4"],
])("%s", (value, set, said) => {
	expect(readSet(value)).toEqual(set);
	expect(formatAnswer({ value, from: "" })).toBe(said);
});

test("what is left out is unknown", () => expect(formatAnswer(undefined)).toBe("unknown"));
