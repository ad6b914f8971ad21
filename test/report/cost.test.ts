/** Cost comparisons as people and programs get them. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Quantities, Quantity } from "../../src/core/cost/quantities.ts";
import { rangeOf } from "../../src/core/cost/range.ts";
import { dollars, figures, sayBreakEven } from "../../src/report/cost/amounts.ts";
import { costJson } from "../../src/report/cost/json.ts";
import { costMarkdown } from "../../src/report/cost/markdown.ts";
import { costText } from "../../src/report/cost/text.ts";
import { fileStyle } from "../../src/report/style.ts";
import { columnsOf } from "../../src/report/text/columns.ts";
import { type Case, compare } from "../core/cost/compared.ts";

const cases: Record<string, Case> = {
	"cost-support-bot": {
		model: "claude-sonnet-4-6",
		flags: { dayRate: 700, months: 24 },
		facts: { "monthly-requests": "500000..1000000", "prompt-tokens": "3000..4000" },
	},
	"cost-never": { model: "gemini-3.1-flash-lite", flags: { hits: 1, fixedTokens: 3000 } },
	"cost-own-machines": {
		model: "gpt-4.1-mini",
		facts: { deployment: "private", examples: 2000, "data-quality": "raw" },
	},
};

describe.each(Object.entries(cases))("%s", (title, given) => {
	const comparison = compare(given);

	test("reads as text", async () => {
		await expect(`${costText(comparison, fileStyle, false)}\n`).toMatchFileSnapshot(
			`transcripts/${title}.txt`,
		);
	});

	test("fits a narrow screen, in ASCII", () => {
		const text = costText(comparison, { ...fileStyle, width: 40, unicode: false }, true);
		const lines = text.split("\n");
		expect(lines.filter((line) => columnsOf(line) > 40)).toEqual([]);
		expect(text).toMatch(/^[\n -~]+$/);
	});

	test("is JSON by its schema, with the formulas and without", () => {
		const schema = JSON.parse(readFileSync("schema/cost.schema.json", "utf8"));
		const check = new Ajv2020({ strict: false }).compile(schema);
		for (const withFormulas of [true, false]) {
			const told = JSON.parse(costJson(comparison, withFormulas));
			check(told);
			expect(check.errors).toBeNull();
		}
	});

	test("tells the unit, source and date of each price", () => {
		const text = costText(comparison, { ...fileStyle, width: 10_000 }, false);
		for (const { what, source, date } of comparison.prices)
			expect(text).toMatch(
				new RegExp(`${escaped(what)}: .*USD.*Source: ${escaped(source)}, ${date}\\.`),
			);
		for (const { says } of Object.values(withoutRetrieval(comparison.assumptions)))
			expect(text.toLowerCase()).toContain(says.toLowerCase());
	});
});

/** Told only where documents are searched. */
const withoutRetrieval = ({
	corpus: _c,
	embeddingPrice: _e,
	searchPrice: _s,
	...rest
}: Quantities): Record<string, Quantity> => rest;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

test("reads as Markdown", async () => {
	const comparison = compare(cases["cost-never"] ?? {});
	await expect(`${costMarkdown(comparison, true)}\n`).toMatchFileSnapshot(
		"transcripts/cost-never.md",
	);
});

test.each([
	[0, "$0"],
	[0.0000001234, "$0.000000123"],
	[0.0035263, "$0.00353"],
	[0.5, "$0.50"],
	[4.2, "$4.20"],
	[99.994, "$99.99"],
	[100, "$100"],
	[1234.5, "$1,230"],
	[1_656_738, "$1,660,000"],
	[Number.POSITIVE_INFINITY, "never"],
])("%s is said as %s", (value, text) => {
	expect(dollars(value)).toBe(text);
});

test.each([
	[78_125, "78,100"],
	[0.75, "0.75"],
	[3.8, "3.8"],
	[Number.POSITIVE_INFINITY, "never"],
])("%s is said as %s", (value, text) => {
	expect(figures(value)).toBe(text);
});

const infinite = Number.POSITIVE_INFINITY;
test.each([
	["exact", rangeOf(5000, 5000, 5000), "from 5,000 calls a month"],
	[
		"never at worst",
		rangeOf(1000, 5000, infinite),
		"usually from 5,000 calls a month, at best from 1,000, at worst never",
	],
	[
		"usually never",
		rangeOf(1000, infinite, infinite),
		"usually never, at best from 1,000, at worst never",
	],
])("break-even: %s", (_, range, says) => {
	expect(sayBreakEven(range)).toBe(says);
});
