/** What a decision takes from training data, and where it is told that somebody said otherwise. */
import { describe, expect, test } from "vitest";
import { disagreements, measuredAnswers } from "../../../src/inspect/data/measured-answers.ts";
import { answersOf } from "../../built-in.ts";
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
		{ examples: 0, "data-quality": "mixed" },
	],
	["raw text", [{ text: "a text" }], { examples: 0, "data-quality": "raw" }],
	["prompts only", [{ prompt: "a text" }], { examples: 0, "data-quality": "raw" }],
	["pictures", [picture, chatOf(1)], { modality: "image" }],
	[
		"tokens",
		[{ prompt: "Hello world", completion: "Hello" }],
		{ "prompt-tokens": 2, "output-tokens": 1 },
	],
])("%s", async (_name, rows, facts) => expect(await measured(rows)).toMatchObject(facts));

test("of an unknown layout nothing is known", async () =>
	expect(await measured([{ a: 1 }])).toEqual({}));

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
