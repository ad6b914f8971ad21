/** What a row is taken for, and what is said of it. */
import { describe, expect, test } from "vitest";
import { promptOf } from "../../../src/inspect/data/layouts/layout.ts";
import { layoutPlaceOf, layouts } from "../../../src/inspect/data/layouts/layouts.ts";
import type { Mark } from "../../../src/inspect/data/layouts/marks.ts";

const user = { role: "user", content: "Hi" };
const assistant = { role: "assistant", content: "Hello" };
const human = { from: "human", value: "Hi" };
const gpt = { from: "gpt", value: "Hello" };
const part = { type: "text", value: "Hi" };

const layoutOf = (row: Record<string, unknown>) => layouts[layoutPlaceOf(row)];

describe("a row has the layout", () => {
	test.each<[string, Record<string, unknown>]>([
		["tokenized", { input_ids: [1, 2], labels: [1, 2] }],
		[
			"openai-dpo",
			{ input: { messages: [user] }, preferred_output: [assistant], non_preferred_output: [user] },
		],
		["gemini", { contents: [{ role: "user", parts: [{ text: "Hi" }] }] }],
		["bedrock-converse", { messages: [{ role: "user", content: [{ text: "Hi" }] }] }],
		["bedrock-converse", { schemaVersion: "bedrock-conversation-2024", messages: [user] }],
		[
			"bedrock-converse",
			{
				messages: [{ role: "user", content: [{ text: "Hi" }] }],
				schemaVersion: "tooluse-dataset-2024",
			},
		],
		["messages-preference", { messages: [user], chosen: assistant, rejected: assistant }],
		["messages-kto", { messages: [user, assistant], label: false }],
		["messages", { messages: [user, assistant], label: "billing" }],
		["messages", { messages: [user, assistant] }],
		["messages", { messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }] }],
		[
			"messages",
			{ messages: [{ role: "user", content: [{ type: "text", text: "Hi", index: null }] }] },
		],
		["messages", { conversations: [user, assistant] }],
		["llamafactory-v1", { messages: [{ role: "user", content: [part] }] }],
		[
			"llamafactory-v1-preference",
			{ chosen_messages: [user, assistant], rejected_messages: [user, assistant] },
		],
		["sharegpt", { conversations: [human, gpt] }],
		["sharegpt-preference", { conversations: [human], chosen: gpt, rejected: gpt }],
		["sharegpt-kto", { conversations: [human, gpt], kto_tag: true }],
		["axolotl-segments", { segments: [{ label: true, text: "a" }] }],
		["trl-stepwise", { prompt: "a", completions: ["b"], labels: [true] }],
		["verl", { data_source: "x", prompt: [user], reward_model: { ground_truth: "1" } }],
		["preference", { prompt: "a", chosen: "b", rejected: "c" }],
		["preference", { chosen: [user, assistant], rejected: [user, assistant] }],
		["trl-kto", { prompt: "a", completion: "b", label: true }],
		["trl-kto", { prompt: "a", completion: "b", label: "False" }],
		["named-pairs", { inputs: "a", targets: "b" }],
		["named-pairs", { input_text: "a", target_text: "b" }],
		["prompt-completion", { prompt: "a", completion: "b", label: "x" }],
		["prompt-completion", { prompt: [user], completion: [assistant] }],
		["alpaca-kto", { instruction: "a", output: "b", tag: false }],
		["reward-list", { instruction: "a", output: ["b", "c"] }],
		["alpaca", { instruction: "a", input: "", output: "b" }],
		["alpaca", { instruction: "a", context: "", response: "b" }],
		["named-pairs", { question: "a", answer: "b" }],
		["named-pairs", { context: "a", target: "b" }],
		["named-pairs", { input: [user], ideal: "b" }],
		["text-label", { text: "a", label: "b" }],
		["text-label", { text: "a", label: 0 }],
		["prompt-only", { prompt: "a" }],
		["raw-text", { text: "a" }],
		["raw-text", { text: "a", label: null }],
		["unknown", { user_input: "a", model_1: "b" }],
		["unknown", {}],
	])("%s: %j", (id, row) => expect(layoutOf(row)?.id).toBe(id));
});

const call = (id?: string) => ({
	role: "assistant",
	tool_calls: [
		{ ...(id && { id }), type: "function", function: { name: "look_up", arguments: "{}" } },
	],
});
const result = (id?: string) => ({ role: "tool", content: "3", ...(id && { tool_call_id: id }) });

describe("a chat", () => {
	test.each<[string, object[], Mark[], Mark[]]>([
		["that ends with an answer", [user, assistant], ["has-answer"], ["ends-open", "empty-answer"]],
		[
			"that ends with a call",
			[user, call("1")],
			["has-answer", "tools"],
			["empty-answer", "unanswered-call"],
		],
		[
			"that ends with the user",
			[user, assistant, user],
			["ends-open"],
			["no-assistant", "has-answer"],
		],
		["without an assistant", [user], ["no-assistant", "ends-open", "few-messages"], []],
		[
			"with an answered call",
			[user, call("1"), result("1"), assistant],
			["tools", "tool-role"],
			["unanswered-call"],
		],
		["with calls without ids", [user, call(), result(), assistant], [], ["unanswered-call"]],
		["that goes on after a call", [user, call("1"), user, assistant], ["unanswered-call"], []],
		[
			"with a result of another call",
			[user, call("1"), result("2"), assistant],
			["unanswered-call"],
			[],
		],
		[
			"with one of two calls answered",
			[
				user,
				{ ...call("1"), tool_calls: [...call("1").tool_calls, ...call("2").tool_calls] },
				result("1"),
				assistant,
			],
			["unanswered-call"],
			[],
		],
		["with an empty answer", [user, { role: "assistant", content: " " }], ["empty-answer"], []],
		[
			"that refuses",
			[user, { role: "assistant", content: null, refusal: "No." }],
			["has-answer"],
			["empty-answer"],
		],
		["with a number", [user, { role: "assistant", content: 42 }], ["has-answer"], ["empty-answer"]],
		["with the answer null", [user, { role: "assistant", content: null }], ["empty-answer"], []],
		[
			"with a late system message",
			[user, { role: "system", content: "x" }, assistant],
			["role-order"],
			[],
		],
		["that the assistant begins", [assistant, user, assistant], ["role-order"], []],
		[
			"of a developer",
			[{ role: "developer", content: "x" }, user, assistant],
			["developer", "system"],
			["role-order", "unknown-role"],
		],
		["with two answers in a row", [user, assistant, assistant], ["repeated-role"], ["role-order"]],
		["with an unknown role", [{ role: "Customer", content: "x" }, assistant], ["unknown-role"], []],
		[
			"with the role model",
			[user, { role: "model", content: "x" }],
			["model-role", "has-answer"],
			["unknown-role"],
		],
		["with a weight", [user, { ...assistant, weight: 0 }], ["weights"], ["bad-weight"]],
		["with half a weight", [user, { ...assistant, weight: 0.5 }], ["bad-weight"], []],
		["with a weight on the user", [{ ...user, weight: 1 }, assistant], ["bad-weight"], []],
		["with a loss weight", [user, { ...assistant, loss_weight: 0.5 }], ["weights"], ["bad-weight"]],
		[
			"with a picture",
			[
				{ role: "user", content: [{ type: "image_url", image_url: { url: "https://a/b.png" } }] },
				assistant,
			],
			["images", "remote-images"],
			["assistant-image"],
		],
		[
			"with a picture in base64",
			[
				{
					role: "user",
					content: [{ type: "image_url", image_url: { url: "data:image/png;base64,x" } }],
				},
				assistant,
			],
			["images"],
			["remote-images"],
		],
		["with reasoning", [user, { ...assistant, reasoning_content: "hm" }], ["reasoning"], []],
		[
			"without text",
			[
				{ role: "user", content: "" },
				{ role: "assistant", content: "" },
			],
			["no-text"],
			[],
		],
	])("%s", (_name, messages, has, lacks) => {
		const row = { messages };
		const marks = layoutOf(row)?.read(row).marks;
		expect(has.filter((mark) => !marks?.has(mark))).toEqual([]);
		expect(lacks.filter((mark) => marks?.has(mark))).toEqual([]);
	});
});

describe("input and answer of", () => {
	test.each<[string, Record<string, unknown>, string, string]>([
		[
			"a chat",
			{ messages: [{ role: "system", content: "Be brief." }, user, assistant] },
			"Be brief.\nHi",
			"Hello",
		],
		["a preference", { prompt: "a", chosen: "b", rejected: "c" }, "a", "b"],
		[
			"DPO",
			{ input: { messages: [user] }, preferred_output: [assistant], non_preferred_output: [user] },
			"Hi",
			"Hello",
		],
		[
			"Gemini",
			{
				contents: [
					{ role: "user", parts: [{ text: "Hi" }] },
					{ role: "model", parts: [{ text: "Ho" }] },
				],
			},
			"Hi",
			"Ho",
		],
		[
			"Bedrock",
			{
				system: [{ text: "S" }],
				messages: [
					{ role: "user", content: [{ text: "Hi" }] },
					{ role: "assistant", content: [{ text: "Ho" }] },
				],
			},
			"S\nHi",
			"Ho",
		],
		[
			"LLaMA-Factory v1",
			{
				messages: [
					{ role: "user", content: [part] },
					{ role: "assistant", content: [{ type: "text", value: "Ho" }] },
				],
			},
			"Hi",
			"Ho",
		],
		["ShareGPT", { conversations: [human, gpt] }, "Hi", "Hello"],
		["Alpaca", { instruction: "a", input: "b", output: "c" }, "a\nb", "c"],
		["a reward list", { instruction: "a", output: ["b", "c"] }, "a", "b"],
		["two sentences", { sentence1: "a", sentence2: "b", label: 1 }, "a\nb", "1"],
		[
			"a preference with a question",
			{ system: "s", question: "a", chosen: "b", rejected: "c" },
			"s\na",
			"b",
		],
		[
			"an answer with its place",
			{ context: "c", question: "a", answers: { text: ["b"], answer_start: [0] } },
			"c\na",
			"b",
		],
		["a label", { text: "a", label: 3 }, "a", "3"],
		[
			"prompt and completion as messages",
			{ prompt: [user], completion: [assistant] },
			"Hi",
			"Hello",
		],
		["raw text", { text: "a" }, "", "a"],
	])("%s", (_name, row, prompt, output) => {
		const example = layoutOf(row)?.read(row);
		expect([example && promptOf(example), example?.output]).toEqual([prompt, output]);
	});
});
