/** Conditions of the rule language: what they become, and what is wrong with them. */
import { describe, expect, test } from "vitest";
import type { Clause, Condition } from "../../../src/core/rules/condition.ts";
import { fileWith, gate, ladder, problemsOf, questions, rulesOf } from "../rule-files.ts";

describe("facts and values", () => {
	const complaints = (condition: Condition) =>
		problemsOf(fileWith({ words: { moving: { when: { change: "daily" } } } }, condition));
	const rule = "rules/a.yaml:scores.size.rules.0";

	test.each<[string, Condition, string]>([
		["a fact like nothing", { when: { weather: "fine" } }, "when.weather"],
		["in an alternative", { when: {}, any: [{}, { weather: "fine" }] }, "any.1.weather"],
		["in an exception", { when: {}, unless: { weather: "fine" } }, "unless.weather"],
		["in one of two", { when: {}, unless: [{}, { weather: "fine" }] }, "unless.1.weather"],
	])("there is no such fact: %s", (_name, condition, path) =>
		expect(complaints(condition)).toEqual([["There is no fact weather.", `${rule}.${path}`]]),
	);

	test.each<[string, Clause, string]>([
		[
			"a misspelt fact",
			{ exampels: "500 up" },
			"There is no fact exampels. Did you mean examples?",
		],
		["what every object has", { constructor: "fine" }, "There is no fact constructor."],
		["an unknown word", { is: "mooving" }, "There is no word mooving. Did you mean moving?"],
	])("%s", (_name, when, message) =>
		expect(complaints({ when })).toEqual([[message, `${rule}.when.${Object.keys(when)[0]}`]]),
	);

	test.each<[string, Clause[string], string, string]>([
		["an unknown value", "weekly", "weekly", ""],
		["a misspelt value", "dayly", "dayly", " Did you mean daily?"],
		["one of a list", ["daily", "weekly"], "weekly", ""],
		["an unknown value denied", "not weekly", "weekly", ""],
		["yes for a choice", true, "yes", ""],
	])("%s", (_name, change, value, meant) =>
		expect(complaints({ when: { change } })).toEqual([
			[
				`"${value}" is not a value of change. Choose static, monthly, daily.${meant}`,
				`${rule}.when.change`,
			],
		]),
	);

	test.each<[string, Clause[string], string]>([
		["one number", 500, "500 is a single number, but rules need a range."],
		["no range", "500..", '"500.." is not a range.'],
		["an empty range", "50 to 50", '"50 to 50" is not a range.'],
		["above any answer", "20k up", '"20k up" is above 10,000, the largest possible answer.'],
	])("%s", (_name, examples, message) =>
		expect(complaints({ when: { examples } })).toEqual([
			[`examples: ${message}`, `${rule}.when.examples`],
		]),
	);

	test.each<[string, Clause]>([
		["the upper end may be above", { examples: "500 to 20k" }],
		["everything is below", { examples: "under 20k" }],
		["the largest answer alone", { examples: "10k up" }],
		["a set in a text", { change: "monthly, daily" }],
		["a name that nobody listed", { model: "mistral" }],
	])("allowed: %s", (_name, when) => expect(problemsOf(fileWith({}, { when }))).toEqual([]));
});

describe("words", () => {
	const rule = { when: { is: "a" } };
	test.each<[string, Record<string, Condition>, string]>([
		[
			"defined by itself",
			{ a: { when: { is: "a" } } },
			"The word a is defined in terms of itself.",
		],
		[
			"defined by way of another",
			{ a: { when: { is: "b" } }, b: { any: [{ is: "a" }] } },
			"The word a is defined in terms of itself.",
		],
		[
			"that need another, which is not there",
			{ a: { unless: { is: "cold" } } },
			"There is no word cold.",
		],
		["with an unknown fact", { a: { when: { weather: "fine" } } }, "There is no fact weather."],
	])("%s", (_name, words, message) =>
		expect(problemsOf(fileWith({ words }, rule)).map(([text]) => text)).toEqual([message]),
	);

	test("one word in two places is no circle", () =>
		expect(
			problemsOf(
				fileWith(
					{ words: { a: { any: [{ is: "b" }, { is: "b" }] }, b: { when: { change: "daily" } } } },
					rule,
				),
			),
		).toEqual([]));
});

describe("what a condition becomes", () => {
	/** The values of `change` for which a rule holds. */
	const cellsOf = (when: Clause) => {
		const { domains, scores } = rulesOf(fileWith({}, { when }));
		const formula = scores[0]?.rules[0]?.when;
		if (formula?.kind !== "in") throw new Error("not one fact");
		const domain = domains[formula.fact];
		return { domain, cells: formula.cells };
	};

	test.each<[string, Clause, number]>([
		["a value", { change: "daily" }, 0b100],
		["a list", { change: ["static", "daily"] }, 0b101],
		["a set", { change: "static, daily" }, 0b101],
		["all but one", { change: "not daily" }, 0b011],
		["all but two", { change: "not daily,static" }, 0b010],
		["yes", { citations: true }, 0b01],
		["yes in a text", { citations: "yes" }, 0b01],
		["not yes", { citations: "not yes" }, 0b10],
		["a name in any case", { model: "GPT-4" }, 0b01],
		["below a cut", { examples: "under 50" }, 0b01],
		["from a cut", { examples: "50 up" }, 0b10],
		["between cuts", { examples: "50 to 500" }, 0b010],
		["two ranges", { examples: ["under 50", "500 up"] }, 0b101],
		["everything", { examples: "0 up" }, 0b1],
	])("%s", (_name, when, cells) => expect(cellsOf(when).cells).toBe(cells));

	test("cuts come from everywhere, in order, each once", () => {
		const file = fileWith({
			...ladder("examples", "under 50", "50 up"),
			words: { many: { when: { examples: "5k up" } } },
			gates: { ready: { ...gate, when: { examples: "500 up" }, closes: { examples: "under 20" } } },
			steps: {
				step: {
					title: "T",
					measure: "data",
					do: "D",
					why: "W.",
					effort: "E",
					stop: "S",
					phase: "now",
					when: { examples: "under 50" },
				},
			},
			promises: [{ when: { examples: "under 10" }, never: "fine-tuning" }],
		});
		expect(rulesOf(file).domains[0]).toMatchObject({ cuts: [10, 20, 50, 500, 5000] });
	});

	test("questions keep the order of the file, and the order of levels names each once", () => {
		const { domains, order } = rulesOf(fileWith());
		expect(domains.map(({ fact }) => fact)).toEqual(Object.keys(questions));
		expect([...order].sort()).toEqual([0, 1, 2, 3]);
	});
});
