/** Names that a rule set needs, and that must not clash: each complaint once, at its place. */
import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/core/answers/question.ts";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { fileWith, gate, problemsOf, questions, texts } from "../rule-files.ts";

test("the smallest rule set has nothing wrong", () => expect(problemsOf(fileWith())).toEqual([]));

describe("names that must exist, and names that must not clash", () => {
	const rule = "rules/a.yaml:scores.size.rules.0";
	const steps = {
		step: {
			title: "T",
			do: "D",
			why: "For {weather}.",
			effort: "E",
			stop: "S",
			phase: "now" as const,
		},
	};
	test.each<[string, RuleFile, string, string]>([
		[
			"a row",
			fileWith({}, { row: "rwo" }),
			"The lecture's table has no row rwo: it has row.",
			`${rule}.row`,
		],
		[
			"a source",
			fileWith({}, { sources: ["source", "rumour"] }),
			"There is no evidence entry rumour.",
			`${rule}.sources.1`,
		],
		[
			"a row of a gate",
			fileWith({ gates: { ready: { ...gate, row: "rwo" } } }),
			"The lecture's table has no row rwo: it has row.",
			"rules/a.yaml:gates.ready.row",
		],
		[
			"a source of a gate",
			fileWith({ gates: { ready: { ...gate, sources: ["rumour"] } } }),
			"There is no evidence entry rumour.",
			"rules/a.yaml:gates.ready.sources.0",
		],
		[
			"a fact in a sentence",
			fileWith({}, { because: "For {weather}." }),
			"{weather} is no fact.",
			`${rule}.because`,
		],
		[
			"a fact in the sentence of a step",
			fileWith({ steps }),
			"{weather} is no fact.",
			"rules/a.yaml:steps.step",
		],
		[
			"a fact in the sentence of a gate",
			fileWith({ gates: { ready: { ...gate, closed: "It is {weather}." } } }),
			"{weather} is no fact.",
			"rules/a.yaml:gates.ready.closed",
		],
		[
			"a source of a statement",
			fileWith({
				lecture: {
					source: "source",
					table: { row: { aspect: "a row", "prompt-engineering": "L.", "fine-tuning": "R." } },
					statements: { first: { says: "S.", sources: ["source", "sauce"] } },
				},
			}),
			"There is no evidence entry sauce. Did you mean source?",
			"rules/a.yaml:lecture.statements.first.sources.1",
		],
		[
			"a source of a disagreement",
			fileWith({
				disagreements: {
					size: {
						question: "How much?",
						sides: [
							{ says: "Much.", sources: ["source"] },
							{ says: "Little.", sources: ["rumour"] },
						],
						ours: "Some.",
					},
				},
			}),
			"There is no evidence entry rumour.",
			"rules/a.yaml:disagreements.size.sides.1.sources.0",
		],
		[
			"a provider to turn to",
			fileWith({
				providers: {
					"as-of": "2026-01-01",
					status: { here: { name: "Here", aliases: [], alternatives: ["hre"], events: [] } },
				},
			}),
			"There is no provider hre. Did you mean here?",
			"rules/a.yaml:providers.status.here.alternatives.0",
		],
		[
			"a fact that closes a gate",
			fileWith({ gates: { ready: { ...gate, closes: { weather: "fine" } } } }),
			"There is no fact weather.",
			"rules/a.yaml:gates.ready.closes.weather",
		],
		[
			"an id of another score",
			fileWith({}, { id: "cost.rule" }),
			"cost.rule should be called size.rule.",
			`${rule}.id`,
		],
		[
			"a score without weight",
			fileWith({ scores: { size: { asks: "Enough?" } } }),
			"scores.size needs asks and weight.",
			"rules/a.yaml:scores.size.asks",
		],
	])("%s", (_name, file, message, at) => expect(problemsOf(file)).toEqual([[message, at]]));

	test.each([
		"name",
		"edition",
		"questions",
		"headlines",
		"lecture",
		"scores",
		"gates",
		"verdict",
	] as const)("a rule set without %s", (key) => {
		const { [key]: _, ...file } = fileWith();
		expect(problemsOf(file).map(([message]) => message)).toContain(`The rule set has no ${key}.`);
	});

	test("too many cut points", () => {
		const any = Array.from({ length: 30 }, (_, cut) => ({ examples: `${cut + 1} up` }));
		expect(problemsOf(fileWith({}, { any }))).toEqual([
			[
				"examples is cut into 31 pieces; at most 30 can be told apart.",
				"rules/a.yaml:questions.examples",
			],
		]);
		expect(problemsOf(fileWith({}, { any: any.slice(1) }))).toEqual([]);
	});

	test.each<[string, Question]>([
		["of no kind", texts],
		["of two kinds", { ...texts, text: { example: "a" }, "yes-no": { yes: "Yes.", no: "No." } }],
		["without choices", { ...texts, choices: {} }],
		[
			"with a choice that says nothing",
			{ ...texts, choices: { daily: "Often.", unknown: "Who knows." } },
		],
	])("a question %s", (_name, question) =>
		expect(problemsOf(fileWith({ questions: { ...questions, odd: question } }))).toEqual([
			[
				"odd needs exactly one of choices, yes-no, number, text, and no choice called unknown.",
				"rules/a.yaml:questions.odd",
			],
		]),
	);
});
