/** Which steps are shown, on both sides of each edge: what shows a step, and what hides it again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { answersOf, rules } from "../../built-in.ts";
import { situations } from "./situations.ts";

type Facts = Record<string, string | number>;

const decideOn = (facts: Facts) => decide(rules, answersOf(facts));
const stepsOf = (facts: Facts) => decideOn(facts).steps;
const idsOf = (facts: Facts) => stepsOf(facts).map(({ id }) => id);

const tuned: Facts = {
	goal: "task-quality",
	task: "narrow",
	domain: "proprietary",
	prompting: "plateaued",
	"quality-gap": "large",
	failure: "convention",
	evals: "suite",
	examples: 20_000,
	"data-quality": "curated",
	"data-rights": "yes",
	tunable: "best",
	skills: "ml",
	maintenance: "yes",
};
const expected: Facts = { ...tuned, evals: "none" };
const asked = ({ fact, ...rest }: Facts & { fact: string }): Facts =>
	Object.fromEntries(Object.entries(rest).filter(([name]) => name !== fact));
const quality: Facts = { goal: "task-quality", prompting: "basic", "quality-gap": "small" };
const cost: Facts = {
	...tuned,
	goal: "cost-latency",
	failure: "cost-latency",
	"quality-gap": "met",
};
const even: Facts = { ...tuned, failure: "none", "quality-gap": "met" };
const plain = { prompting: "basic", evals: "none" };
const writers = { skills: "prompting" };

/** A step, answers that show it, and changes to them that hide it. */
const table: [id: string, shown: Facts, ...hidden: Facts[]][] = [
	[
		"keep-what-you-have",
		{ goal: "task-quality", "quality-gap": "met", failure: "none" },
		{ "quality-gap": "small" },
		{ goal: "cost-latency" },
	],
	["try-a-first-prompt", { prompting: "none" }, { prompting: "basic" }],
	[
		"write-the-rule-as-code",
		{ work: "extract", spec: "written", grading: "program" },
		{ spec: "shown" },
		{ grading: "rubric" },
		{ work: "create" },
		{ modality: "image" },
		{ task: "broad" },
		writers,
	],
	["batch-the-backlog", { run: "one-off" }, { run: "ongoing" }, { deployment: "edge" }],
	["cache-batch-and-trim", { goal: "cost-latency" }, { goal: "task-quality" }, { run: "one-off" }],
	[
		"try-a-smaller-model",
		{ goal: "cost-latency" },
		{ goal: "task-quality" },
		{ prompting: "none" },
	],
	[
		"send-easy-work-to-a-small-model",
		{ run: "one-off" },
		{ run: "ongoing" },
		{ "model-size": "small" },
		writers,
	],
	[
		"distil",
		cost,
		{ goal: "task-quality", failure: "convention" },
		{ task: "broad" },
		{ teacher: "no", examples: 400 },
		{ "data-rights": "no" },
		writers,
	],
	[
		"ask-about-data-rights",
		asked({ ...tuned, fact: "data-rights" }),
		{ "data-rights": "yes" },
		{ "data-rights": "no" },
		plain,
	],
	["find-data-you-may-use", { ...tuned, "data-rights": "per-user" }, { "data-rights": "yes" }],
	["find-a-model-to-tune", { ...tuned, tunable: "none" }, { tunable: "weaker" }],
	["name-an-owner", { ...tuned, maintenance: "no" }, { maintenance: "yes" }],
	[
		"settle-it-in-a-day",
		even,
		{ "quality-gap": "large", failure: "convention" },
		{ evals: "none" },
		{ prompting: "basic" },
		{ examples: 49 },
		{ "data-rights": "no" },
		{ tunable: "none" },
		{ "data-quality": "raw" },
		writers,
	],
	[
		"look-facts-up",
		{ ...quality, goal: "new-knowledge" },
		{ goal: "task-quality" },
		{ prompting: "systematic" },
		{ work: "rank" },
	],
	["look-facts-up", { ...quality, "knowledge-change": "daily" }, { "knowledge-change": "static" }],
	[
		"measure-retrieval",
		{ ...quality, goal: "new-knowledge", prompting: "systematic" },
		{ prompting: "basic" },
		{ goal: "task-quality" },
		{ work: "code" },
	],
	[
		"show-definitions",
		{ ...quality, work: "code", domain: "proprietary" },
		{ work: "act" },
		{ domain: "general" },
	],
	["fewer-tools", { ...quality, work: "act" }, { work: "code" }],
	["let-code-decide", { ...quality, work: "act" }, { work: "answer" }, writers],
	["tune-the-ranker", { ...quality, work: "rank" }, { work: "classify" }, writers],
	[
		"try-other-vision-or-speech-models",
		{ ...quality, modality: "audio" },
		{ modality: "text" },
		{ work: "create" },
		{ "quality-gap": "met" },
	],
	[
		"collect-pairs-first",
		{ ...quality, work: "transform", domain: "proprietary", examples: 199 },
		{ examples: 200 },
		{ domain: "specialised" },
		{ work: "classify" },
	],
	[
		"collect-pairs-first",
		{ ...quality, work: "answer", failure: "capability", domain: "proprietary", examples: 0 },
		{ failure: "missing-context" },
	],
	[
		"add-a-glossary",
		{ ...quality, work: "transform", domain: "specialised" },
		{ domain: "general" },
		{ work: "answer" },
		{ prompting: "plateaued" },
	],
	[
		"show-good-examples",
		{ ...quality, goal: "format-style-tone" },
		{ goal: "task-quality" },
		{ prompting: "plateaued" },
		{ "quality-gap": "met" },
	],
	[
		"show-good-examples",
		{ ...quality, examples: 50, failure: "convention" },
		{ examples: 49 },
		{ failure: "missing-context" },
	],
	["agree-on-a-rubric", { ...quality, grading: "taste" }, { grading: "rubric" }],
	["agree-on-a-rubric", { ...quality, work: "create" }, { grading: "program" }, { work: "answer" }],
	[
		"check-the-prompt-says-it",
		{ ...quality, prompting: "plateaued", failure: "convention" },
		{ prompting: "basic" },
		{ failure: "capability" },
	],
	[
		"write-the-rules-down",
		quality,
		{ prompting: "plateaued" },
		{ prompting: "systematic" },
		{ prompting: "none" },
		{ "quality-gap": "met" },
		{ work: "rank" },
	],
	[
		"try-a-stronger-model",
		quality,
		{ "quality-gap": "met" },
		{ prompting: "none" },
		{ goal: "cost-latency" },
		{ modality: "image" },
		{ work: "rank" },
	],
	[
		"enforce-the-format",
		{ ...quality, work: "extract" },
		{ work: "answer" },
		{ prompting: "plateaued" },
		writers,
	],
	[
		"enforce-the-format",
		{ ...quality, work: "code", domain: "proprietary" },
		{ domain: "general" },
	],
	[
		"show-similar-cases",
		{ ...quality, "similar-cases": "yes" },
		{ "similar-cases": "no" },
		{ work: "answer" },
		{ failure: "missing-context" },
		writers,
	],
	[
		"compare-with-a-small-model",
		{ ...quality, work: "classify", examples: 200 },
		{ examples: 199 },
		{ work: "create" },
		{ task: "broad" },
		writers,
	],
	[
		"compare-with-a-small-model",
		{ ...quality, work: "reason", modality: "other" },
		{ modality: "text" },
	],
	[
		"run-and-repair",
		{ ...quality, work: "code" },
		{ work: "create" },
		{ grading: "taste" },
		{ "quality-gap": "met" },
		writers,
	],
	["run-and-repair", { ...quality, work: "extract", grading: "program" }, { grading: "rubric" }],
	[
		"prepare-the-pilot",
		{ ...expected, work: "answer" },
		{ "data-rights": "no" },
		{ tunable: "none" },
		{ work: "rank" },
		{ prompting: "none" },
		{ examples: 10, teacher: "no" },
		{ evals: "suite" },
		writers,
	],
	["build-a-test-set", { ...quality, evals: "none" }, { evals: "suite" }],
	["build-a-test-set", {}, { evals: "suite" }],
	[
		"sort-the-errors",
		{ ...quality, evals: "suite" },
		{ evals: "spot-checks" },
		{ failure: "convention" },
		{ prompting: "none" },
		{ goal: "cost-latency" },
	],
	[
		"run-an-optimizer",
		{ ...quality, evals: "suite" },
		{ evals: "none" },
		{ prompting: "none" },
		{ "quality-gap": "met" },
		{ grading: "taste" },
		{ failure: "missing-context" },
		writers,
	],
	[
		"compare-techniques",
		quality,
		{ prompting: "none" },
		{ prompting: "systematic" },
		{ evals: "suite", grading: "program" },
		{ "quality-gap": "met" },
	],
	[
		"split-the-task",
		{ ...quality, failure: "capability" },
		{ failure: "convention" },
		{ work: "act" },
		{ prompting: "none" },
	],
	["split-the-task", { ...quality, task: "broad", work: "transform" }, { task: "narrow" }],
	[
		"make-examples-with-a-teacher",
		{ ...expected, teacher: "yes", examples: 999 },
		{ examples: 1000 },
		{ teacher: "no" },
		{ "data-rights": "no" },
		writers,
	],
	[
		"collect-graded-examples",
		{ ...expected, examples: 49, "data-quality": "raw" },
		{ examples: 50, "data-quality": "mixed" },
		{ "data-rights": "no" },
	],
	[
		"plan-labels",
		{ ...expected, work: "classify" },
		{ work: "create" },
		{ modality: "image" },
		{ "data-rights": "no" },
	],
	["plan-pairs", { ...expected, work: "code" }, { work: "classify" }, { modality: "audio" }],
	["plan-model-answers", { ...expected, work: "create" }, { work: "code" }],
	["plan-images", { ...expected, modality: "image" }, { modality: "text" }, { tunable: "none" }],
	[
		"train-on-preferences",
		{ ...expected, grading: "taste" },
		{ grading: "rubric" },
		{ examples: 0 },
		{ examples: 40, teacher: "no" },
		writers,
	],
	[
		"train-against-a-grader",
		{ ...expected, grading: "program", failure: "capability" },
		{ grading: "rubric" },
		{ failure: "convention" },
		{ examples: 40, teacher: "no" },
		{ skills: "software" },
	],
	[
		"choose-a-base-model",
		{ ...expected, deployment: "private" },
		{ deployment: "hosted" },
		{ tunable: "none" },
		writers,
	],
	["clean-and-split", tuned, { examples: 49 }, { "data-quality": "raw" }, { "data-rights": "no" }],
	["clean-and-split", { ...expected, "data-quality": "mixed" }, { "data-quality": "curated" }],
	["freeze-the-baseline", tuned, { evals: "none" }],
	["run-a-pilot", tuned, { evals: "none" }, { work: "rank" }],
	["keep-looking-facts-up", { ...tuned, citations: "yes" }, { citations: "no" }, { evals: "none" }],
	["compare-with-an-interval", tuned, { evals: "none" }],
	[
		"check-what-got-worse",
		{ ...expected, task: "broad" },
		{ task: "narrow" },
		{ "data-rights": "no" },
		writers,
	],
	["watch-and-retrain", tuned, { evals: "none" }],
	["keep-corrected-answers", quality, { run: "one-off" }, { examples: 1000 }],
	["ask-again", quality, { run: "one-off" }],
];

describe("a step and what hides it", () => {
	test.each(table)("%s", (id, shown, ...hidden) => {
		expect(idsOf(shown)).toContain(id);
		for (const change of hidden)
			expect([change, idsOf({ ...shown, ...change })]).not.toEqual([
				change,
				expect.arrayContaining([id]),
			]);
	});

	test("every step has a row", () => {
		expect([...new Set(table.map(([id]) => id))].sort()).toEqual(
			rules.steps.map(({ id }) => id).sort(),
		);
	});
});

describe("the order", () => {
	test.each<[string, Facts, string[]]>([
		[
			"cost first, with the verdict prompts",
			{ ...cost, evals: "none" },
			["cache-batch-and-trim", "try-a-smaller-model", "distil"],
		],
		[
			"cost first, with the verdict fine-tuning",
			cost,
			["cache-batch-and-trim", "try-a-smaller-model", "distil"],
		],
		[
			"a question that people answer",
			asked({ ...tuned, fact: "data-rights" }),
			["ask-about-data-rights"],
		],
		[
			"one question leads at a time",
			asked({ ...asked({ ...tuned, fact: "tunable" }), fact: "data-rights" }),
			["ask-about-data-rights", "check-the-prompt-says-it"],
		],
		["then the next", asked({ ...tuned, fact: "tunable" }), ["find-a-model-to-tune"]],
		[
			"retrieval, when nothing else is known",
			{ goal: "new-knowledge" },
			["look-facts-up", "build-a-test-set"],
		],
		["an even call with everything in place", even, ["settle-it-in-a-day", "freeze-the-baseline"]],
		[
			"fine-tuning",
			tuned,
			["freeze-the-baseline", "choose-a-base-model", "clean-and-split", "run-a-pilot"],
		],
	])("%s", (_name, facts, ids) => {
		expect(idsOf(facts).slice(0, ids.length)).toEqual(ids);
	});
});

describe("what somebody who has built such systems would do first", () => {
	test.each(situations)("$about", ({ facts, first, never = [] }) => {
		const measures = stepsOf(facts).map(({ measure }) => measure);
		expect(first).toContain(measures.slice(0, 3).find((measure) => first.includes(measure)));
		expect(measures.filter((measure) => never.includes(measure))).toEqual([]);
	});
});

const answer = (id: string) => {
	const { number, text } = rules.questions[id] as RuleSet["questions"][string];
	const values = valuesOf(rules.questions[id] as RuleSet["questions"][string]) ?? [];
	if (text) return fc.constantFrom("openai", "together");
	if (number) return fc.constantFrom(...[0, 40, 300, 5000].filter((value) => value <= number.most));
	return fc.constantFrom(...values);
};
const someFacts = fc.record(
	Object.fromEntries(Object.keys(rules.questions).map((id) => [id, answer(id)])),
	{ requiredKeys: [] },
) as fc.Arbitrary<Facts>;

/** What a step must not say, and when. */
const forbidden: [string, (facts: Facts) => boolean, RegExp][] = [
	[
		"writers are asked for no program",
		({ skills }) => skills === "prompting",
		/\b(script|parser|decoder|gradient|LoRA|rerank|compile)/,
	],
	[
		"no best prompt where nothing was tried",
		({ prompting }) => prompting === "none",
		/\b(your best|today's|the same) prompt\b/,
	],
	[
		"no LoRA without data",
		({ examples, teacher }) => Number(examples) < 50 && teacher === "no",
		/LoRA/,
	],
];

test("no answers give a step that is impossible", () => {
	fc.assert(
		fc.property(someFacts, (facts) => {
			const steps = stepsOf(facts);
			const measures = steps.map(({ measure }) => measure);
			const none = Number(facts.examples) < 50 && facts.teacher === "no";
			if (none)
				for (const one of ["pilot", "distil", "preference"]) expect(measures).not.toContain(one);
			if (facts.evals !== "suite") expect(measures).not.toContain("trial");
			for (const [name, applies, words] of forbidden)
				if (applies(facts))
					for (const step of steps)
						expect([name, step.id, step.do]).not.toEqual([
							name,
							step.id,
							expect.stringMatching(words),
						]);
			expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
			expect(steps.length).toBeGreaterThan(0);
		}),
		{ numRuns: 300, seed: 13 },
	);
});
