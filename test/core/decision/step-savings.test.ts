/** Steps say what they save, where the costs tell it. */

import { expect, test } from "vitest";
import { tidyNumbers } from "../../../src/core/cost/tidy-numbers.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { answersOf, rules } from "../../built-in.ts";

const facts = {
	goal: "cost-latency",
	prompting: "basic",
	model: "gpt-5.4",
	"monthly-requests": 200_000,
	"prompt-tokens": 3500,
	"output-tokens": 200,
};
const stepsOn = (given: object) =>
	decide(rules, answersOf({ ...facts, ...given }), { asOf: "2026-11-28" }).steps;
const savingOf = (measure: string, given: object = {}) =>
	stepsOn(given).find((step) => step.measure === measure && step.saving)?.saving;

test("a cached prefix saves the difference of the two bills", () => {
	const saving = savingOf("caching");
	// Of 3,500 tokens 75% are cached in 60% of calls, at a tenth of 2.50 USD per million.
	expect(saving?.perMonth.usual).toBeCloseTo((200_000 * 3500 * 0.75 * 0.6 * 2.5 * 0.9) / 1e6, 6);
	expect(saving?.of.usual).toBeCloseTo(2350, 6);
	expect(saving?.way).toBe("prompting-cached");
});

test.each<[string, string, object, string | undefined]>([
	["a short prompt is sent in batches", "caching", { "prompt-tokens": 499 }, "prompting-batch"],
	["a backlog is sent in batches", "caching", { run: "one-off" }, "prompting-batch"],
	["a smaller model", "smaller-model", {}, "smaller-model"],
	["a fine-tuned one", "distil", { "monthly-requests": 5_000_000 }, "tuned-per-token"],
	["nothing without the model", "caching", { model: "unknown" }, undefined],
	["nothing without the calls", "smaller-model", { "monthly-requests": "unknown" }, undefined],
	["nothing where it costs more", "smaller-model", { model: "gpt-6-luna" }, undefined],
])("%s", (_, measure, given, way) => {
	expect(savingOf(measure, given)?.way).toBe(way);
});

test("steps of another kind save nothing that can be told", () => {
	for (const { measure, saving } of stepsOn({}))
		if (["evals", "instructions", "gates", "data"].includes(measure)) expect(saving).toBeNull();
});

test("dollars are printed as they are reckoned, without the dust of adding them up", () => {
	expect(tidyNumbers({ low: 135.00000000000023, list: [0.1 + 0.2, 1 / 3], never: null })).toEqual({
		low: 135,
		list: [0.3, 0.333333333333],
		never: null,
	});
	expect(tidyNumbers(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
