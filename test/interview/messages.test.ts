/** What stands between the questions. */
import { Chalk } from "chalk";
import { expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import { answered, leaning, progress, runningCost } from "../../src/interview/messages.ts";
import { readChoice } from "../../src/interview/plain-terminal.ts";
import { answersOf, rules } from "../built-in.ts";

const look = { paint: new Chalk({ level: 0 }), unicode: true, width: 79 };
const scored = [{}] as Decision["reasons"];

test.each([
	["prompts", "prompt-engineering", scored, "Leaning: prompts"],
	["prompts-then-tune", "fine-tuning", scored, "Leaning: fine-tuning"],
	["tune", "fine-tuning", scored, "Leaning: fine-tuning"],
	["keep", "prompt-engineering", scored, "Leaning: prompts"],
	["too-early", "fine-tuning", scored, undefined],
	["too-early", "prompt-engineering", scored, undefined],
	["prompts", "prompt-engineering", [], undefined],
] as const)("state %s, outlook %s, %j: %s", (state, outlook, reasons, says) =>
	expect(leaning({ state, outlook, reasons: [...reasons] })).toBe(says),
);

test.each([
	[{ number: 1, total: 16 }, {}, "Question 1 of about 16"],
	[
		{ number: 5, total: 14 },
		{ section: "Your examples", lean: "Leaning: prompts" },
		"Your examples · Question 5 of about 14 · Leaning: prompts",
	],
])("progress %j", (plan, more, says) =>
	expect(progress(plan, { section: undefined, lean: undefined, ...more }, look)).toBe(says),
);

test.each([
	["evals", "spot-checks", "✔ Quality check: someone looks at a few answers now and then"],
	["citations", "no", "✔ Citations: an answer can stand without its source"],
	["examples", 2000, "✔ Labeled examples: 2,000 examples"],
	["examples", "500..2000", "✔ Labeled examples: 500 to 2,000 examples"],
	["model", "gpt-4.1-mini", "✔ Model: gpt-4.1-mini"],
	[
		"deployment",
		"private,edge",
		"✔ Where it runs: on your own or rented machines, with open weights, or on a\n  device",
	],
	["evals", "unknown", "- Quality check: not known"],
])("%s %s is echoed in words", (fact, value, says) =>
	expect(answered(rules.questions[fact] as never, { value, from: "test" }, look)).toBe(says),
);

const list = {
	ask: "?",
	choices: [
		{ value: "none", name: "none" },
		"line" as const,
		{ value: "unknown", name: "I don't know" },
		{ value: "<", name: "Go back" },
	],
};

test.each([
	["1", undefined, "none"],
	["3", undefined, "<"],
	["0", undefined, undefined],
	["4", undefined, undefined],
	["NONE", undefined, "none"],
	["<", undefined, "<"],
	["", undefined, "unknown"],
	["", "none", "none"],
	["what", undefined, undefined],
])("%j typed in a numbered list, %s chosen before: %s", (typed, selected, value) =>
	expect(readChoice({ ...list, ...(selected && { selected }) }, typed)).toBe(value),
);

test.each([
	["model", undefined],
	["monthly-requests", undefined],
	["output-tokens", undefined],
	[
		"examples",
		"Cost so far: about $2,350 a month with prompts (gpt-5.4); fine-tuning pays back in about 9 months.",
	],
])("the running cost while %s is not known: %s", (fact, says) => {
	const facts = {
		model: "gpt-5.4",
		"monthly-requests": 200_000,
		"prompt-tokens": 3500,
		"output-tokens": 200,
		[fact]: "unknown",
	};
	expect(runningCost(decide(rules, answersOf(facts)))).toBe(says);
});
