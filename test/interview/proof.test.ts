/** When it is proven that no open answer changes verdict, outlook and first steps. */
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { isResultFixed } from "../../src/interview/proof.ts";
import { answersOf, cases, rules } from "../built-in.ts";

const isFixed = (facts: object): boolean => {
	const answers = answersOf(facts);
	return isResultFixed(rules, answers, decide(rules, answers));
};

/** Answers to every question: nothing is open. */
const all = Object.fromEntries(
	Object.entries(rules.questions)
		.map(([fact, { choices, number, text }]) =>
			[
				fact,
				Object.keys(choices ?? { yes: "" })[0] ?? "yes",
				number?.example,
				text?.example,
			].filter((part) => part !== undefined),
		)
		.map(([fact, ...rest]) => [fact, rest.at(-1)]),
);

test.each([
	["nothing is known", {}, false],
	["only the verdict is settled", { evals: "none" }, false],
	["everything is answered", all, true],
])("%s: %s", (_name, facts, fixed) => expect(isFixed(facts as object)).toBe(fixed));

describe("what is proven holds", () => {
	/** Published cases, all else answered but two facts: some are proven, some are not. */
	const left = Object.keys(rules.questions);
	const shortened = cases.slice(0, 150).map(({ facts }, place) => {
		const { [left[place % left.length] as string]: _, model: __, ...rest } = { ...all, ...facts };
		return rest;
	});
	const proven = shortened.filter(isFixed);

	test("some are proven, and some are not", () => {
		expect(proven.length).toBeGreaterThan(0);
		expect(proven.length).toBeLessThan(shortened.length);
	});

	test("no answer to an open question changes what is proven", () => {
		const result = (facts: object) => {
			const { verdict, outlook, steps } = decide(rules, answersOf(facts));
			return { verdict, outlook, steps: steps.slice(0, 3).map(({ id }) => id) };
		};
		for (const facts of proven)
			for (const [fact, question] of Object.entries(rules.questions)) {
				if (Object.hasOwn(facts, fact)) continue;
				const values = Object.keys(question.choices ?? question["yes-no"] ?? { 0: "", 1000: "" });
				for (const value of question.text ? [] : values)
					expect(result({ ...facts, [fact]: value })).toEqual(result(facts));
			}
	});
});
