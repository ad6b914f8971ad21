/** The clean set: nothing to find in it, and its input as it was. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectData } from "../../../src/inspect/data/inspect-data.ts";
import type { ProviderId } from "../../../src/inspect/data/providers/ids.ts";
import { readPieces } from "../../../src/io/read-bytes.ts";
import { chatOf, fileOf, inspect, jsonl, many, pairOf } from "./inspect.ts";

interface Given {
	split?: number;
	provider?: ProviderId;
	validation?: string[];
}

async function fix(rows: readonly unknown[], { split = 0, provider, validation = [] }: Given = {}) {
	const input = fileOf(jsonl(rows));
	const output = fileOf("", "clean.jsonl");
	const report = await inspectData({
		files: [input],
		validation,
		tokens: "none",
		readBytes: readPieces,
		fix: { file: output, split, provider },
	});
	expect(readFileSync(input, "utf8")).toBe(jsonl(rows));
	if (!report.ok) throw new Error(JSON.stringify(report.problems));
	const read = (file: string) =>
		readFileSync(file, "utf8")
			.split("\n")
			.filter(Boolean)
			.map((line) => JSON.parse(line));
	const { fixed } = report.value;
	return {
		fixed,
		sets: (fixed?.written ?? []).map(({ file }) => read(file)),
		output,
		report: report.value,
	};
}

describe("left out is", () => {
	test.each<[string, readonly unknown[], number]>([
		["incomplete", [{ prompt: "a", completion: "" }], 1],
		["repeated", [pairOf(1), pairOf(2, { id: 1 })], 2],
		[
			"contradicting",
			[
				{ prompt: "2 + 2?", completion: "4" },
				{ prompt: "2 + 2?", completion: "5" },
			],
			2,
		],
		["with a key or token", [{ prompt: `ghp_${"a1B2".repeat(9)}`, completion: "b" }], 1],
		[
			"almost the same",
			[{ ...pairOf(3), prompt: `${(pairOf(3) as { prompt: string }).prompt} Well?` }],
			1,
		],
	])("%s", async (why, more, rows) => {
		const { fixed, sets } = await fix([...many(6, pairOf), ...more]);
		expect(fixed?.leftOut).toEqual([{ why, rows }]);
		expect(sets[0]).toEqual(many(6, pairOf));
	});

	test("what also stands in the validation set", async () => {
		const validation = [fileOf(jsonl([pairOf(2, { split: "test" })]))];
		const { sets } = await fix(many(4, pairOf), { validation });
		expect(sets[0]).toEqual([0, 1, 3].map((number) => pairOf(number)));
	});
});

describe("not written is", () => {
	const empty = { prompt: "a", completion: "" };
	const image = [{ type: "image_url", image_url: { url: "data:," } }];
	const picture = {
		messages: [
			{ role: "user", content: image },
			{ role: "assistant", content: "a" },
		],
	};
	test.each<[string, readonly unknown[], Given, string[]]>([
		["a set of no rows", [empty], {}, ["no row is left to train with"]],
		["a set of one row", [pairOf(1), empty], {}, []],
		[
			"what a provider refuses",
			[picture],
			{ provider: "mistral" },
			["no row is left to train with"],
		],
		[
			"a validation set of no rows",
			many(4, pairOf),
			{ split: 0.1 },
			["the validation set would be empty"],
		],
		["a validation set of one row", many(5, pairOf), { split: 0.1 }, []],
		["both", [empty], { split: 0.5 }, Array(2).fill("no row is left to train with")],
	])("%s", async (_name, rows, given, whys) => {
		const { fixed, sets } = await fix(rows, given);
		expect(fixed?.unwritten.map(({ why }) => why.split(".")[0])).toEqual(whys);
		expect(sets.every((set) => set.length > 0)).toBe(true);
		expect(fixed?.written).toHaveLength((given.split ? 2 : 1) - whys.length);
	});
});

describe("in the format of", () => {
	const chat = {
		messages: [
			{ role: "user", content: "a b" },
			{ role: "assistant", content: "c" },
		],
	};
	const alpaca = { instruction: "a b", input: "", output: "c" };
	test.each<[ProviderId, object, object]>([
		["openai", alpaca, chat],
		[
			"openai",
			{ system: "s", prompt: "a b", completion: "c" },
			{ messages: [{ role: "system", content: "s" }, ...chat.messages] },
		],
		[
			"openai",
			{
				conversations: [
					{ from: "human", value: "a b" },
					{ from: "gpt", value: "c" },
				],
			},
			chat,
		],
		[
			"openai",
			{
				contents: [
					{ role: "user", parts: [{ text: "a b" }] },
					{ role: "model", parts: [{ text: "c" }] },
				],
			},
			chat,
		],
		["openai", { ...chat, id: 1 }, { ...chat, id: 1 }],
		["together", { ...chat, id: 1 }, chat],
		["together", { prompt: "a b", completion: "c" }, { prompt: "a b", completion: "c" }],
		[
			"vertex",
			alpaca,
			{
				contents: [
					{ role: "user", parts: [{ text: "a b" }] },
					{ role: "model", parts: [{ text: "c" }] },
				],
			},
		],
		["bedrock", { system: "s", ...chat }, { system: "s", ...chat }],
		["bedrock", alpaca, chat],
		[
			"nova",
			alpaca,
			{
				schemaVersion: "bedrock-conversation-2024",
				messages: [
					{ role: "user", content: [{ text: "a b" }] },
					{ role: "assistant", content: [{ text: "c" }] },
				],
			},
		],
		["llama-factory", alpaca, alpaca],
	])("%s: %j", async (provider, row, written) => {
		const { sets, report } = await fix([row], { provider });
		expect(sets[0]).toEqual([written]);
		expect(report.providers.find(({ id }) => id === provider)?.fixable).toBe(1);
	});

	const weather = { name: "weather", description: "w", parameters: { type: "object" } };
	const asked = { role: "user", content: "Rain?" };
	const told = { role: "tool", tool_call_id: "1", content: "yes" };
	const said = { role: "assistant", content: "It rains." };
	const called = {
		messages: [
			asked,
			{
				role: "assistant",
				tool_calls: [
					{ id: "1", type: "function", function: { name: "weather", arguments: '{"day":1}' } },
				],
			},
			told,
			said,
		],
		tools: [{ type: "function", function: weather }],
	};
	const ofShareGpt = {
		conversations: [
			{ from: "human", value: "Rain?" },
			{ from: "function_call", value: '{"name":"weather","arguments":{"day":1}}' },
			{ from: "observation", value: "yes" },
			{ from: "gpt", value: "It rains." },
		],
		tools: JSON.stringify([weather]),
	};
	const part = (type: string, value: unknown) => [
		{ type, value: typeof value === "string" ? value : JSON.stringify(value) },
	];
	const ofLlamaFactory = {
		messages: [
			{ role: "system", content: part("tools", [weather]) },
			{ role: "user", content: part("text", "Rain?") },
			{
				role: "assistant",
				content: part("tool_calls", [{ name: "weather", arguments: { day: 1 } }]),
			},
			{ role: "tool", content: part("text", "yes") },
			{ role: "assistant", content: part("text", "It rains.") },
		],
	};
	const ofGemini = {
		contents: [
			{ role: "user", parts: [{ text: "Rain?" }] },
			{ role: "model", parts: [{ functionCall: { name: "weather", args: { day: 1 } } }] },
			{
				role: "user",
				parts: [{ functionResponse: { name: "weather", response: { result: "yes" } } }],
			},
			{ role: "model", parts: [{ text: "It rains." }] },
		],
		tools: [{ functionDeclarations: [weather] }],
	};
	const ofNova = {
		schemaVersion: "bedrock-conversation-2024",
		messages: [
			{ role: "user", content: [{ text: "Rain?" }] },
			{
				role: "assistant",
				content: [{ toolUse: { toolUseId: "1", name: "weather", input: { day: 1 } } }],
			},
			{
				role: "user",
				content: [{ toolResult: { toolUseId: "1", content: [{ text: "yes" }] } }],
			},
			{ role: "assistant", content: [{ text: "It rains." }] },
		],
		toolConfig: {
			tools: [
				{
					toolSpec: {
						...{ name: "weather", description: "w" },
						inputSchema: { json: { type: "object" } },
					},
				},
			],
		},
	};
	const withIds = (row: object, id: string) =>
		JSON.parse(JSON.stringify(row).replaceAll('"1"', `"${id}"`));

	test.each<[string, ProviderId, object, object]>([
		["OpenAI", "vertex", called, ofGemini],
		["OpenAI", "nova", called, ofNova],
		["ShareGPT", "openai", ofShareGpt, withIds(called, "call_1")],
		["ShareGPT", "vertex", ofShareGpt, ofGemini],
		["LLaMA-Factory", "vertex", ofLlamaFactory, ofGemini],
		[
			"Gemini",
			"openai",
			ofGemini,
			JSON.parse(
				JSON.stringify(withIds(called, "call_1")).replace('"yes"', '"{\\"result\\":\\"yes\\"}"'),
			),
		],
		["Nova", "openai", ofNova, called],
		["Nova", "vertex", ofNova, ofGemini],
	])("tools of %s are kept for %s", async (_from, provider, row, written) => {
		expect((await fix([row], { provider })).sets[0]).toEqual([written]);
	});

	const picture = (url: string) => ({
		messages: [
			{
				role: "user",
				content: [
					{ type: "text", text: "What is it?" },
					{ type: "image_url", image_url: { url } },
				],
			},
			{ role: "assistant", content: "A dot." },
		],
	});
	const dot = "data:image/png;base64,iVBORw0KGgo=";
	test.each<[ProviderId, string, object]>([
		["vertex", dot, { inlineData: { mimeType: "image/png", data: "iVBORw0KGgo=" } }],
		["vertex", "gs://a/b.jpg", { fileData: { mimeType: "image/jpeg", fileUri: "gs://a/b.jpg" } }],
		["nova", dot, { image: { format: "png", source: { bytes: "iVBORw0KGgo=" } } }],
		[
			"nova",
			"s3://a/b.webp",
			{ image: { format: "webp", source: { s3Location: { uri: "s3://a/b.webp" } } } },
		],
	])("images are kept for %s: %s", async (provider, url, part) => {
		const { sets } = await fix([picture(url)], { provider });
		expect(JSON.stringify(sets[0])).toContain(JSON.stringify(part));
	});

	test.each<[ProviderId, string, object]>([
		["vertex", "with images that the format cannot hold", picture("https://a/b.png")],
		[
			"openai",
			"with images that the format cannot hold",
			{ instruction: "<image>What is it?", output: "A dot.", images: ["dot.png"] },
		],
		["openai", "with tool calls that cannot be read", { ...ofShareGpt, tools: "weather" }],
		[
			"openai",
			"with audio",
			{
				conversations: [
					{ from: "human", value: "<audio>What?" },
					{ from: "gpt", value: "A song." },
				],
			},
		],
	])("for %s rows are left out %s", async (provider, why, row) => {
		expect((await fix([row], { provider })).fixed?.leftOut).toEqual([{ why, rows: 1 }]);
	});

	test("what has no place in the format is told", async () => {
		const row = {
			messages: [asked, { ...said, reasoning_content: "It is wet." }],
		};
		const { fixed, sets } = await fix([row], { provider: "vertex" });
		expect(fixed?.without).toEqual([{ what: "reasoning", rows: 1 }]);
		expect(JSON.stringify(sets[0])).not.toContain("wet");
	});

	test.each<[string, object]>([
		["history", { instruction: "c", input: "", output: "d", history: [["a", "b"]] }],
		[
			"messages in prompt and completion",
			{
				prompt: [
					{ role: "user", content: "a" },
					{ role: "assistant", content: "b" },
					{ role: "user", content: "c" },
				],
				completion: [{ role: "assistant", content: "d" }],
			},
		],
	])("%s becomes a chat", async (_name, row) => {
		const { sets } = await fix([row], { provider: "openai" });
		expect(sets[0]).toEqual([
			{
				messages: ["a", "b", "c", "d"].map((content, place) => ({
					role: place % 2 === 0 ? "user" : "assistant",
					content,
				})),
			},
		]);
	});

	test("what it refuses, nothing is written", async () => {
		const tools = {
			messages: [
				{ role: "user", content: "a" },
				{ role: "assistant", tool_calls: [{ id: "1" }] },
			],
		};
		const { fixed, sets } = await fix([chatOf(1), tools], { provider: "bedrock" });
		expect(sets[0]?.length).toBe(1);
		expect(fixed?.leftOut).toEqual([{ why: "refused by the provider", rows: 1 }]);
	});
});

test("a split is the same each time, has the share of each label, and shares no input", async () => {
	const rows = many(100, (number) => ({
		text: (pairOf(number) as { prompt: string }).prompt,
		label: number % 4 === 0 ? "yes" : "no",
	}));
	const first = await fix(rows, { split: 0.2 });
	const second = await fix(rows, { split: 0.2 });
	expect(first.sets).toEqual(second.sets);
	const labels = first.sets[1]?.map(({ label }) => label).sort();
	expect([first.sets[0]?.length, labels]).toEqual([
		80,
		[...many(15, () => "no"), ...many(5, () => "yes")],
	]);
});

test("it never writes over its input", async () => {
	const file = fileOf(jsonl(many(3, pairOf)));
	const report = await inspectData({
		files: [file],
		readBytes: readPieces,
		tokens: "none",
		fix: { file, split: 0, provider: undefined },
	});
	expect(report.ok ? [] : report.problems).toEqual([
		expect.objectContaining({
			message: expect.stringContaining("would overwrite the training data"),
		}),
	]);
	expect(readFileSync(file, "utf8")).toBe(jsonl(many(3, pairOf)));
});

test("nothing is left to find in what it writes", async () => {
	const row = fc.oneof(
		fc.nat(8).map((number) => pairOf(number)),
		fc.nat(8).map((number) => ({ ...pairOf(number), completion: "4" })),
		fc.nat(8).map((number) => chatOf(number)),
		fc.constantFrom(
			{ prompt: "a", completion: "" },
			{ x: 1 },
			{ prompt: "a", completion: "b" },
			12,
		),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
			const { fixed, sets } = await fix(rows);
			const [set] = sets;
			expect(fixed?.unwritten.length).toBe(set ? 0 : 1);
			if (set) expect((await inspect(jsonl(set))).findings).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});
