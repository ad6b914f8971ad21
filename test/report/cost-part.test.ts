/** What the ways cost, as a part of a decision's report. */
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { html } from "../../src/report/html/html.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { fileStyle } from "../../src/report/style.ts";
import { text } from "../../src/report/text/text.ts";
import { rules } from "../built-in.ts";

const asOf = "2026-11-28";
const facts = {
	goal: "cost-latency",
	model: "claude-sonnet-4-6",
	"monthly-requests": 400_000,
	"prompt-tokens": "3000..4000",
	"output-tokens": 250,
	"data-quality": "raw",
	examples: 2000,
};

function shown(given: Record<string, string | number>) {
	const raw = Object.entries(given).map(([fact, value]) => ({ fact, value, from: `--${fact}` }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
	return decide(rules, answers.value, { asOf });
}

describe("told", () => {
	test("in the whole text report, with bars", async () => {
		const decision = shown(facts);
		const whole = text(decision, rules, { ...fileStyle, full: true });
		const part = /\nWhat it costs\n[\s\S]*?(?=\n\nBefore you fine-tune)/.exec(whole)?.[0] ?? "";
		await expect(`${part.trim()}\n`).toMatchFileSnapshot("transcripts/cost-part.txt");
	});

	test("without bars where they are read aloud, and on narrow screens", () => {
		const decision = shown(facts);
		const style = { ...fileStyle, full: true };
		expect(text(decision, rules, { ...style, bars: false })).not.toContain("█");
		const narrow = text(decision, rules, { ...style, width: 40, unicode: false });
		expect(narrow).toContain("What it costs");
		expect(narrow).toMatch(/^[\n -~]+$/);
	});

	test("in Markdown, as a table", () => {
		const decision = shown(facts);
		const document = markdown(decision, rules, fileStyle);
		expect(document).toContain("## What it costs");
		expect(document).toMatch(/\| Prompting, as today \| .*\\\$\d/);
		expect(markdown(decision, rules, fileStyle, { brief: true })).not.toContain("What it costs");
	});

	test("in HTML, with both pictures and what they show in words", () => {
		const decision = shown(facts);
		const page = html(decision, rules, fileStyle);
		expect(page).toMatch(
			/aria-label="Total cost over 12 months\. Prompting with a cached prefix: \$/,
		);
		expect(page).toContain("What moves the break-even most");
		expect(page).toContain('<a href="#cost">What it costs</a>');
	});
});

describe("left out", () => {
	test("of the one-page report", () => {
		const decision = shown(facts);
		expect(text(decision, rules, fileStyle)).not.toContain("What it costs");
	});

	test.each<[string, Record<string, string | number>]>([
		["without the model", { model: "unknown" }],
		["for a model without a price", { model: "claude-sonnet-5-5" }],
		["without the calls", { "monthly-requests": "unknown" }],
		["for an amount without an end", { "prompt-tokens": "500.." }],
	])("%s", (_, change) => {
		expect(shown({ ...facts, ...change }).cost).toBeNull();
	});
});
