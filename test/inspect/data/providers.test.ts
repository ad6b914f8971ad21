import { expect, test } from "vitest";
import { reportOn } from "../../../src/inspect/data/findings/report.ts";
import { marks } from "../../../src/inspect/data/layouts/marks.ts";
import { providerIds } from "../../../src/inspect/data/providers/ids.ts";
import { loadProviders } from "../../../src/inspect/data/providers/provider.ts";
import { openSurvey } from "../../../src/inspect/data/rows/survey.ts";
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

const pictures = (count: number, more: object = {}, bytes = 9) => ({
	messages: [
		{
			role: "user",
			content: Array.from({ length: count }, () => ({
				type: "image_url",
				image_url: { url: `data:image/png;base64,${"A".repeat(bytes)}` },
			})),
		},
		{ role: "assistant", content: "c", ...more },
	],
});
const tooLarge = { examples: 0, refused: [{ for: "large-images", rows: 1 }] };

test.each<[string, readonly unknown[], object]>([
	["openai", [pictures(10)], { examples: 1, refused: [] }],
	["openai", [pictures(11)], tooLarge],
	["openai", [pictures(1, {}, 13_400_000)], tooLarge],
	["openai", [pictures(1, {}, 13_300_000)], { examples: 1 }],
	["together", [remote], { refused: [{ for: "remote-images", rows: 1 }] }],
	["together", [pictures(1)], { examples: 1 }],
	[
		"together",
		[pictures(1, { weight: 1 })],
		{ refused: [{ for: "weights", rows: 1 }], fixable: 1 },
	],
	["vertex", [pictures(1)], { takes: "converted", examples: 1, most: 300_000 }],
	["vertex", [chatOf(1)], { most: 1_000_000 }],
	["mistral", [chatOf(1)], { least: 1000 }],
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

test("marks fit into 32 bits", () => expect(marks.length).toBeLessThanOrEqual(32));

test("some take JSON lines alone", async () => {
	const { providers } = await inspect(JSON.stringify(many(20, chatOf)), { name: "a.json" });
	const of = (id: string) => providers.find((provider) => provider.id === id);
	expect(of("nebius")).toMatchObject({ takes: "converted", examples: 20 });
	expect(of("trl")).toMatchObject({ takes: "yes", examples: 20 });
});

test.each([
	["vertex", 1_000_000_000],
	["nebius", 5_000_000_000],
	["mistral", 10_000_000_000],
	["together", 50_100_000_000],
])("%s takes files of up to %i bytes", async (id, most) => {
	const overOf = async (size: number) => {
		const survey = openSurvey({ places: 0, count: undefined, isExact: false });
		const rows = async function* () {
			yield [{ number: 1, line: 1, value: chatOf(1) }];
		};
		const file = { file: "a.jsonl", container: "JSON lines", encoding: "utf-8" } as const;
		await survey.addFile({ ...file, compression: undefined, size, rows: rows() }, false);
		const providers = await loadProviders();
		const report = reportOn(survey.end(), { places: 0, providers, isPartial: false });
		return report.providers.find((provider) => provider.id === id)?.over;
	};
	expect(await overOf(most)).toEqual([]);
	expect(await overOf(most + 1)).toEqual([{ limit: "bytes in a file", most }]);
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
