/** Names that a fact may not have: each fact is a flag, too. */
import { expect, test } from "vitest";
import { readRules } from "../../../src/core/rules/read-rules.ts";
import { rawFile, ruleFileOf } from "../rule-files.ts";

test.each([
	["answers", false],
	["as-of", false],
	["no-input", false],
	["no-luck", false],
	["answer", true],
	["note", true],
])("%s", (fact, isFine) => {
	const question = { ask: "A?", label: "a", why: "A.", find: "A.", yours: true };
	const file = ruleFileOf({
		questions: { [fact]: { ...question, "yes-no": { yes: "Y.", no: "N." } } },
		scores: {},
		gates: {},
	});
	const read = readRules([[rawFile("rules/a.yaml", file)]]);
	expect(read.ok).toBe(isFine);
	if (!read.ok)
		expect(read.problems).toEqual([
			{
				code: "reserved-id",
				message: `A fact cannot be called ${fact}: --${fact} is an option of the program.`,
				hint: "Give the fact another id.",
				at: { file: `rules/a.yaml:questions.${fact}` },
			},
		]);
});
