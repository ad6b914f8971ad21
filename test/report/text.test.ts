import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { pickReasons } from "../../src/report/pick-reasons.ts";
import { report } from "../../src/report/reports.ts";
import { fileStyle, type Style } from "../../src/report/style.ts";
import { text } from "../../src/report/text/text.ts";
import { decideOn, decisions, hospital, named, rules } from "./decisions.ts";

const show = (decision: Decision, style: Partial<Style> = {}) =>
	text(decision, rules, { ...fileStyle, ...style });
const flat = (report: string) => stripVTControlCharacters(report).replaceAll(/\s+/g, " ");

const styles: [string, Style][] = [
	["80 columns", fileStyle],
	["colour", { ...fileStyle, color: true }],
	["ASCII", { ...fileStyle, unicode: false }],
	["60 columns", { ...fileStyle, width: 60 }],
	["40 columns in ASCII", { width: 40, color: false, unicode: false }],
	["100 columns", { ...fileStyle, width: 100 }],
];
const each = named.flatMap(([name, decision]) =>
	styles.map(([look, style]) => ({ name, look, decision, style })),
);

describe.each(each)("$name, $look", ({ decision, style }) => {
	const report = text(decision, rules, style);
	const lines = report.split("\n");

	test("fits the width, which its rule fills", () => {
		const widths = lines.map((line) => stringWidth(line));
		expect(Math.max(...widths)).toBe(style.width);
	});

	test("has no blanks at the end of lines, and no two empty lines in a row", () => {
		expect(lines.filter((line) => /\s$/.test(stripVTControlCharacters(line)))).toEqual([]);
		expect(report).not.toContain("\n\n\n");
		expect(report).not.toMatch(/^\n|\n$/);
	});

	test("uses colour and more than ASCII only where they can be shown", () => {
		expect(report.includes("\u001b")).toBe(style.color);
		if (!style.unicode) expect(report).toMatch(/^[\n\x20-\x7e]*$/);
	});

	test("goes from the verdict to its reasons, the numbers, and what to do", () => {
		const titles = [
			decision.headline,
			"Why",
			"Scores",
			"The lecture's table",
			"What must be in place before training",
			"What could change it",
			"What to do",
			"More: should-i-finetune explain",
		];
		const places = titles.map((title) => flat(report).indexOf(title));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places[0]).toBe(0);
		expect(places).not.toContain(-1);
	});

	test("says what colour says in words too", () => {
		expect(stripVTControlCharacters(report)).toBe(
			text(decision, rules, { ...style, color: false }),
		);
	});
});

describe.each(named)("%s", (_name, decision) => {
	test("has the verdict and the main reasons on the first screen, and ends in time", () => {
		const lines = show(decision).split("\n");
		const first = flat(lines.slice(0, 24).join("\n"));
		expect(first).toContain(decision.summary);
		const reasons = pickReasons(decision).speaking.slice(0, 2);
		for (const { rule } of reasons) expect(first).toContain(`[${rule}]`);
		expect(lines.length).toBeLessThan(125);
	});

	test("prints every score, row, gate and step", () => {
		const report = flat(show(decision));
		for (const { because, speaksFor } of decision.table)
			expect(report).toContain(speaksFor === "neither" ? because : `Here: ${because}`);
		for (const { state, because, opens } of decision.gates) {
			expect(report.toLowerCase()).toContain(`${state}: ${because}`.toLowerCase());
			expect(report.includes(`To open it: ${opens}`)).toBe(state !== "open");
		}
		for (const { title } of decision.steps) expect(report).toContain(title);
		for (const { criterion } of decision.scores)
			expect(report.toLowerCase()).toContain(criterion.replaceAll("-", " "));
	});

	test("marks the cells that speak", () => {
		const spoken = decision.table.filter(({ speaksFor }) => speaksFor !== "neither").length;
		expect(show(decision).split("●")).toHaveLength(spoken + 1);
	});
});

// Those of the installed program are in test/transcripts.
test.each<[file: string, decision: Decision, style?: Partial<Style>]>([
	["cited-and-changing-daily", decisions["cited-and-changing-daily"]],
	["close", decisions.close],
	["hospital-without-prompts", decisions["hospital-without-prompts"]],
	["hospital-without-prompts.ascii", decisions["hospital-without-prompts"], { unicode: false }],
	["hospital-without-prompts.colour", decisions["hospital-without-prompts"], { color: true }],
	["hospital-without-prompts.60-columns", decisions["hospital-without-prompts"], { width: 60 }],
])("%s: as it was", async (file, decision, style) => {
	const report = show(decision, style);
	await expect(`${report}\n`).toMatchFileSnapshot(`transcripts/${file}.txt`);
});

test("what the provider does comes before the reasons", () => {
	const report = show(decideOn({ ...hospital, provider: "openai" }));
	expect(report).toContain("! OpenAI");
	expect(report.indexOf("! OpenAI")).toBeLessThan(report.indexOf("\nWhy\n"));
});

describe("a conclusion in words", () => {
	const base = decisions.hospital;
	const completions = { verdict: 0.83, outlook: 0.9 };
	test.each([
		["settled", {}, "Settled: no further answer can change it."],
		["only the verdict settled", { outlookSettled: false }, "only what to expect later"],
		["not settled", { settled: false, completions }, "8 in 10 give this advice."],
		["not computed", { settled: false, completions: null }, "the open questions can still"],
		["not proved", { settled: false, completions: null }, "is too large to prove which"],
		["clear", { strength: "clear" as const, confidence: 0.91 }, "about 9 in 10 (0.91)"],
		["leaning", { strength: "leaning" as const }, "The facts lean to fine-tuning."],
		["close", { strength: "close" as const, confidence: 0.51 }, "about even (0.51)"],
		["bounds", { total: { ...base.total, exact: false } }, "bounds, not exact"],
		["nothing open", { unknown: [] }, "Every question is answered."],
		[
			"a flip of two",
			{
				flips: [
					{
						verdict: "fine-tuning" as const,
						changes: [
							{ fact: "examples", from: "100", to: "at least 500" },
							{ fact: "evals", from: "unknown", to: "suite" },
						],
					},
				],
			},
			"turn to fine-tuning if labelled examples were at least 500 (now 100) and test set were suite (not known now).",
		],
		[
			"a case",
			{
				cases: [
					{
						id: "a",
						title: "Notes in a clinic",
						outcome: "fine-tuning" as const,
						who: "A firm",
						year: 2025,
						url: "https://example.org/a",
						work: "extract",
						similarity: 0.9,
						why: "The form was their own.",
					},
				],
			},
			"• Notes in a clinic: fine-tuning. The form was their own.",
		],
	])("%s", (_name, change, sentence) => {
		expect(flat(show({ ...base, ...change }))).toContain(sentence);
	});
});

test("what comes from answers cannot reach the terminal", () => {
	const evil = "gp\u001b[2Jt\u001b]8;;https://x\u0007\u009b31m\r\u202e\u0000\u2028x";
	const decision = decisions.close;
	const [reason, ...reasons] = decision.reasons;
	const report = show({
		...decision,
		headline: evil,
		reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }, ...reasons],
		gates: decision.gates.map((gate) => ({ ...gate, because: evil })),
		flips: [{ verdict: "fine-tuning", changes: [{ fact: "model", from: evil, to: evil }] }],
		notices: [{ says: evil, source: evil }],
		steps: decision.steps.map((step) => ({ ...step, why: evil })),
	});
	expect(report).toMatch(/^[^\p{Cf}\p{Zl}]*$/u);
	expect(report.replaceAll("\n", "")).toMatch(/^\P{Cc}*$/u);
});

test("in colour only our own colours are left", () => {
	const coloured = { ...fileStyle, color: true };
	const decision = { ...decisions.close, headline: "a\u001b[31mb\u001b[8m" };
	const printed = report("text", decision, rules, coloured);
	expect(printed).toContain("\u001b[1m");
	expect(printed).toContain(String.raw`a\u001b[31mb\u001b[8m`);
});

test("a name too long for its column is cut, not wrapped", () => {
	const [score, ...scores] = decisions.close.scores;
	const long = {
		...(score as Decision["scores"][number]),
		criterion: `very-${"long-".repeat(20)}`,
	};
	const report = show({ ...decisions.close, scores: [long, ...scores] });
	expect(Math.max(...report.split("\n").map((line) => stringWidth(line)))).toBe(80);
});
