import { expect, test } from "vitest";
import type { AnswerValue } from "../../../src/core/answers/answer-set.ts";
import { formatAnswer } from "../../../src/core/answers/format-answer.ts";

test.each<[string, AnswerValue, string]>([
	["a number", 20_000, "20,000"],
	["a range", "500..2000", "500 to 2,000"],
	["a range with no lower end", "..2000", "at most 2,000"],
	["a range with no upper end", "500..", "at least 500"],
	["a choice", "new-knowledge", "new-knowledge"],
	["several choices", "monthly,daily", "monthly or daily"],
	["a name", "gpt-4.1-mini", "gpt-4.1-mini"],
	["a name with commas", "GPT-4, Llama 3, Mixtral", "GPT-4, Llama 3, Mixtral"],
	["a name with dots", "a..b", "a..b"],
	["what is not known", "unknown", "unknown"],
])("%s: %s", (_, value, text) => {
	expect(formatAnswer({ value, from: "" })).toBe(text);
});

test("an answer that is left out is unknown", () => {
	expect(formatAnswer(undefined)).toBe("unknown");
});
