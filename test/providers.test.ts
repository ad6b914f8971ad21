/** The provider table says what was found in November 2026: each row of that survey is an event. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { providerNotices } from "../src/core/decision/provider-notices.ts";
import { answersOf, rules } from "./built-in.ts";

const survey = readFileSync(join(import.meta.dirname, "provider-status-2026-11.csv"), "utf8")
	.trim()
	.split("\n")
	.slice(1)
	.map(
		(line) => line.split(",") as [provider: string, status: string, date: string, models: string],
	);

const ids: Record<string, string> = {
	OpenAI: "openai",
	"Azure OpenAI": "azure",
	"Google AI Studio and Gemini API": "google-ai-studio",
	"Google Vertex": "vertex",
	Cohere: "cohere",
	Mistral: "mistral",
	"Amazon Bedrock": "bedrock",
	Fireworks: "fireworks",
	Together: "together",
	"Nebius Token Factory": "nebius",
	"Thinking Machines Tinker": "tinker",
	"Prime Intellect": "prime-intellect",
	"W&B (CoreWeave) Serverless Training": "wandb",
	OpenPipe: "openpipe",
	Databricks: "databricks",
	"IBM watsonx": "watsonx",
	Predibase: "predibase",
	Anyscale: "anyscale",
	"Hugging Face AutoTrain": "autotrain",
	Groq: "groq",
	Crusoe: "crusoe",
	"Alibaba Model Studio": "alibaba",
	Anthropic: "anthropic",
};

/** What a status of the survey may be called in the table. */
const statuses: [survey: RegExp, table: string[]][] = [
	[/^closed to|^deprecated|^archived|^sales only|^unmaintained/, ["closing"]],
	[/^base model retirement|^training retirement/, ["closing", "closed", "retiring"]],
	[/^base models? gone|^base model end|^deployment retirement/, ["retiring"]],
	[/^closed$|^last day|^no tunable|^no public offer|^new tuning blocked/, ["closed"]],
	[/^open|^renamed|^lifecycle rule/, ["open"]],
];

/** Prices have a table of their own, and Evals are no offer of training. */
const elsewhere = /^price|^hosted Evals/;

const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/\(.*?\)/g, "")
		.replace(/\bft-/g, "")
		.trim();

test.each(survey.filter(([, status]) => !elsewhere.test(status)))(
	"%s: %s, %s %s",
	(provider, status, date, models) => {
		const { events } = rules.providers.status[
			ids[provider] as string
		] as (typeof rules.providers.status)[string];
		const allowed = statuses.find(([pattern]) => pattern.test(status))?.[1];
		// What is open, or told of all models, names them in its sentence only.
		const says = events
			.filter((event) => event.date === date && allowed?.includes(event.status))
			.map(({ what, models: named = [] }) => plain(`${named.join(" ")} ${what}`));
		const named = models.split(";").map(plain);
		expect(says.some((text) => named.every((name) => text.includes(name)))).toBe(true);
	},
);

const saysFor = (provider: string, model: string, asOf: string) =>
	providerNotices(rules, answersOf({ provider, model }), asOf)
		.map(({ says }) => says)
		.join("\n");

describe("what a user reads", () => {
	test.each([
		["azure", "gpt-4.1-mini", "2026-11-28", "from 2027-04-14 (closed)"],
		["azure", "gpt-4o-mini", "2026-11-28", "from 2027-04-01 (closing)"],
		["azure", "o4-mini", "2026-11-28", "since 2026-11-19 (closing)"],
		["openai", "gpt-4-0613", "2026-11-28", "since 2026-10-23 (retiring)"],
		["openai", "o3-mini", "2026-11-28", "since 2026-10-23 (retiring)"],
		["openai", "ft:gpt-4o-mini-2024-07-18:acme", "2026-11-28", "from 2027-01-14 (retiring)"],
		["cohere", "command-r", "2026-11-28", "since 2025-09-15 (closed)"],
		["gemini enterprise agent platform", "gemini-2.5-flash", "2026-11-28", "since 2026-10-16"],
		["Gemini Enterprise Agent Platform", "gemini-3.8-flash", "2026-11-28", "(closed)"],
		["bedrock", "anthropic.claude-3-haiku-20240307-v1:0", "2026-11-28", "since 2026-09-10"],
		["databricks", "llama-3.1-8b", "2026-11-28", "since 2026-08-14 (closed)"],
		["ibm", "granite", "2026-11-28", "since 2026-09-10 (closed)"],
	])("%s, %s", (provider, model, asOf, part) =>
		expect(saysFor(provider, model, asOf)).toContain(part),
	);

	test.each([
		["openai", "gpt-4.1-nano", "gpt-4o-mini, gpt-4.1"],
		["openai", "gpt-4o-mini", "gpt-3.5-turbo"],
		["openai", "o3-mini", "gpt-5-nano and o3"],
		["openai", "gpt-5.1", "gpt-5-mini"],
		["azure", "gpt-4.1", "2026-10-14"],
		["vertex", "gemini-3.5-flash", "Google"],
		["own-gpu", "llama-3.1-8b", "Tinker"],
	])("%s, %s: not of others", (provider, model, part) =>
		expect(saysFor(provider, model, "2026-11-28")).not.toContain(part),
	);

	test("no spelling belongs to two providers", () => {
		const spellings = Object.entries(rules.providers.status).flatMap(([id, { aliases }]) => [
			id,
			...aliases,
		]);
		expect(spellings.filter((name, index) => spellings.indexOf(name) !== index)).toEqual([]);
		expect(spellings.filter((name) => name !== name.toLowerCase())).toEqual([]);
	});
});
