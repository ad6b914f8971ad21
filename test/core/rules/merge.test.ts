import { describe, expect, test } from "vitest";
import type { Question } from "../../../src/core/answers/question.ts";
import { readRules } from "../../../src/core/rules/read-rules.ts";
import type { RuleFile } from "../../../src/core/rules/rule-file.ts";
import { gate, rawFile, ruleFileOf, texts } from "../rule-files.ts";

const questions: Record<string, Question> = {
	change: { ...texts, choices: { static: "Never.", daily: "Often." } },
};
const rule = (id: string, points = 1) => ({
	id,
	when: { change: "daily" },
	points,
	because: "So.",
	row: "row",
	sources: ["source"],
});
const ladder = (points = 1) => ({
	row: "row",
	sources: ["source"],
	steps: { static: { points, because: "So." }, daily: { points: 0, because: "So." } },
});
const base = ruleFileOf({
	questions,
	scores: {
		size: {
			asks: "Enough?",
			weight: 1,
			rules: [rule("size.a"), rule("size.b")],
			ladders: { change: ladder() },
		},
	},
	gates: { ready: gate },
	words: { moving: { when: { change: "daily" } } },
});
const read = (...layers: [file: string, value: RuleFile][][]) =>
	readRules(layers.map((layer) => layer.map(([file, value]) => rawFile(file, value))));

/** What an extension makes of the base. */
function extended(value: RuleFile) {
	const result = read([["rules/base.yaml", base]], [["own/own.yaml", value]]);
	if (!result.ok) return { problems: result.problems.map(({ message }) => message) };
	const { rules, changes } = result.value;
	const [score] = rules.scores;
	return {
		changes,
		rules: score?.rules.map(({ id, points }) => `${id} ${points}`),
		ladders: score?.ladders.map(({ id, steps }) => `${id} ${steps[0]?.points}`),
		weight: score?.weight,
		gates: rules.gates.map(({ id }) => id),
		threshold: rules.verdict.threshold,
	};
}

const asBefore = {
	changes: [],
	rules: ["size.a 1", "size.b 1"],
	ladders: ["size.change 1"],
	weight: 1,
	gates: ["ready"],
	threshold: 1,
};

describe("an extending rule set", () => {
	test.each<[string, RuleFile, object]>([
		["says nothing", {}, {}],
		["has its own name", { name: "own", edition: "2", extends: "built-in" }, {}],
		[
			"adds a rule",
			{ scores: { size: { rules: [rule("size.c")] } } },
			{ rules: ["size.a 1", "size.b 1", "size.c 1"] },
		],
		[
			"replaces a rule",
			{ scores: { size: { rules: [rule("size.a", 5)] } } },
			{ rules: ["size.a 5", "size.b 1"], changes: ["scores › size › rules › size.a is replaced."] },
		],
		[
			"replaces a ladder",
			{ scores: { size: { ladders: { change: ladder(5) } } } },
			{ ladders: ["size.change 5"], changes: ["scores › size › ladders › change is replaced."] },
		],
		[
			"replaces a weight",
			{ scores: { size: { weight: 3 } } },
			{ weight: 3, changes: ["scores › size › weight is replaced."] },
		],
		[
			"replaces the verdict",
			{ verdict: ruleFileOf({ threshold: 4 }).verdict },
			{ threshold: 4, changes: ["verdict is replaced."] },
		],
		["replaces a gate", { gates: { ready: gate } }, { changes: ["gates › ready is replaced."] }],
		["adds a gate", { gates: { safe: gate } }, { gates: ["ready", "safe"] }],
		[
			"drops a rule",
			{ drop: ["size.a"] },
			{ rules: ["size.b 1"], changes: ["size.a is dropped."] },
		],
		[
			"drops a ladder",
			{ drop: ["size.change"] },
			{ ladders: [], changes: ["size.change is dropped."] },
		],
		["drops a gate", { drop: ["ready"] }, { gates: [], changes: ["ready is dropped."] }],
		["drops a word that nothing uses", { drop: ["moving"] }, { changes: ["moving is dropped."] }],
		[
			"replaces one and drops another",
			{ drop: ["size.b"], scores: { size: { rules: [rule("size.a", 2)] } } },
			{
				rules: ["size.a 2"],
				changes: ["scores › size › rules › size.a is replaced.", "size.b is dropped."],
			},
		],
	])("%s", (_name, value, changed) => expect(extended(value)).toEqual({ ...asBefore, ...changed }));

	test.each(["size.c", "constructor"])("cannot drop %s, which is not there", (id) =>
		expect(extended({ drop: [id] })).toEqual({
			problems: [`drop: there is no rule, ladder, gate, step or word ${id}.`],
		}),
	);

	test("dropping a score takes its rules along", () => {
		const result = read([["rules/base.yaml", base]], [["own/own.yaml", { drop: ["size"] }]]);
		expect(result.ok && result.value.rules.scores).toEqual([]);
	});

	test("promises and tests of both are kept, even from files of one name", () => {
		const file = (never: "fine-tuning" | "prompt-engineering"): RuleFile => ({
			promises: [{ never }],
		});
		const result = read(
			[
				["rules/base.yaml", base],
				["rules/tests.yaml", file("fine-tuning")],
			],
			[["rules/tests.yaml", file("prompt-engineering")]],
		);
		expect(result.ok && result.value.rules.promises.map(({ promise }) => promise)).toEqual([
			{ never: "fine-tuning" },
			{ never: "prompt-engineering" },
		]);
	});
});

describe("files side by side", () => {
	const { scores, gates, words, ...others } = base;
	const parts: [string, RuleFile][] = [
		["rules/a.yaml", others],
		["rules/b.yaml", { scores: scores ?? {}, words: words ?? {} }],
		["rules/c.yaml", { gates: gates ?? {} }],
	];

	test("are one rule set, whatever their order", () => {
		const forward = read(parts);
		const backward = read([...parts].reverse());
		expect(forward).toMatchObject({ ok: true, value: { changes: [] } });
		expect(backward).toEqual(forward);
	});

	test.each<[string, RuleFile, string, string]>([
		[
			"a rule",
			{ scores: { size: { rules: [rule("size.a")] } } },
			"scores › size › rules › size.a",
			"scores.size.rules.0",
		],
		[
			"a ladder",
			{ scores: { size: { ladders: { change: ladder() } } } },
			"scores › size › ladders › change",
			"scores.size.ladders.change",
		],
		[
			"a weight",
			{ scores: { size: { weight: 2 } } },
			"scores › size › weight",
			"scores.size.weight",
		],
		["a question", { questions }, "questions › change", "questions.change"],
		["a gate", { gates: { ready: gate } }, "gates › ready", "gates.ready"],
		["a word", { words: { moving: {} } }, "words › moving", "words.moving"],
		["a name", { name: "again" }, "name", "name"],
	])("%s is said twice", (_name, value, name, path) => {
		const result = read([
			["rules/base.yaml", base],
			["rules/more.yaml", value],
		]);
		expect(result.ok ? [] : result.problems).toMatchObject([
			{ code: "said-twice", at: { file: `rules/more.yaml:${path}` } },
		]);
		expect(result.ok ? [] : result.problems[0]?.message).toMatch(
			new RegExp(`^${name} is already defined in rules/base\\.yaml`),
		);
	});

	test("a rule twice in one file", () => {
		const twice = {
			...base,
			scores: { size: { asks: "?", weight: 1, rules: [rule("size.a"), rule("size.a")] } },
		};
		expect(read([["rules/a.yaml", twice]])).toMatchObject({
			ok: false,
			problems: [{ code: "said-twice", at: { file: "rules/a.yaml:scores.size.rules.1" } }],
		});
	});

	test.each<[string, RuleFile, unknown]>([
		["no gates", { ...base, gates: {} }, { gates: [] }],
		["no scores", { ...base, scores: {} }, { scores: [] }],
	])("an empty part says that there are none: %s", (_name, value, rules) =>
		expect(read([["rules/a.yaml", value]])).toMatchObject({ ok: true, value: { rules } }),
	);

	test("a score may have a name that every object has", () => {
		const value: RuleFile = {
			...base,
			scores: { constructor: { asks: "?", weight: 2, rules: [rule("constructor.a")] } },
		};
		const result = read([["rules/a.yaml", value]]);
		expect(result.ok && result.value.rules.scores.map(({ id, weight }) => [id, weight])).toEqual([
			["constructor", 2],
		]);
		expect(Object.keys(Object)).toEqual([]);
	});
});
