/** Writes rules/prices/inference.yaml: the list prices that matter, taken from @pydantic/genai-prices. */
import { readFileSync, writeFileSync } from "node:fs";
import { findProvider, type ModelPrice, TieredPrices } from "@pydantic/genai-prices";

/** By the package's name of the seller: ours, and its models. What the package has wrong or old is left out. */
const wanted: Record<string, { seller: string; models: string }> = {
	anthropic: {
		seller: "anthropic",
		models:
			"claude-haiku-4-5 claude-sonnet-4-0 claude-sonnet-4-5 claude-sonnet-4-6 claude-sonnet-5 claude-opus-4-5 claude-opus-4-6 claude-opus-4-7 claude-opus-4-8 claude-opus-5 claude-opus-5-5 claude-fable-5 claude-fable-5-1",
	},
	openai: {
		seller: "openai",
		models:
			"gpt-4.1 gpt-4.1-mini gpt-4.1-nano gpt-4o gpt-4o-2024-05-13 gpt-4o-mini gpt-5 gpt-5-mini gpt-5-nano gpt-5.1 gpt-5.2 gpt-5.4 gpt-5.4-mini gpt-5.4-nano gpt-5.5 gpt-5.6-luna gpt-5.6-sol gpt-5.6-terra gpt-6-astra gpt-6-luna gpt-6-sol o3 o4-mini",
	},
	google: {
		seller: "google",
		models:
			"gemini-2.5-pro gemini-2.5-flash gemini-2.5-flash-lite gemini-3-flash-preview gemini-3.1-pro-preview gemini-3.1-flash-lite gemini-3.5-flash gemini-3.5-flash-lite gemini-3.6-flash gemini-3.7-flash gemini-3.8-flash",
	},
	aws: {
		seller: "bedrock",
		models:
			"amazon.nova-micro-v1:0 amazon.nova-lite-v1:0 amazon.nova-pro-v1:0 global.amazon.nova-2-lite-v1:0",
	},
	mistral: {
		seller: "mistral",
		models: "ministral-8b-2512 mistral-small-2603 mistral-medium-3-5 mistral-large-2512",
	},
	"x-ai": { seller: "xai", models: "grok-4.3 grok-4.5 grok-4.6" },
	fireworks: {
		seller: "fireworks",
		models: "gpt-oss-20b gpt-oss-120b llama-v3p1-8b-instruct deepseek-v4-flash kimi-k3",
	},
	groq: { seller: "groq", models: "llama-3.1-8b-instant llama-3.3-70b-versatile" },
};

const file = new URL("../rules/prices/inference.yaml", import.meta.url);

/** The file as the package gives it. */
export function inferencePrices(): string {
	const rows = Object.entries(wanted).flatMap(([provider, { seller, models }]) =>
		models.split(" ").flatMap((model) => rowsOf(provider, seller, model)),
	);
	return `${head}${rows.map((row) => `  - { ${row} }\n`).join("")}`;
}

const packageFile = new URL("../node_modules/@pydantic/genai-prices/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
/** The day the version was published; npm view @pydantic/genai-prices time. */
const published = "2026-09-23";

const head = `# yaml-language-server: $schema=../../schema/prices.schema.json
# Made by scripts/inference-prices.ts; run it after an update of @pydantic/genai-prices. US dollars per
# million tokens. A price without \`write\` asks nothing more for writing to the cache.
source: "@pydantic/genai-prices ${version}"
date: "${published}"
prices:
`;

function rowsOf(provider: string, seller: string, id: string): string[] {
	const model = findProvider({ providerId: provider })?.models.find((one) => one.id === id);
	if (!model) throw new Error(`${provider} has no ${id}.`);
	const dated = Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
	const starts = dated.map(({ constraint }) => {
		if (constraint && constraint.type !== "start_date")
			throw new Error(`${id} costs more at some hours.`);
		return constraint?.start_date ?? "";
	});
	// Of the past only what still holds.
	const current =
		starts
			.filter((start) => start <= published)
			.sort()
			.at(-1) ?? "";
	return dated.flatMap(({ prices }, place) => {
		const from = starts[place] ?? "";
		if (from < current) return [];
		const row = Object.entries({
			seller,
			model: id.replace(/^(?:global\.)?amazon\./, "").replace(/-v1:0$/, ""),
			from: from ? `"${from}"` : undefined,
			...pricesOf(prices),
			context: model.context_window,
		})
			.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
			.join(", ");
		return [row];
	});
}

function pricesOf(prices: ModelPrice) {
	const read = (name: string) => {
		const price = prices[name];
		return price instanceof TieredPrices || typeof price === "object"
			? { base: price.base, tier: price.tiers[0] }
			: { base: price, tier: undefined };
	};
	const [input, output] = [read("input_mtok"), read("output_mtok")];
	// What a long prompt costs more, all its prices go up with; cached tokens as much as the others.
	const tier =
		input.tier &&
		`{ above: ${input.tier.start}, input: ${input.tier.price}, output: ${output.tier?.price ?? output.base} }`;
	return {
		input: input.base,
		cached: read("cache_read_mtok").base,
		write: read("cache_write_mtok").base,
		output: output.base,
		tier,
	};
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, inferencePrices());
