import { describe, expect, test } from "vitest";
import { matchModel } from "../../../src/core/cost/match-model.ts";
import { nearestModels } from "../../../src/core/cost/nearest-models.ts";
import { book } from "./built-in-prices.ts";

describe("a name is found", () => {
	test.each<[string, string, { tuned?: true; input?: number; seller?: string }]>([
		["gpt-4.1-mini", "gpt-4.1-mini", { input: 0.4 }],
		["GPT-4.1-Mini ", "gpt-4.1-mini", {}],
		["openai/gpt-4.1", "gpt-4.1", { seller: "openai" }],
		["azure/gpt-4.1", "gpt-4.1", {}],
		["gpt-4o-2024-08-06", "gpt-4o", { input: 2.5 }],
		["gpt-4o-2024-05-13", "gpt-4o-2024-05-13", { input: 5 }],
		["gpt-4.1-mini-2025-04-14.ft-0a1b", "gpt-4.1-mini", { tuned: true }],
		["ft:gpt-4.1-mini-2025-04-14:acme::abc", "gpt-4.1-mini", { tuned: true }],
		["vertex_ai/gemini-3.5-flash", "gemini-3.5-flash", { seller: "google" }],
		["models/gemini-3.5-flash", "gemini-3.5-flash", {}],
		["publishers/google/models/gemini-3.5-flash", "gemini-3.5-flash", {}],
		["projects/p/locations/l/publishers/google/models/gemini-3.5-flash", "gemini-3.5-flash", {}],
		["accounts/fireworks/models/gpt-oss-20b", "gpt-oss-20b", { seller: "fireworks" }],
		["claude-haiku-4-5@20251001", "claude-haiku-4-5", { input: 1 }],
		["anthropic/claude-haiku-4.5", "claude-haiku-4-5", {}],
		["us.anthropic.claude-haiku-4-5-20251001-v1:0", "claude-haiku-4-5", { input: 1.1 }],
		["anthropic.claude-haiku-4-5-20251001-v1:0", "claude-haiku-4-5", { input: 1.1 }],
		["global.anthropic.claude-haiku-4-5-20251001-v1:0", "claude-haiku-4-5", { input: 1 }],
		[
			"arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0",
			"claude-haiku-4-5",
			{ input: 1.1 },
		],
		["bedrock/amazon.nova-micro-v1:0", "nova-micro", { input: 0.035, seller: "bedrock" }],
		["us.amazon.nova-2-lite-v1:0", "nova-2-lite", { input: 0.33 }],
		["gpt-5.6", "gpt-5.6-sol", {}],
	])("%s", (typed, model, { tuned, input, seller }) => {
		const found = matchModel(book, typed);
		expect(found?.model).toBe(model);
		expect(found?.isTuned).toBe(tuned ?? false);
		if (seller) expect(found?.seller).toBe(seller);
		if (input !== undefined)
			expect((found?.rows[0]?.input ?? 0) * (found?.region ?? 0)).toBeCloseTo(input, 9);
	});
});

describe("a name is not guessed", () => {
	test.each([
		"claude-sonnet-5-5",
		"claude-sonnet-55",
		"mistral-small-latest",
		"Qwen/Qwen3-8B",
		"gpt-4",
		"gpt-4.1-minis",
		"gemini-3.5-flash-8b",
		"ft:",
		"ft:gpt-4",
		"openai/",
		"arn:aws:bedrock:us-east-1:1:custom-model/amazon.nova-micro-v1:0/abc",
		"constructor",
		"__proto__",
		"",
	])("%j", (typed) => {
		expect(matchModel(book, typed)).toBeUndefined();
		expect(nearestModels(book, typed)).toHaveLength(3);
	});
});

test.each([
	["claude-sonnet-5-5", "claude-sonnet-5"],
	["mistral-small-latest", "mistral-small-2603"],
	["gpt4.1-mini", "gpt-4.1-mini"],
])("near %s is %s", (typed, near) => {
	expect(nearestModels(book, typed)).toContain(near);
});
