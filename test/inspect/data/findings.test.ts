/** Each finding, and the row beside it that has none. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Code } from "../../../src/inspect/data/findings/catalogue.ts";
import { sayProvider } from "../../../src/inspect/data/views/sentences.ts";
import { chatOf, fileOf, inspect, jsonl, many, pairOf } from "./inspect.ts";

const codesOf = async (rows: readonly unknown[], validation?: readonly unknown[]) => {
	const held = validation ? [fileOf(jsonl(validation))] : [];
	const { findings } = await inspect(jsonl(rows), { validation: held });
	return Object.fromEntries(findings.map(({ code, count }) => [code, count]));
};

const asked = [{ role: "user", content: "Hi" }];
const says = (content: string) => [{ role: "assistant", content }];
const dpo = (more: object) => ({
	input: { messages: asked },
	preferred_output: says("Hello"),
	non_preferred_output: says("What?"),
	...more,
});
const withLast = (message: object) => ({
	messages: [...asked, { role: "assistant", ...message }],
});
const otherNames = (user: string, assistant: string) => ({
	messages: [
		{ role: user, content: "Hi" },
		{ role: assistant, content: "Hello" },
	],
});
const asks = (answer: string) => ({
	messages: [{ role: "user", content: `6 times 7, or ${answer}?` }],
	answer,
});
const judged = (liked: boolean) => many(3, (number) => pairOf(number, { label: liked }));
const label = (name: string) => (number: number) => ({
	text: `${number} ${Object.values(pairOf(number))[0]}`,
	label: name,
});
const near = (number: number) => {
	const { prompt, completion } = pairOf(number) as Record<string, string>;
	return { prompt, completion: completion?.replace(/\S+\.$/, "otherwise.") };
};

test.each<[object, string]>([
	[{ Prompt: "a", Completion: "b" }, "prompt, completion"],
	[{ Instruction: "a", Outputs: "b" }, "instruction, output"],
	[{ foo: 1 }, ""],
])("of %j the nearest layout is %s", async (row, keys) => {
	const { findings } = await inspect(jsonl([row]));
	const { detail = "" } = findings.find(({ code }) => code === "unknown-format") ?? {};
	expect(detail).toContain(`keys: ${Object.keys(row).map((key) => `"${key}"`)[0]}`);
	expect(/nearest known: “([^(”]*[^(” ])/.exec(detail)?.[1] ?? "").toContain(keys);
	expect(detail.includes("nearest")).toBe(keys !== "");
});

test.each<[string, string, (string | undefined)?, number?]>([
	["no bytes", "", undefined, 1],
	["blank lines", "\n \n", undefined, 1],
	["a row", jsonl([pairOf(1)]), undefined, 0],
	["a broken row", "{", undefined, 0],
	["no validation row", jsonl([pairOf(1)]), "", 1],
	["a validation row", jsonl([pairOf(1)]), jsonl([pairOf(2)]), 0],
])("of a file with %s", async (_name, content, validation, count) => {
	const held = validation === undefined ? [] : [fileOf(validation)];
	const { findings } = await inspect(content, { validation: held });
	expect(findings.filter(({ code }) => code === "no-rows").map((one) => one.count)).toEqual(
		count ? [count] : [],
	);
});

test.each<[string, object, boolean]>([
	["nothing usable", { completion: "" }, true],
	["one usable example", {}, false],
])("a provider is not said to have too few of %s", async (_name, more, isNone) => {
	const { providers } = await inspect(jsonl([pairOf(1, more)]));
	const nebius = providers.find(({ id }) => id === "nebius");
	expect(nebius && sayProvider(nebius)).toBe(isNone ? "no usable examples" : "ready");
});

describe("rows have", () => {
	test.each<[Code, number, readonly unknown[], (readonly unknown[])?]>([
		["mixed-formats", 1, [...many(3, pairOf), chatOf(9)]],
		["unknown-role", 2, [otherNames("Human", "AI"), otherNames("USER", "Assistant")]],
		["no-reference", 1, [asks("42"), asks("43"), asks("")]],
		["unknown-format", 2, [{ a: 1 }, { b: 2 }]],
		["no-assistant", 1, [...many(3, chatOf), { messages: [{ role: "user", content: "Hi" }] }]],
		[
			"ends-open",
			1,
			[
				...many(3, chatOf),
				{
					messages: [
						{ role: "user", content: "Hi" },
						{ role: "assistant", content: "Ho" },
						{ role: "user", content: "Hi" },
					],
				},
			],
		],
		["empty-answer", 1, [pairOf(1), { prompt: "a", completion: " " }]],
		["empty-answer", 1, [pairOf(1), { prompt: "a", completion: null }]],
		[
			"empty-answer",
			1,
			[
				{ instruction: "a", output: "b" },
				{ instruction: "b", output: null },
			],
		],
		["empty-answer", 1, [dpo({}), dpo({ preferred_output: says("") })]],
		[
			"empty-answer",
			1,
			[chatOf(1), withLast({ content: "", reasoning_content: "Hm." }), withLast({ content: "b" })],
		],
		["no-assistant", 1, [dpo({}), dpo({ preferred_output: says("b")[0] })]],
		["no-assistant", 1, [...many(3, chatOf), { messages: [] }]],
		["role-order", 1, [dpo({}), dpo({ input: { messages: [...asked, ...says("a")] } })]],
		[
			"same-answers",
			1,
			[
				{ prompt: "a", chosen: "b", rejected: "b" },
				{ prompt: "b", chosen: "b", rejected: "c" },
			],
		],
		[
			"uneven-lists",
			1,
			[
				{ input_ids: [1, 2], labels: [1] },
				{ input_ids: [1], labels: [1] },
			],
		],
		[
			"no-reference",
			1,
			[
				...many(3, (number) => ({
					messages: [{ role: "user", content: `${number}?` }],
					answer: number,
				})),
				{ messages: [{ role: "user", content: "?" }] },
			],
		],
		["one-sided", 3, judged(true)],
		["duplicates", 2, [pairOf(1), pairOf(1, { id: 2 }), pairOf(1), pairOf(2)]],
		["near-duplicates", 1, [pairOf(1), near(1), pairOf(2)]],
		[
			"same-input",
			2,
			[{ prompt: "2 + 2?", completion: "4" }, { prompt: "2 + 2?", completion: "5" }, pairOf(1)],
		],
		["leakage", 1, many(5, pairOf), [pairOf(2, { split: "test" }), pairOf(9)]],
		[
			"shared-inputs",
			1,
			[{ prompt: "2 + 2?", completion: "4" }],
			[{ prompt: "2 + 2?", completion: "5" }],
		],
		["near-leakage", 1, many(5, pairOf), [near(2), pairOf(9)]],
		["label-balance", 18, [...many(18, label("yes")), ...many(3, label("no"))]],
		["long-rows", 1, [...many(20, pairOf), { prompt: "x ".repeat(1000), completion: "y" }]],
		["secrets", 1, [pairOf(1), { prompt: `my key is ghp_${"a1B2".repeat(9)}`, completion: "b" }]],
		["personal-data", 1, [pairOf(1), { prompt: "write to jo@example.com", completion: "b" }]],
		["placeholders", 1, [pairOf(1), { prompt: "Hello {{ name }}!", completion: "b" }]],
	])("%s: %i", async (code, count, rows, validation) => {
		expect((await codesOf(rows, validation))[code]).toBe(count);
	});

	test.each<[string, readonly unknown[], (readonly unknown[])?]>([
		["different pairs", many(30, pairOf), [pairOf(50)]],
		["different chats", many(30, chatOf)],
		[
			"both judgments",
			[...judged(true), ...many(3, (number) => pairOf(number + 9, { label: false }))],
		],
		[
			"several answers to one preference",
			[
				{ prompt: "a", chosen: "b", rejected: "c" },
				{ prompt: "a", chosen: "d", rejected: "c" },
			],
		],
		[
			"answers that differ in marks alone",
			[
				{ prompt: "2 + 2?", completion: "Four" },
				{ prompt: "2 + 2?", completion: "four." },
			],
		],
		[
			"an answer that says more",
			[
				{ prompt: "Where?", completion: "32." },
				{ prompt: "Where?", completion: "32 degrees" },
			],
		],
		["labels in balance", many(40, (number) => label(number % 2 ? "yes" : "no")(number))],
		["LaTeX", [{ prompt: "Let $|{{z_1}}|$ be \\frac{{a}}{{bc}}", completion: "b" }]],
		[
			"numbers that are no phone numbers",
			[{ prompt: "3.1415926535 12345678901 2024-01-01 1000-2000", completion: "12,345,678" }],
		],
		[
			"words that begin like keys",
			[
				{
					prompt: "sk-learn and hf_datasets, eyJust",
					completion: "task-based-work-and-more-of-the-same",
				},
			],
		],
	])("no finding: %s", async (_name, rows, validation) => {
		expect(await codesOf(rows, validation)).toEqual({});
	});
});

test("of wordings and contradictions, the report tells which", async () => {
	const long = "a rather long answer of more than five words";
	const { sameInput } = await inspect(
		jsonl([
			{ prompt: "1", completion: "yes" },
			{ prompt: "1", completion: "no" },
			{ prompt: "2", completion: `${long} one` },
			{ prompt: "2", completion: `that is ${long} two` },
			{ prompt: "3", completion: "Yes" },
			{ prompt: "3", completion: "yes!" },
		]),
	);
	expect(sameInput).toMatchObject({
		groups: 3,
		rows: 6,
		kinds: { contradiction: 1, alternative: 1, variant: 1 },
	});
});

test("shuffled rows have the same findings", async () => {
	const rows = [
		...many(12, pairOf),
		pairOf(1),
		near(2),
		near(3),
		{ prompt: "2 + 2?", completion: "4" },
		{ prompt: "2 + 2?", completion: "5" },
		{ prompt: "a", completion: "" },
		chatOf(5),
	];
	const withoutRows = async (all: readonly unknown[]) => {
		const { findings, rows: counts } = await inspect(jsonl(all));
		return { counts, findings: findings.map(({ code, count }) => ({ code, count })) };
	};
	const expected = await withoutRows(rows);
	expect(expected.findings.length).toBe(5);
	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
			expect(await withoutRows(shuffled)).toEqual(expected);
		}),
		{ numRuns: 40 },
	);
});

describe("a file of several layouts in one family", () => {
	const open = (more = {}) => ({
		messages: [{ role: "user", content: "a question of several words" }],
		...more,
	});
	const withSystem = { ...chatOf(1), system: "x" };
	test.each<[string, readonly unknown[]]>([
		["chat", [chatOf(1), chatOf(2), open()]],
		["openai-rft", [open({ answer: 1 }), open({ answer: 2 }), open()]],
		["prompt-only-messages", [open(), open({ answer: 2 }), open()]],
		["anthropic", [withSystem, withSystem, chatOf(1)]],
		["chat", [withSystem, chatOf(1), chatOf(2)]],
	])("is %s", async (id, rows) => expect((await inspect(jsonl(rows))).format.id).toBe(id));
});

describe("words that are rare elsewhere", () => {
	const rows = (word: string) =>
		many(10, (number) => ({
			...pairOf(number),
			prompt: `Please open a ticket in ${word} for number ${number}.`,
		}));
	test.each<[string, string, string | undefined]>([
		["a product", "ZavaTrackr", "most often ZavaTrackr (10 rows)"],
		["an ordinary word", "Germany", undefined],
		["a number", "1234567890", undefined],
		["LaTeX", "\\displaystylex", undefined],
		["another language", "Rückabwicklungsvorgänge übergänge für größere Abläufe", undefined],
	])("%s", async (_name, word, detail) => {
		const { findings } = await inspect(
			jsonl(rows(word).map(({ prompt }) => ({ prompt, completion: "yes" }))),
			{ tokens: "exact" },
		);
		const terms = findings.find(({ code }) => code === "in-house-terms");
		expect(terms?.detail).toBe(detail);
	});
});
