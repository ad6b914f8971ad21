/** Facts that two rule sets cannot be told in alike. */
import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/core/answers/question.ts";
import type { Clause } from "../../../src/core/rules/condition.ts";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { findUnlikeFacts } from "../../../src/core/verify/refine.ts";
import { fileWith, questions, rulesOf, texts } from "../rule-files.ts";

const cutting = (from: number, count: number): RuleFile => {
	const ranges = Array.from({ length: count }, (_, place) => `${from + place} up`);
	return fileWith({}, { when: { examples: ranges } as Clause });
};
const choosing = (...values: string[]): RuleFile => {
	const change: Question = {
		...texts,
		choices: Object.fromEntries(values.map((value) => [value, "V."])),
	};
	return fileWith(
		{ questions: { ...questions, change } },
		{ when: { change: values[0] as string } },
	);
};

describe("two rule sets", () => {
	test.each<[string, RuleFile, RuleFile, string | undefined]>([
		["29 cuts together", cutting(1, 20), cutting(12, 18), undefined],
		["30 cuts together", cutting(1, 20), cutting(12, 19), "cut it into 31 pieces together"],
		["one value in common", choosing("a", "b"), choosing("b", "c"), undefined],
		["no value in common", choosing("a", "b"), choosing("c", "d"), "have no value in common"],
	])("%s", (_name, a, b, why) => {
		const found = findUnlikeFacts(rulesOf(a), rulesOf(b)).map(({ message }) => message);
		expect(found).toEqual(why ? [expect.stringContaining(why)] : []);
	});
});
