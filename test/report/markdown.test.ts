import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { findRecord, formatRecord } from "../../src/core/records/record.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { decisions, named, rules, sourcesOf } from "./decisions.ts";

const evil = "a|b`c`<script>*x*\n\n# h\r- @team [l](https://x) <!-- --> $1$ &lt; \u001b[31m\u202e";

test.each(["almost-nothing-known", "close", "hospital-without-prompts"] as const)(
	"%s: as it was",
	async (name) => {
		const report = markdown(decisions[name], rules);
		await expect(`${report}\n`).toMatchFileSnapshot(`transcripts/${name}.md`);
	},
);

describe.each(named)("%s", (_name, decision) => {
	const report = markdown(decision, rules);

	test("begins at level 2 with the verdict in bold, and ends with its record", () => {
		const [title, , verdict] = report.split("\n");
		expect(title).toMatch(/^## /);
		expect(verdict?.startsWith(`**${decision.headline}**`)).toBe(true);
		expect(report.endsWith(formatRecord(decision))).toBe(true);
		expect(report.match(/^#{1,2} /gm)).toEqual(["## "]);
	});

	test("has no HTML besides the record", () => {
		const body = report.slice(0, report.indexOf("<!-- should-i-finetune"));
		expect(body).not.toMatch(/[<>]/);
	});

	test("gives every row of a table as many cells as its head", () => {
		for (const table of report.match(/(?:^\|.*\n)+/gm) ?? []) {
			const cells = table
				.trim()
				.split("\n")
				.map((row) => row.split(/(?<!\\)\|/).length);
			expect(new Set(cells).size).toBe(1);
		}
	});

	test("cites only what it lists, and lists only what it cites", () => {
		const { cited, listed } = sourcesOf(report, "### Sources");
		expect(cited).toEqual(listed);
	});

	test("has the speaking cells in bold", () => {
		for (const { speaksFor, promptEngineering, fineTuning } of decision.table) {
			expect(report.includes(`| **${promptEngineering}** |`)).toBe(
				speaksFor === "prompt-engineering",
			);
			expect(report.includes(`| **${fineTuning}** |`)).toBe(speaksFor === "fine-tuning");
		}
	});

	test("ticks the gates that are open", () => {
		const open = decision.gates.filter(({ state }) => state === "open").length;
		expect(report.match(/^- \[x\] /gm) ?? []).toHaveLength(open);
		expect(report.match(/^- \[ \] /gm) ?? []).toHaveLength(decision.gates.length - open);
	});

	test("numbers every step through", () => {
		const [, steps = ""] = report.split("### What to do");
		const numbers = [...steps.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number));
		expect(numbers).toEqual(decision.steps.map((_, index) => index + 1));
	});
});

test("marks the lecture and those who gain from an answer", () => {
	const report = markdown(decisions.hospital, rules);
	const [, list = ""] = report.split("### Sources");
	expect(list).toMatch(
		/^\n\n1\. .*\(lecture\)\. What rests on this alone is the lecture's claim\.$/m,
	);
	expect(list).toContain("**Conflict of interest:**");
	expect(report).toContain("1 (the lecture)");
});

test("what comes from answers starts no markup", () => {
	const [reason] = decisions.hospital.reasons;
	const decision: Decision = {
		...decisions.hospital,
		reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }],
		flips: [{ verdict: "fine-tuning", changes: [{ fact: "model", from: evil, to: evil }] }],
		answers: { model: { value: evil, from: evil } },
	};
	const report = markdown(decision, rules);
	const body = report.slice(0, report.lastIndexOf("<!-- should-i-finetune"));
	expect(body).not.toMatch(/[<>\u202e\r]|@team|https:\/\/x|(?<!\\)`c/);
	expect(body).not.toContain("\u001b");
	expect(body).not.toMatch(/^# h|^- @/m);
	const answers = body.split("### Answers")[1]?.split("###")[0]?.trim().split("\n");
	expect(answers).toHaveLength(3);
	expect(answers?.[2]?.split(/(?<!\\)\|/)).toHaveLength(6);
	expect(findRecord(report)?.text).toContain("answers:");
});
