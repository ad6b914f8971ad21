/**
 * The prices that ship, against those of LiteLLM's price list as of 2026-07-24 (its mirror RoCry/llm-api-price,
 * commit 8442b939): US dollars per million tokens, of every model that both know.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { priceOn } from "../../../src/core/cost/prices.ts";
import { asOf, book } from "./built-in-prices.ts";

const text = readFileSync(new URL("litellm-prices.csv", import.meta.url), "utf8");
const rows: Record<"seller" | "model" | "name" | "input" | "cached" | "output", string>[] = parse(
	text,
	{ columns: true },
);

/** Where the two lists differ, and why. */
const differences: Record<string, string> = {
	"gpt-5.6-luna": "cheaper since 2026-07-30",
	"gpt-5.6-sol": "cheaper since 2026-08-21",
	"gpt-5.6-terra": "cheaper since 2026-07-30",
	"gemini-3.6-flash": "introductory price since then, until the end of 2026",
	"grok-4.5": "price of cached tokens disputed: 0.3 or 0.5",
	"gpt-oss-120b": "price of cached tokens disputed: 0.014 or 0.015",
	"llama-v3p1-8b-instruct": "disputed: 0.2 or 0.1",
};

const differs = ({ seller, model, input, cached, output }: (typeof rows)[number]): boolean => {
	const own = book.prices.filter((one) => one.seller === seller && one.model === model);
	const price = priceOn(own, asOf)?.price;
	// Not every price of cached tokens is in the other list.
	const sameCached = cached === "" || price?.cached === Number(cached);
	return price?.input !== Number(input) || price.output !== Number(output) || !sameCached;
};

test("most models cost the same in both lists, and each difference has its reason", () => {
	expect(rows.length).toBeGreaterThan(45);
	expect(
		rows
			.filter(differs)
			.map(({ model }) => model)
			.sort(),
	).toEqual(Object.keys(differences).sort());
});
