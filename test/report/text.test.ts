import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { pickReasons } from "../../src/report/pick-reasons.ts";
import { report } from "../../src/report/reports.ts";
import { sayConfidence } from "../../src/report/sentences.ts";
import { fileStyle, type Style } from "../../src/report/style.ts";
import { text } from "../../src/report/text/text.ts";
import { capital, sideWords } from "../../src/report/words.ts";
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
	["120 columns", { ...fileStyle, width: 120 }],
	["everything", { ...fileStyle, full: true }],
	["everything in colour at 60 columns", { ...fileStyle, full: true, width: 60, color: true }],
	["without bars", { ...fileStyle, bars: false }],
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
		const { full } = style;
		const titles = [
			decision.headline,
			decision.summary,
			"Why, by row of the table in Lecture 19, Prompt Engineering and Model Fine-Tuning",
			"Scores",
			"The lecture's comparison table",
			...(full ? [`of ${decision.gates.length} done`] : []),
			"What to find out next",
			...(full && decision.flips.length > 0 ? ["What would change the verdict"] : []),
			"What to do",
			"More: ",
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
	test("has the verdict and the main reason on the first screen", () => {
		const first = flat(show(decision).split("\n").slice(0, 24).join("\n"));
		expect(first).toContain(decision.summary);
		expect(first).toContain(sayConfidence(decision));
		for (const { rule } of pickReasons(decision).speaking.slice(0, 1))
			expect(first).toContain(`[${rule}]`);
	});

	test("on one page: the scores, the rows that something speaks to, and three steps", () => {
		const report = flat(show(decision));
		for (const { criterion } of decision.scores)
			expect(report.toLowerCase()).toContain(criterion.replaceAll("-", " "));
		for (const { aspect, speaksFor } of decision.table)
			if (speaksFor !== "neither")
				expect(report).toContain(`${capital(aspect)} ${sideWords[speaksFor]}`);
		const shown = decision.steps.filter(({ title, effort }) =>
			report.includes(`${title} · ${effort}`),
		);
		expect(shown).toEqual(decision.steps.slice(0, 3));
	});

	test("in full: every row with both columns, every gate with what to do, every step", () => {
		const report = flat(show(decision, { full: true }));
		for (const { because, speaksFor } of decision.table)
			expect(report).toContain(speaksFor === "neither" ? because : `Here: ${because}`);
		for (const { state, because, opens } of decision.gates) {
			expect(report).toContain(because);
			expect(report.includes(`To do: ${opens}`)).toBe(state !== "open");
		}
		for (const { title, why, do: todo, stop } of decision.steps)
			for (const part of [title, why, todo, stop]) expect(report).toContain(part);
		const spoken = decision.table.filter(({ speaksFor }) => speaksFor !== "neither").length;
		expect(show(decision, { full: true }).split("●")).toHaveLength(spoken + 1);
	});
});

// Those of the installed program are in test/transcripts.
test.each<[file: string, decision: Decision, style?: Partial<Style>]>([
	["cited-and-changing-daily", decisions["cited-and-changing-daily"]],
	["close", decisions.close],
	["hospital-without-prompts", decisions["hospital-without-prompts"]],
	["hospital-without-prompts.ascii", decisions["hospital-without-prompts"], { unicode: false }],
	["hospital-without-prompts.colour", decisions["hospital-without-prompts"], { color: true }],
	["hospital-without-prompts.full", decisions["hospital-without-prompts"], { full: true }],
	["hospital-without-prompts.60-columns", decisions["hospital-without-prompts"], { width: 60 }],
])("%s: as it was", async (file, decision, style) => {
	const report = show(decision, style);
	await expect(`${report}\n`).toMatchFileSnapshot(`transcripts/${file}.txt`);
});

test.each<[string, Record<string, string>, notice: RegExp]>([
	["before the reasons of fine-tuning", {}, /! OpenAI[\s\S]*\nWhy/],
	["after the steps of better prompts", { prompting: "none" }, /\nWhat to do[\s\S]*! OpenAI/],
])("what a provider stops stands %s", (_name, facts, notice) => {
	expect(show(decideOn({ ...hospital, provider: "openai", ...facts }))).toMatch(notice);
});

test("a closed gate is a reason, whichever way the facts point", () => {
	const decision = decideOn({ goal: "new-knowledge", "knowledge-change": "daily", evals: "none" });
	expect(decision.outlook).toBe("prompt-engineering");
	expect(pickReasons(decision).blocking.map(({ id }) => id)).toEqual(["measurable"]);
	expect(flat(show(decision))).toMatch(
		/Before you fine-tune: [^[]* \(cost and effort\) \[measurable\]/,
	);
});

test("where fine-tuning is ruled out there is no before", () => {
	const decision = decideOn({ "knowledge-change": "daily", evals: "none", "data-rights": "no" });
	expect(pickReasons(decision).blocking).toEqual([]);
	expect(flat(show(decision))).toContain("[data-size.not-to-be-trained-on]");
	expect(flat(show(decision))).not.toContain("Before you fine-tune:");
});

test("answers that cannot both be right come before all that rests on them", () => {
	const report = flat(show(decideOn({ examples: 0, "data-quality": "curated" })));
	const [says] = decideOn({ examples: 0, "data-quality": "curated" }).contradictions;
	expect(report).toContain(`These answers may not fit together: ! ${says?.says}`);
	expect(report.indexOf("These answers may not fit together")).toBeLessThan(report.indexOf("Why,"));
});

test("the first step stands in the headline or below it", () => {
	const lead = decisions.hospital.steps[0]?.title;
	expect(flat(show(decisions.hospital))).toContain(`First: ${lead}`);
	expect(
		show(decideOn({ goal: "new-knowledge", citations: "yes", "knowledge-change": "daily" })).match(
			/First:/g,
		),
	).toHaveLength(1);
});

test.each([
	["a total that would point to fine-tuning", { teacher: "no", examples: 0 }, true],
	["no veto", { teacher: "no", examples: 1 }, false],
	[
		"a total that points to prompts anyway",
		{
			teacher: "no",
			examples: 0,
			spec: "written",
			skills: "software",
			"quality-gap": "small",
			prompting: "basic",
		},
		false,
	],
])("what rules fine-tuning out is said below the total: %s", (_name, facts, isSaid) => {
	const report = flat(show(decideOn({ ...hospital, ...facts })));
	const says = "But data-size.nothing-to-learn-from rules fine-tuning out, whatever the total.";
	expect(report.includes(says)).toBe(isSaid);
});

describe("a conclusion in words", () => {
	// Nothing is left that could rule it out.
	const base = decideOn({ ...hospital, citations: "no", weeks: 12, "budget-usd": 20_000 });
	const open = ["evals", "examples"].map((fact) => ({ fact, couldFlip: true, alone: true }));
	test.each([
		["all answered", { unknown: [] }, "Every question is answered."],
		["settled", {}, "No further answer can change this; that is proven."],
		["only the verdict settled", { outlookSettled: false }, "only what to expect later"],
		["not settled", { settled: false, unknown: open }, "2 open questions can still change"],
		[
			"not proved",
			{ settled: false, unknown: open, completions: null },
			"2 open questions may still",
		],
		[
			"clear",
			{ confidence: 0.91 },
			"Confidence that fine-tuning is the right choice: about 9 in 10.",
		],
		[
			"later",
			{ verdict: "prompt-engineering" as const, confidence: 0.91 },
			"Confidence that fine-tuning is the right choice later: about 9 in 10.",
		],
		[
			"prompts",
			{
				verdict: "prompt-engineering" as const,
				outlook: "prompt-engineering" as const,
				confidence: 0.91,
			},
			"Confidence that prompts are the right choice: about 9 in 10.",
		],
		["close", { confidence: 0.51 }, "Confidence: about even between prompts and fine-tuning."],
		["bounds", { total: { ...base.total, exact: false } }, "is a bound, not exact"],
		[
			"a flip of two",
			{
				flips: [
					{
						verdict: "prompt-engineering" as const,
						given: true,
						changes: [
							{ fact: "examples", from: "50 to 100", to: "at least 500" },
							{ fact: "monthly-requests", from: "10", to: "at least 1,000" },
							{ fact: "evals", from: "unknown", to: "suite" },
						],
					},
				],
			},
			"The verdict would be prompt engineering if labeled examples rose from 50–100 to at least 500, calls a month were to rise from 10 to at least 1,000 and quality check turned out to be suite.",
		],
		[
			"a case",
			{
				cases: [
					{
						id: "a",
						title: "Notes in a clinic",
						outcome: "fine-tuning" as const,
						who: "Roe, Doe, Poe (A firm)",
						year: 2025,
						url: "https://example.org/a",
						work: "extract",
						similarity: 0.9,
						why: "The form was their own.",
					},
				],
			},
			"• Notes in a clinic (Roe, Doe, Poe (A firm), 2025). Outcome: fine-tuning. The form was their own. [a] https://example.org/a",
		],
	])("%s", (_name, change, sentence) => {
		expect(flat(show({ ...base, ...change }, { full: true }))).toContain(sentence);
	});
});

test.each([false, true])("what comes from answers cannot reach the terminal, full: %s", (full) => {
	const evil = "gp\u001b[2Jt\u001b]8;;https://x\u0007\u009b31m\r\u202e\u0000\u2028x";
	const decision = decisions.close;
	const [reason, ...reasons] = decision.reasons;
	const report = show(
		{
			...decision,
			headline: evil,
			reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }, ...reasons],
			gates: decision.gates.map((gate) => ({ ...gate, because: evil })),
			flips: [
				{
					verdict: "fine-tuning",
					given: false,
					changes: [{ fact: "model", from: evil, to: evil }],
				},
			],
			notices: [{ says: evil, source: evil }],
			steps: decision.steps.map((step) => ({
				...step,
				title: evil,
				why: evil,
				do: evil,
				stop: evil,
			})),
			contradictions: [{ facts: [], says: evil }],
			answers: { ...decision.answers, model: { value: evil, from: evil } },
		},
		{ full },
	);
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
