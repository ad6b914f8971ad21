import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inferencePrices } from "../../../scripts/inference-prices.ts";
import {
	daysOld,
	emptyBook,
	isOld,
	type ModelPrice,
	mergeBooks,
	priceOn,
} from "../../../src/core/cost/prices.ts";
import { readPriceFile } from "../../../src/core/rules/price-file.ts";
import { parseYaml } from "../../../src/io/yaml.ts";
import { book } from "./built-in-prices.ts";

test("the checked-in prices are those of the package", () => {
	const file = new URL("../../../rules/prices/inference.yaml", import.meta.url);
	expect(inferencePrices()).toBe(readFileSync(file, "utf8"));
});

test.each([
	["today", "2026-11-28", 0, false],
	["the last fresh day", "2026-08-30", 90, false],
	["a day more", "2026-08-29", 91, true],
	["a month counts from its start", "2026-08", 119, true],
	["a year counts from its start", "2026", 331, true],
	["a day ahead", "2026-11-29", -1, false],
])("age: %s", (_, date, days, old) => {
	expect(daysOld(date, "2026-11-28")).toBe(days);
	expect(isOld(date, "2026-11-28")).toBe(old);
});

const flash = book.prices.filter(({ model }) => model === "gemini-3.6-flash");
test.each([
	["the day before the step", "2026-12-31", 0.75, "2027-01-01"],
	["on the step", "2027-01-01", 1.5, undefined],
])("price: %s", (_, day, input, next) => {
	const found = priceOn(flash, day);
	expect(found?.price.input).toBe(input);
	expect(found?.next?.from).toBe(next);
});

test("a day before all prices takes the first", () => {
	const rows = [{ ...(flash[0] as ModelPrice), from: "2026-01-01" }];
	expect(priceOn(rows, "2025-01-01")?.price).toBe(rows[0]);
	expect(priceOn([], "2025-01-01")).toBeUndefined();
});

describe("files", () => {
	const read = (text: string) => {
		const parsed = parseYaml(text, "p.yaml");
		if (!parsed.ok) throw new Error(text);
		return readPriceFile({ file: "p.yaml", ...parsed.value });
	};
	const row = "{ seller: us, model: m, input: 1, output: 2 }";

	test("a figure takes the source and date of its file", () => {
		const found = read(`source: our contract\ndate: "2026-11-01"\nprices:\n  - ${row}\n`);
		expect(found.ok && found.value.prices).toEqual([
			{ seller: "us", model: "m", input: 1, output: 2, source: "our contract", date: "2026-11-01" },
		]);
	});

	test.each([
		["as much as input", "cached: 1", true],
		["less than writing", "cached: 0.4, write: 0.5", true],
		["more than writing", "cached: 0.6, write: 0.5", false],
	])("a cached price of %s", (_, cached, ok) => {
		const text = `source: s\ndate: "2026"\nprices:\n  - { seller: a, model: m, input: 1, ${cached}, output: 2 }`;
		expect(read(text).ok).toBe(ok);
	});

	test.each([
		["no source", `date: "2026-11-01"\nprices:\n  - ${row}`, /needs a source and a date/],
		[
			"a negative price",
			'source: s\ndate: "2026"\nprices:\n  - { seller: a, model: m, input: -1, output: 2 }',
			/prices\.0\.input/,
		],
		["a misspelled key", "pricse: []", /no key pricse here.*prices/],
		[
			"a range that goes down",
			"gpus:\n  - { gpu: G, memory: 1, tflops: 1, rent: { low: 2, usual: 1, high: 3 } }",
			/must go up/,
		],
		["a date that is none", 'source: s\ndate: "2026-13-45x"', /YYYY/],
		[
			"a cached price above the input price",
			'source: s\ndate: "2026"\nprices:\n  - { seller: a, model: m, input: 1, cached: 1.01, output: 2 }',
			/cached must not be more/,
		],
		["a list", "- 1", /The file/],
	])("refused: %s", (_, text, says) => {
		const found = read(text);
		expect(found.ok).toBe(false);
		if (!found.ok) expect(found.problems[0]?.message).toMatch(says);
	});
});

test("a file of one's own replaces a model with all its prices, and adds others", () => {
	const own = (model: string, seller: string): ModelPrice => ({
		...{ model, seller, input: 9, output: 9, source: "ours", date: "2026-11-01" },
	});
	const merged = mergeBooks(book, {
		...emptyBook(),
		prices: [own("gemini-3.6-flash", "google"), own("ours", "us")],
	});
	expect(merged.prices.filter(({ model }) => model === "gemini-3.6-flash")).toHaveLength(1);
	expect(merged.prices).toHaveLength(book.prices.length);
});

describe("what ships", () => {
	test("each smaller model and alias is one that has a price", () => {
		const names = new Set(book.prices.map(({ model }) => model));
		expect(
			Object.entries(book.smaller)
				.flat()
				.filter((name) => !names.has(name)),
		).toEqual([]);
		expect(Object.values(book.aliases).filter((name) => !names.has(name))).toEqual([]);
	});
	test("a fine-tuned price is its premium over the base", () => {
		const checked = book.offers.flatMap(({ model, premium, input, provider }) => {
			const base = book.prices.find((row) => row.model === model && row.from === undefined);
			return base && premium && input
				? [{ model, provider, found: input / base.input, premium }]
				: [];
		});
		expect(checked.length).toBeGreaterThan(6);
		for (const { found, premium, model } of checked) expect(found, model).toBeCloseTo(premium, 2);
	});
	test("no figure is without a source", () => {
		const all = [...book.prices, ...book.offers, ...book.gpus, ...book.batch];
		expect(all.filter(({ source, date }) => !source || !date)).toEqual([]);
	});
});
