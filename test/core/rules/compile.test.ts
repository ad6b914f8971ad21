/** Names that a rule set needs, and that must not clash: each complaint once, at its place. */
import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/core/answers/question.ts";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { fileWith, gate, problemsOf, questions, texts } from "../rule-files.ts";

test("the smallest rule set has nothing wrong", () => expect(problemsOf(fileWith())).toEqual([]));

describe("names that must exist, and names that must not clash", () => {
	const rule = "scores.size.rules.0";
	const complaints = (file: RuleFile) =>
		problemsOf(file).map(([message, at]) => [message, at?.replace("rules/a.yaml:", "")]);
	const readyGate = (changed: object) => fileWith({ gates: { ready: { ...gate, ...changed } } });
	const step = {
		measure: "data" as const,
		title: "T",
		do: "D",
		why: "W.",
		effort: "E",
		stop: "S",
		phase: "now" as const,
	};
	const row = { aspect: "a row", "prompt-engineering": "L.", "fine-tuning": "R." };
	const statements = { first: { says: "S.", sources: ["source", "rumour"] } };
	const sides = [
		{ says: "Much.", sources: ["source"] },
		{ says: "Little.", sources: ["rumour"] },
	];

	test.each<[string, RuleFile, string]>([
		["a rule", fileWith({}, { sources: ["source", "rumour"] }), `${rule}.sources.1`],
		["a gate", readyGate({ sources: ["rumour"] }), "gates.ready.sources.0"],
		[
			"a step",
			fileWith({ steps: { step: { ...step, sources: ["rumour"] } } }),
			"steps.step.sources.0",
		],
		[
			"a statement",
			fileWith({ lecture: { source: "source", table: { row }, statements } }),
			"lecture.statements.first.sources.1",
		],
		[
			"a disagreement",
			fileWith({ disagreements: { size: { question: "How much?", sides, ours: "Some." } } }),
			"disagreements.size.sides.1.sources.0",
		],
	])("a source of %s", (_name, file, at) =>
		expect(complaints(file)).toEqual([["There is no evidence entry rumour.", at]]),
	);

	test("the gate of a step", () => {
		const file = fileWith({ gates: { ready: gate }, steps: { step: { ...step, gate: "reedy" } } });
		expect(complaints(file)).toEqual([
			["There is no gate reedy. Did you mean ready?", "steps.step.gate"],
		]);
	});

	test.each<[string, RuleFile, string]>([
		[
			"what hides a step",
			fileWith({ steps: { step: { ...step, "skip-when": { colour: "red" } } } }),
			"steps.step.skip-when",
		],
		[
			"what puts a step first",
			fileWith({ steps: { step: { ...step, first: [{ colour: "red" }] } } }),
			"steps.step.first",
		],
		[
			"when a gate has other words",
			readyGate({
				instead: {
					asks: "A?",
					open: "O.",
					closed: "C.",
					unknown: "U.",
					opens: "P.",
					when: { colour: "red" },
				},
			}),
			"gates.ready.instead.when.colour",
		],
	])("a fact of %s", (_name, file, at) =>
		expect(complaints(file)).toEqual([["There is no fact colour.", at]]),
	);

	test("a question's section", () => {
		const examples = { ...(questions.examples as Question), section: "xyzzy" };
		expect(complaints(fileWith({ questions: { ...questions, examples } }))).toEqual([
			["There is no section xyzzy.", "questions.examples.section"],
		]);
	});

	const closedMeans = (means: Record<string, string>) =>
		fileWith({ providers: { "as-of": "2026-01-01", "closed-means": means, status: {} } });

	test.each([
		[{ xamples: "none" }, "There is no question xamples. Did you mean examples?", "xamples"],
		[{ examples: "none" }, "examples has no value none.", "examples"],
	])("what a closed provider means: %j", (means, message, fact) =>
		expect(complaints(closedMeans(means))).toEqual([[message, `providers.closed-means.${fact}`]]),
	);

	test.each<[string, RuleFile, string]>([
		["a rule", fileWith({}, { row: "rwo" }), `${rule}.row`],
		["a gate", readyGate({ row: "rwo" }), "gates.ready.row"],
	])("a row of %s", (_name, file, at) =>
		expect(complaints(file)).toEqual([
			["The lecture's table has no row rwo. Its rows are row.", at],
		]),
	);

	test.each<[string, RuleFile, string]>([
		["a rule", fileWith({}, { because: "For {weather}." }), `${rule}.because`],
		["a gate", readyGate({ closed: "It is {weather}." }), "gates.ready.closed"],
		["a step", fileWith({ steps: { step: { ...step, why: "{weather}." } } }), "steps.step"],
	])("a fact in a sentence of %s", (_name, file, at) =>
		expect(complaints(file)).toEqual([["{weather} is not a fact.", at]]),
	);

	test.each<[string, RuleFile, string, string]>([
		[
			"a misspelt source",
			fileWith({}, { sources: ["sauce"] }),
			"There is no evidence entry sauce. Did you mean source?",
			`${rule}.sources.0`,
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
			"providers.status.here.alternatives.0",
		],
		[
			"a fact that closes a gate",
			readyGate({ closes: { weather: "fine" } }),
			"There is no fact weather.",
			"gates.ready.closes.weather",
		],
		[
			"an id of another score",
			fileWith({}, { id: "cost.rule" }),
			"cost.rule should be named size.rule.",
			`${rule}.id`,
		],
		[
			"a score without weight",
			fileWith({ scores: { size: { asks: "Enough?" } } }),
			"scores.size needs asks and weight.",
			"scores.size.asks",
		],
	])("%s", (_name, file, message, at) => expect(complaints(file)).toEqual([[message, at]]));

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
				"examples is split into 31 ranges or values; the limit is 30.",
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
				"odd needs exactly one of choices, yes-no, number, text, and must not have a choice named unknown.",
				"rules/a.yaml:questions.odd",
			],
		]),
	);
});
