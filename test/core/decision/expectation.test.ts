/** What `--expect` takes, and what it says when the decision is another. */
import { expect, test } from "vitest";
import {
	type Expectation,
	expectations,
	unmetExpectation,
} from "../../../src/core/decision/expectation.ts";

const decision = {
	state: "prompts-then-tune",
	verdict: "prompt-engineering",
	outlook: "fine-tuning",
} as const;

test.each<Expectation>(["prompts-then-tune", "prompt-engineering", "outlook-fine-tuning"])(
	"%s is met",
	(expected) => expect(unmetExpectation(decision, expected)).toBeUndefined(),
);

test("nothing expected is met", () =>
	expect(unmetExpectation(decision, undefined)).toBeUndefined());

test.each<[Expectation, string]>([
	["tune", "The state is prompts-then-tune, not tune as expected."],
	["prompts", "The state is prompts-then-tune, not prompts as expected."],
	["fine-tuning", "The verdict is prompt-engineering, not fine-tuning as expected."],
	["outlook-prompt-engineering", "The outlook is fine-tuning, not prompt-engineering as expected."],
])("%s is not met", (expected, says) => expect(unmetExpectation(decision, expected)).toBe(says));

test("no word means two things", () =>
	expect(new Set(expectations).size).toBe(expectations.length));
