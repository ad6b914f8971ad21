/** What the text report says on its one page, and what it leaves for `--full`. */
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import { fileStyle, type Style } from "../../src/report/style.ts";
import { text } from "../../src/report/text/text.ts";
import { answersOf, cases } from "../built-in.ts";
import { decideOn, decisions, hospital, rules } from "./decisions.ts";

const show = (decision: Decision, style: Partial<Style> = {}) =>
	text(decision, rules, { ...fileStyle, ...style });
const flat = (report: string) => report.replaceAll(/\s+/g, " ");

describe("one page: at most 60 lines of 80 columns", () => {
	const linesOf = (facts: Record<string, unknown>) =>
		text(decide(rules, answersOf(facts), { cases }), rules, fileStyle).split("\n");
	const everything = { ...hospital, work: "extract", modality: "text", run: "ongoing" };
	const more = { citations: "no", latency: "strict", teacher: "yes", "similar-cases": "yes" };
	const numbers = { "monthly-spend-usd": 900, "prompt-tokens": 2000, "output-tokens": 300 };
	const known = { ...everything, ...more, ...numbers, "budget-usd": 20_000, weeks: 12 };
	const hosted = { deployment: "hosted", model: "gpt-4.1-mini", provider: "openai" };
	const all = { ...known, ...hosted, "model-size": "frontier" };

	test.each<[string, Record<string, unknown>]>([
		["nothing known", {}],
		["everything known, for fine-tuning", all],
		[
			"everything known, for prompts",
			{ ...all, prompting: "basic", evals: "none", domain: "general" },
		],
		...cases.map(({ id, facts }): [string, Record<string, unknown>] => [id, facts]),
	])("%s", (_name, facts) => {
		const lines = linesOf(facts);
		const widths = lines.map((line) => stringWidth(line));
		// A link stays in one piece, to be copied; the terminal breaks it.
		const rows = widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / 80)), 0);
		expect(rows, lines.join("\n")).toBeLessThanOrEqual(60);
		const isLink = (line: string | undefined) => /^ {4}https?:/.test(line ?? "");
		expect(Math.max(...widths.filter((_, index) => !isLink(lines[index])))).toBe(80);
	});

	test("everything is known where it says so", () => {
		expect(Object.keys(rules.questions).filter((fact) => !(fact in all))).toEqual([]);
	});
});

test.each<[string, Partial<Style>, string]>([
	["bars", {}, "│"],
	["words for whoever hears it", { bars: false }, "Data size: +4, fine-tuning"],
])("scores as %s", (_name, style, part) => {
	expect(show(decisions.hospital, style)).toContain(part);
});

test("a row says which answers speak in it", () => {
	expect(flat(show(decisions.hospital))).toContain(
		"Required skills fine-tuning upkeep owner: yes; team skills: ml",
	);
	expect(flat(show(decideOn({})))).toContain("Your answers so far don't touch any of its rows.");
});

test("a step says how to start and when to stop, or only the latter where both are long", () => {
	const [step] = decisions.close.steps as [Decision["steps"][number]];
	const shown = (todo: string) =>
		flat(
			show({ ...decisions.close, steps: [{ ...step, do: todo, stop: "Start at 5. Stop at 9." }] }),
		);
	expect(shown("Do this. Then that.")).toContain(`· ${step.effort} Do this. Stop at 9.`);
	expect(shown("Do what takes long to say. ".repeat(3))).toContain(
		"Do what takes long to say. Stop at 9.",
	);
	expect(shown(`Do ${"much ".repeat(80)}.`)).toContain(`· ${step.effort} Stop at 9.`);
});

test("in short a case is who, when, what came of it, and where to read on", () => {
	const who = ["Roe, Doe, Poe (A firm)", "Roe, Doe", "A firm (talk)"];
	const fields = { title: "T", outcome: "fine-tuning" as const, year: 2025, work: null };
	const listed = who.map((name, index) => ({
		...{ ...fields, who: name, similarity: 1, why: "W." },
		...{ id: `case-${index}`, url: `https://example.org/${index}` },
	}));
	const of = (cases: Decision["cases"]) => flat(show({ ...decisions.hospital, cases }));
	expect(of(listed)).toContain(
		"• Roe and others (A firm), 2025: fine-tuning [case-0] https://example.org/0 • Roe, Doe, 2025: fine-tuning [case-1]",
	);
	expect(of(listed)).not.toContain("case-2");
	expect(of(listed.slice(2))).toContain("• A firm, 2025: fine-tuning [case-2]");
});

describe("what to find out next", () => {
	const base = { ...decisions.close, nextQuestion: "latency" };
	const open = ["latency", "weeks"].map((fact) => ({ fact, couldFlip: true, alone: true }));
	test.each<[string, Partial<Decision>, string]>([
		["one of many", { unknown: open }, "[latency] The most telling of 2 questions that can"],
		["the only one", { unknown: open.slice(1) }, "[latency] 1 open question can still change"],
		["not proved", { unknown: open, completions: null }, "[latency] 2 open questions may still"],
		["nothing to ask", { unknown: open, nextQuestion: null }, "next 2 open questions can still"],
		["settled", { settled: true, nextQuestion: null }, "next No further answer can change"],
	])("%s", (_name, change, says) => expect(flat(show({ ...base, ...change }))).toContain(says));
});
