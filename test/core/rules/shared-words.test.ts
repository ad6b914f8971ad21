/** A word is one formula wherever it is used: what it means does not change, however often that is. */
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../../src/core/answers/answers.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { mostConditionTests } from "../../../src/core/limits.ts";
import type { Condition } from "../../../src/core/rules/condition.ts";
import { countTests } from "../../../src/core/rules/condition-tests.ts";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { fileWith, problemsOf, rulesOf } from "../rule-files.ts";

const plain: Condition = {
	when: { change: "daily" },
	any: [{ citations: "yes" }, { examples: "500 up" }],
};
const opposite: Condition = { unless: { is: "w0" } };

/** Twenty words, each made of the one before, and a rule that waits for the last. */
const chained = (next: (before: string) => Condition) =>
	fileWith(
		{
			words: Object.fromEntries(
				Array.from({ length: 21 }, (_, place) => [
					`w${place}`,
					place === 0 ? plain : next(`w${place - 1}`),
				]),
			),
		},
		{ when: { is: "w20" } },
	);

const allAnswers = ["daily", "static", "unknown"].flatMap((change) =>
	["yes", "no", "unknown"].flatMap((citations) =>
		["499", "500", "unknown"].map((examples) => ({ change, citations, examples })),
	),
);

/** All that is decided for all answers. */
const decisions = (rules: RuleSet) =>
	allAnswers.map((given) => {
		const raw = Object.entries(given).map(([fact, value]) => ({ fact, value, from: "" }));
		const answers = parseAnswers(rules.questions, raw);
		if (!answers.ok) throw new Error(answers.problems[0]?.message);
		return decide(rules, answers.value);
	});

describe("twenty words, each made of the one before, say what the first says", () => {
	const expected = decisions(rulesOf(fileWith({ words: { w0: plain } }, { when: { is: "w0" } })));
	test.each<[string, (before: string) => Condition]>([
		["once", (is) => ({ when: { is } })],
		["twice in a list", (is) => ({ when: { is: [is, is] } })],
		["in two alternatives", (is) => ({ any: [{ is }, { is }] })],
		["in both", (is) => ({ when: { is }, any: [{ is }, { is }] })],
		["denied twice, an even number of times", (is) => ({ unless: [{ is }, { is }] })],
	])("%s", (_name, next) => expect(decisions(rulesOf(chained(next)))).toEqual(expected));
});

test("a word that is denied is not the word", () => {
	const denied = fileWith({ words: { w0: plain, w1: opposite } }, { when: { is: "w1" } });
	const same = fileWith({ words: { w0: plain } }, { when: {}, unless: { is: "w0" } });
	expect(decisions(rulesOf(denied))).toEqual(decisions(rulesOf(same)));
});

describe("a word that is misspelt, or too large", () => {
	test("is told where a rule uses it", () => {
		const file = fileWith(
			{ words: { a: { when: { is: "nowhere" } }, c: { any: [{ is: "a" }, { is: "elsewhere" }] } } },
			{ when: { is: "c" } },
		);
		expect(problemsOf(file)).toEqual([
			["There is no word nowhere.", "rules/a.yaml:scores.size.rules.0.when.is"],
			["There is no word elsewhere.", "rules/a.yaml:scores.size.rules.0.when.is"],
		]);
	});

	test("is named, with its size", () => {
		const file = chained((is) => ({ when: { is }, unless: { is } }));
		expect(problemsOf(file)[0]?.[0]).toMatch(/^The word w\d+ has 1,\d{3} parts once its words/);
	});
});

/** A rule that names two facts of so many values in two branches, and `once` more facts in one. */
function branches(once: number): RuleFile {
	const choices = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`v${at}`, "V."]));
	const texts = { ask: "A?", label: "L", why: "W.", find: "F.", moves: "freely" as const };
	const names = ["a", "b", ...Array.from({ length: once }, (_, at) => `c${at}`)];
	return {
		...fileWith(
			{},
			{
				when: undefined,
				any: [
					{ a: "v0", b: "v0" },
					{ a: "not v0", b: "v0" },
					...Array.from({ length: once }, (_, at) => ({ [`c${at}`]: "v0" })),
				],
			},
		),
		questions: Object.fromEntries(names.map((name) => [name, { ...texts, choices }])),
	};
}

describe("facts in two branches are looked at in every combination", () => {
	test("as many as are allowed, and the answer is that of the condition written short", () => {
		const rules = rulesOf(branches(76));
		expect(countTests(rules)).toBe(mostConditionTests);
		const [rule] = rules.scores[0]?.rules ?? [];
		expect(rule?.when.kind).toBe("any");
		// Whatever a is: b alone decides.
		const answers = { b: { value: "v0", from: "" } };
		expect(decide(rules, answers)).toMatchObject({ settled: true, verdict: "fine-tuning" });
		expect(decide(rules, {})).toMatchObject({ settled: false });
	});

	test("one more is refused where it stands", () =>
		expect(problemsOf(branches(77))).toEqual([
			[
				"The conditions need 50,625 comparisons before any fact is known (size.rule alone needs 50,625); the limit is 50,000.",
				"rules/a.yaml:scores.size.rules.0",
			],
		]));
});
