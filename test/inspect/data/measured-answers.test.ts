/** What a decision takes from training data, and where it is told that somebody said otherwise. */
import { describe, expect, test } from "vitest";
import {
	disagreements,
	measuredAnswers,
	measuredTraining,
	sayUncounted,
} from "../../../src/inspect/data/measured-answers.ts";
import { epochsFor } from "../../../src/inspect/data/rows/tokens.ts";
import { answersOf } from "../../built-in.ts";
import { compare } from "../../core/cost/compared.ts";
import { chatOf, inspect, jsonl, many, pairOf } from "./inspect.ts";

const measured = async (rows: readonly unknown[]) => {
	const report = await inspect(jsonl(rows), { tokens: "exact" });
	return Object.fromEntries(measuredAnswers(report).map(({ fact, value }) => [fact, value]));
};

const picture = {
	messages: [
		{ role: "user", content: [{ type: "image_url", image_url: { url: "data:," } }] },
		{ role: "assistant", content: "a" },
	],
};

test.each<[string, readonly unknown[], object]>([
	[
		"clean pairs",
		many(10, pairOf),
		{ examples: 10, "data-quality": "mixed,curated", modality: "text" },
	],
	["repeats", [...many(10, pairOf), pairOf(1)], { examples: 10, "data-quality": "mixed" }],
	[
		"one repeat of many",
		[...many(40, pairOf), pairOf(1)],
		{ examples: 40, "data-quality": "mixed,curated" },
	],
	[
		"empty answers",
		many(10, (number) => pairOf(number, { completion: "" })),
		{ examples: 0, "data-quality": undefined },
	],
	[
		"empty answers, with others under another key in half of the rows",
		many(10, (number) => pairOf(number, { completion: "", ...(number < 5 && { answer: "a" }) })),
		{ examples: undefined, "data-quality": undefined },
	],
	[
		"empty answers, with others under another key in fewer than half of the rows",
		many(10, (number) => pairOf(number, { completion: "", ...(number < 4 && { answer: "a" }) })),
		{ examples: 0, "data-quality": undefined },
	],
	[
		"one answer that is there",
		[pairOf(1), ...many(9, (number) => pairOf(number, { completion: "", answer: "a" }))],
		{ examples: 1, "data-quality": "mixed" },
	],
	["raw text", [{ text: "a text" }], { examples: 0, "data-quality": "raw" }],
	["prompts only", [{ prompt: "a text" }], { examples: 0, "data-quality": "raw" }],
	["pictures", [picture, chatOf(1)], { modality: "image" }],
	[
		"tokens",
		[{ prompt: "Hello world", completion: "Hello" }],
		{ "prompt-tokens": 2, "output-tokens": 1 },
	],
])("%s", async (_name, rows, facts) => {
	const all = await measured(rows);
	for (const [fact, value] of Object.entries(facts)) expect(all[fact], fact).toEqual(value);
});

test.each<[object, RegExp | undefined]>([
	[{ completion: "", answer: "a" }, /under the key "?answer"?/],
	[{ completion: "", answer: " " }, undefined],
	[{ completion: "", note: "a" }, undefined],
	[{ answer: "a" }, undefined],
])("with %j the key of the answers is named: %s", async (more, says) => {
	const report = await inspect(jsonl(many(4, (number) => pairOf(number, more))));
	const line = sayUncounted(report);
	if (says) expect(line).toMatch(says);
	else expect(line).toBeUndefined();
	const { detail } = report.findings.find(({ code }) => code === "empty-answer") ?? {};
	expect(detail?.includes("seem to be under") ?? false).toBe(says !== undefined);
});

test("of an unknown layout nothing is known", async () =>
	expect(await measured([{ a: 1 }])).toEqual({}));

describe("a run over the examples", () => {
	const training = async (rows: readonly unknown[]) =>
		measuredTraining(await inspect(jsonl(rows), { tokens: "exact" }));

	test("takes their mean length, and the passes for so many", async () => {
		const hello = { prompt: "Hello world", completion: "Hello" };
		const rows = many(50, (number) => ({ ...hello, prompt: `Hello world ${number}` }));
		const found = await training([...rows, rows[0]]);
		expect(found).toMatchObject({ epochs: 3, from: expect.stringMatching(/^measured from /) });
		// "Hello", " world", " " and a number, and "Hello" again.
		expect(found?.tokens).toEqual({ low: 5, usual: 5, high: 5 });
	});

	test.each<[string, readonly unknown[]]>([
		["an unknown layout", [{ a: 1 }]],
		["empty answers", [{ prompt: "Hello", completion: "" }]],
	])("cannot be told of %s", async (_name, rows) => expect(await training(rows)).toBeUndefined());

	// OpenAI: 3; fewer than 100 rows together: up to 25; more than 25,000: fewer.
	test.each([
		[0, 0],
		[1, 25],
		[4, 25],
		[5, 20],
		[33, 3],
		[34, 3],
		[8333, 3],
		[8334, 2],
		[12_500, 2],
		[12_501, 1],
		[100_000, 1],
	])("of %i examples takes %i passes", (examples, epochs) =>
		expect(epochsFor(examples)).toBe(epochs),
	);

	test("is what fine-tuning costs", () => {
		const facts = { examples: 449, "data-quality": "mixed,curated" };
		const tokens = { low: 100, usual: 100, high: 100 };
		const training = { from: "measured from a.jsonl", tokens, epochs: 25 };
		const { ways, assumptions } = compare({ model: "gpt-4.1-mini", facts, flags: { training } });
		const tuned = ways.find(({ id }) => id === "tuned-per-token");
		// 449 examples of 100 tokens, 25 times, at 5 USD per million; nothing is left to label.
		expect(tuned?.oneOff.usual).toBeCloseTo((449 * 100 * 25 * 5) / 1e6, 9);
		expect(assumptions.epochs.source).toMatch(/measured from a\.jsonl$/);
	});
});

describe("said and measured", () => {
	test.each<[object, object, boolean]>([
		[{ examples: 1000 }, { examples: 892 }, true],
		[{ examples: 5000 }, { examples: 892 }, false],
		[{ examples: "500..2000" }, { examples: 892 }, true],
		[{ examples: "1500.." }, { examples: 892 }, false],
		[{ examples: "unknown" }, { examples: 892 }, true],
		[{ "data-quality": "curated" }, { "data-quality": "mixed" }, false],
		[{ "data-quality": "curated" }, { "data-quality": "mixed,curated" }, true],
		[{ modality: "image" }, { modality: "text" }, false],
		[{}, { modality: "text" }, true],
	])("%j and %j agree: %s", (said, found, agree) => {
		const lines = disagreements(
			answersOf(said),
			answersOf(found, undefined, "measured from a.jsonl"),
		);
		expect(lines).toEqual(
			agree
				? []
				: [
						expect.stringMatching(
							/ in test, but .* measured from a\.jsonl\. Your answer counts\.$/,
						),
					],
		);
	});
});
