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
			const { sets } = await fix(rows);
			expect((await inspect(jsonl(sets[0] ?? []))).findings).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});
