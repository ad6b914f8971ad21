/** Which steps are shown, and in which order. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { valuesOf } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Measure } from "../../../src/core/measure.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { answersOf, cases, rules } from "../../built-in.ts";

type Facts = Record<string, string | number>;

interface ShownSteps {
	given: Record<string, Facts>;
	steps: { step: string; given: string; with: Facts; "not-with": Facts[] }[];
}

interface Situation {
	about: string;
	facts: Facts;
	first: Measure[];
	never?: Measure[];
}

// Ours, and read as they were written: a misspelt fact is refused below.
const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const shown = read("shown-steps.yaml") as ShownSteps;
const situations = read("situations.yaml") as Situation[];
const { tuned = {}, cost = {}, even = {} } = shown.given;

const decideOn = (facts: object) => decide(rules, answersOf(facts));
const stepsOf = (facts: object) => decideOn(facts).steps;
const idsOf = (facts: Facts) => stepsOf(facts).map(({ id }) => id);

describe("a step and what hides it", () => {
	test.each(shown.steps)("$step, $with", ({ step, given, with: more, "not-with": changes }) => {
		const facts = { ...shown.given[given], ...more };
		expect(idsOf(facts)).toContain(step);
		const stays = changes.filter((change) => idsOf({ ...facts, ...change }).includes(step));
		expect(stays).toEqual([]);
	});

	test("every step has a row", () => {
		expect([...new Set(shown.steps.map(({ step }) => step))].sort()).toEqual(
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
			[
				"cache-batch-and-trim",
				"try-a-smaller-model",
				"freeze-the-baseline",
				"choose-a-base-model",
				"distil",
			],
		],
		[
			"a question that people answer",
			{ ...tuned, "data-rights": "unknown" },
			["ask-about-data-rights"],
		],
		[
			"one question leads at a time",
			{ ...tuned, tunable: "unknown", "data-rights": "unknown" },
			["ask-about-data-rights", "check-the-prompt-says-it"],
		],
		["then the next", { ...tuned, tunable: "unknown" }, ["find-a-model-to-tune"]],
		[
			"retrieval, when nothing else is known",
			{ goal: "new-knowledge" },
			["look-facts-up", "build-a-test-set"],
		],
		[
			"an even call with everything in place",
			even,
			["settle-it-in-a-day", "check-the-prompt-says-it"],
		],
		["fine-tuning", tuned, ["freeze-the-baseline", "choose-a-base-model", "run-a-pilot"]],
		[
			"fine-tuning on examples that are not clean",
			{ ...tuned, "data-quality": "mixed" },
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
	[
		"no list of providers where it runs elsewhere",
		({ deployment }) => deployment === "edge" || deployment === "private",
		/List the providers/,
	],
	["no documents to split for an agent", ({ work }) => work === "act", /Split the documents/],
	[
		"no fields in the text of a photo",
		({ modality }) => modality === "image",
		/fields in the text/,
	],
	[
		"no owner for as long as a backlog runs",
		({ run }) => run === "one-off",
		/hours a month|each quarter|each month/,
	],
];

/** What takes a training run, on whatever model. */
const trainings: Measure[] = ["pilot", "distil", "preference", "trial", "teacher-data"];

test("lists are short: ten or fewer for nine in ten published cases, and never more than fourteen", () => {
	const lengths = cases.map(({ facts }) => stepsOf(facts).length);
	expect(lengths.filter((length) => length <= 10).length / lengths.length).toBeGreaterThan(0.9);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(14);
});

test("no answers give a step that is impossible", () => {
	fc.assert(
		fc.property(someFacts, (facts) => {
			const steps = stepsOf(facts);
			const measures = steps.map(({ measure }) => measure);
			const none = Number(facts.examples) < 50 && facts.teacher === "no";
			if (none)
				for (const one of ["pilot", "distil", "preference"]) expect(measures).not.toContain(one);
			if (facts.weeks === 0 || facts["budget-usd"] === 0)
				for (const one of trainings) expect(measures).not.toContain(one);
			if (facts["data-rights"] === "no" || facts["data-rights"] === "per-user")
				for (const one of [...trainings, "encoder"]) expect(measures).not.toContain(one);
			const base = steps.findIndex(({ id }) => id === "choose-a-base-model");
			const trained = steps.findIndex(({ id }) =>
				["distil", "run-a-pilot", "run-a-pilot-on-images", "train-against-a-grader"].includes(id),
			);
			if (base >= 0 && trained >= 0) expect(base).toBeLessThan(trained);
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
