import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { findRecord, formatRecord } from "../../src/core/records/record.ts";
import { adr } from "../../src/report/adr/adr.ts";
import { type Format, formatOf } from "../../src/report/formats.ts";
import { fileStyle } from "../../src/report/style.ts";
import { decisions, named, rules, sourcesOf } from "./decisions.ts";

const evil = "a|b`c`<script>*x*\n\n# h\r- @team [l](https://x) --> $1$ &lt; \u001b[31m\u202e\n---";
const show = (decision: Decision, asOf?: string) => adr(decision, rules, fileStyle, { asOf });

/** https://adr.github.io/madr/, version 4; the last of level 3 are the options. */
const headings = [
	"## Context and Problem Statement",
	"## Decision Drivers",
	"## Considered Options",
	"## Decision Outcome",
	"### Consequences",
	"### Confirmation",
	"### Re-decide by",
	"## Pros and Cons of the Options",
	"### Improve the prompts",
	"### Start with prompts; expect to fine-tune",
	"### Fine-tune, beginning with a small pilot",
	"## More Information",
];

test("as it was", async () => {
	await expect(`${show(decisions["hospital-without-prompts"])}\n`).toMatchFileSnapshot(
		"transcripts/hospital-without-prompts.adr.md",
	);
});

describe.each(named)("%s", (_name, decision) => {
	const report = show(decision);
	const part = (title: string) => report.split(`${title}\n`)[1]?.split("\n## ")[0] ?? "";

	test("has the layout of MADR, in its order, and ends with its record", () => {
		expect(report.match(/^##+ .*$/gm)).toEqual(headings);
		expect(report.match(/^# .*$/gm)).toEqual([`# ${decision.headline.replace(/\.$/, "")}`]);
		expect(report.endsWith(formatRecord(decision))).toBe(true);
	});

	test("chooses one of the considered options", () => {
		const [, chosen] = /^Chosen option: "(.*?)", because [^A-Z]/m.exec(report) ?? [];
		expect(part("## Considered Options")).toContain(`- ${chosen}\n`);
		expect(chosen).toBe(decision.headline.replace(/\.$/, ""));
	});

	test("gives every reason for one side, and every driver its points", () => {
		for (const { rule } of decision.reasons)
			expect(part("## Pros and Cons of the Options")).toMatch(
				new RegExp(String.raw`^- Good, because .*; \`${rule}\``, "m"),
			);
		expect(part("## Decision Drivers").match(/^- /gm)).toHaveLength(decision.scores.length);
	});

	test("names what stands in the way", () => {
		for (const { asks, state, opens } of decision.gates)
			expect(part("### Confirmation").includes(`${asks} ${opens}`)).toBe(state !== "open");
	});

	test("cites only what it lists, and lists only what it cites", () => {
		const { cited, listed } = sourcesOf(report, "## More Information");
		expect(cited).toEqual(listed);
	});

	test("has no HTML besides the record", () => {
		expect(report.slice(0, report.indexOf("<!-- should-i-finetune"))).not.toMatch(/[<>]/);
	});
});

describe("the day", () => {
	test("is written only when one was asked for", () => {
		expect(show(decisions.close)).toMatch(/^---\nstatus: proposed\n---\n\n# /);
		expect(show(decisions.close, "2026-11-22")).toMatch(
			/^---\nstatus: proposed\ndate: 2026-11-22\n---\n\n# /,
		);
		expect(show(decisions.close, "2026-11-22\nx: y")).not.toContain("x: y");
	});

	test("to decide again is the next one on which an offer changes, or the end of a habit", () => {
		const quiet = { ...decisions.close, notices: [], strength: "leaning" as const };
		expect(show(decisions.close)).toContain("Latest on **2027-01-06**");
		expect(show(quiet, "2026-08-31")).toContain("Latest on **2027-02-28**, 6 months on");
		expect(show(quiet, "2026-11-22")).toContain("Latest on **2027-05-22**, 6 months on");
		expect(show(decisions.close, "2026-10-01")).toContain("Latest on **2027-01-01**, 3 months on");
		expect(show(quiet)).toContain(
			"When one of these happens:\n\n- 6 months have passed: our habit",
		);
	});

	test("comes with the answers and changes that are worth it", () => {
		for (const flip of decisions.close.flips)
			for (const { to } of flip.changes) expect(show(decisions.close)).toContain(`were ${to} (`);
		expect(show(decisions["almost-nothing-known"])).toContain("An answer becomes known, above all");
	});
});

test("what comes from answers starts no markup", () => {
	const [reason] = decisions.hospital.reasons;
	const [gate] = decisions.hospital.gates;
	const decision: Decision = {
		...decisions.hospital,
		reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }],
		gates: [{ ...(gate as Decision["gates"][number]), state: "closed", because: evil }],
		flips: [{ verdict: "fine-tuning", changes: [{ fact: "model", from: evil, to: evil }] }],
		notices: [{ says: evil, source: evil }],
		answers: { model: { value: evil, from: evil } },
	};
	const report = show(decision);
	const body = report.slice(0, report.lastIndexOf("<!-- should-i-finetune"));
	expect(body).not.toMatch(/[<>\u202e\r]|@team|https:\/\/x|(?<!\\)`c/);
	expect(body).not.toContain("\u001b");
	expect(body.match(/^(?:# h|- @|---).*$/gm)).toEqual(["---", "---"]);
	expect(report.match(/^##+ .*$/gm)).toEqual(headings);
	expect(findRecord(report)?.text).toContain("answers:");
});

describe("the format of a file", () => {
	test.each<[string, Format | undefined, Format | undefined]>([
		["x.md", undefined, "markdown"],
		["x.md", "adr", "adr"],
		["x.MARKDOWN", "adr", "adr"],
		["x.md", "json", "markdown"],
		["x.json", "adr", "json"],
		["x.html", "adr", "html"],
		["x.HTM", undefined, "html"],
		["x.rst", "adr", "adr"],
		["x.rst", undefined, undefined],
	])("%s with --format %s: %s", (file, asked, expected) =>
		expect(formatOf(file, asked)).toBe(expected),
	);
});
