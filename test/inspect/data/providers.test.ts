import { expect, test } from "vitest";
import { providerIds } from "../../../src/inspect/data/providers/ids.ts";
import { loadProviders } from "../../../src/inspect/data/providers/provider.ts";
import { chatOf, inspect, jsonl, many } from "./inspect.ts";

test("the flags know every provider", async () => {
	expect([...(await loadProviders()).keys()]).toEqual(providerIds);
});

const call = {
	messages: [
		{ role: "user", content: "a" },
		{ role: "assistant", tool_calls: [{ id: "1", function: { name: "f" } }] },
		{ role: "tool", tool_call_id: "1", content: "b" },
		{ role: "assistant", content: "c" },
	],
};
const twice = {
	messages: [
		...(chatOf(1) as { messages: object[] }).messages,
		{ role: "assistant", content: "more" },
	],
};
const remote = {
	messages: [
		{ role: "user", content: [{ type: "image_url", image_url: { url: "https://a/b.png" } }] },
		{ role: "assistant", content: "c" },
	],
};

test.each<[string, readonly unknown[], object]>([
	["openai", many(9, chatOf), { takes: "yes", examples: 9, isEnough: false, minimum: 10 }],
	["openai", many(10, chatOf), { takes: "yes", examples: 10, isEnough: true }],
	["openai", [call, twice, remote], { examples: 3 }],
	["together", [chatOf(1), call], { examples: 1, refused: [{ for: "tool-role", rows: 1 }] }],
	["together", [twice], { refused: [{ for: "repeated-role", rows: 1 }] }],
	["together", [chatOf(1, { id: 1 })], { examples: 0, refused: [{ for: "extra-keys", rows: 1 }] }],
	["fireworks", [chatOf(1), remote], { examples: 1, refused: [{ for: "remote-images", rows: 1 }] }],
	["vertex", [chatOf(1)], { takes: "converted", examples: 1 }],
	["bedrock", [{ ...chatOf(1), system: "s" }], { takes: "yes", examples: 1 }],
	["bedrock", [chatOf(1, { id: 1 })], { takes: "converted", examples: 1 }],
	["vertex", [{ prompt: "a", chosen: "b", rejected: "c" }], { takes: "no", examples: 0 }],
	["trl", [{ prompt: "a", chosen: "b", rejected: "c" }], { takes: "yes", examples: 1 }],
])("%s", async (id, rows, expected) => {
	const { providers } = await inspect(jsonl(rows));
	expect(providers.find((provider) => provider.id === id)).toMatchObject(expected);
});

test("limits that the data is over are told", async () => {
	const long = {
		messages: [
			{ role: "user", content: "word ".repeat(70_000) },
			{ role: "assistant", content: "a" },
		],
	};
	const { providers } = await inspect(jsonl([long]), { tokens: "exact" });
	const over = providers.filter((provider) => provider.over.length > 0);
	expect(over.map(({ id }) => id)).toEqual(["azure"]);
	expect(over[0]?.over).toEqual([{ limit: "tokens of a row", most: 65_536 }]);
});
