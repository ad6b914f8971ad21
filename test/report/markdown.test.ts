import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { findRecord, formatRecord } from "../../src/core/records/record.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { type Assets, fileStyle } from "../../src/report/style.ts";
import { aCase, decisions, named, rules, sourcesOf } from "./decisions.ts";

const show = (decision: Decision, assets: Assets = {}) =>
	markdown(decision, rules, fileStyle, assets);

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

	test("begins with its title and the verdict in bold, and ends with its record", () => {
		const [title, , verdict] = report.split("\n");
		expect(title).toBe(`# ${decision.headline.replace(/\.$/, "")}`);
		expect(verdict?.startsWith(`**${decision.headline}** `)).toBe(true);
		expect(report.endsWith(formatRecord(decision))).toBe(true);
		expect(report.match(/^# /gm)).toHaveLength(1);
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
		const { cited, listed } = sourcesOf(report, "## Sources");
		expect(cited).toEqual(listed);
		expect(listed.length).toBeLessThanOrEqual(15);
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
		const steps = report.split("## Next steps")[1]?.split("\n## ")[0];
		const numbers = steps?.match(/^\d+(?=\. \*\*)/gm)?.map(Number) ?? [];
		expect(numbers).toEqual(decision.steps.map((_, index) => index + 1));
	});
});

test("marks the lecture and those who gain from an answer", () => {
	const report = markdown(decisions.hospital, rules);
	const [, list = ""] = report.split("## Sources");
	expect(list).toMatch(
		/^1\. .*\(lecture\)\. A claim with no other source is the lecture's own\.$/m,
	);
	expect(list).toContain("**Conflict of interest:**");
	expect(report).toMatch(/^The lecture, .* \(source 1\), compares/m);
});

test("what comes from answers starts no markup", () => {
	const [reason] = decisions.hospital.reasons;
	const decision: Decision = {
		...decisions.hospital,
		title: evil,
		contradictions: [{ facts: ["goal"], says: evil }],
		cases: [{ ...aCase, title: evil, who: evil, url: "javascript:alert(1)", why: evil }],
		notices: [{ says: evil, source: evil }],
		reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }],
		flips: [
			{ verdict: "fine-tuning", given: false, changes: [{ fact: "model", from: evil, to: evil }] },
		],
		answers: { model: { value: evil, from: evil } },
	};
	const report = markdown(decision, rules);
	const body = report.slice(0, report.lastIndexOf("<!-- should-i-finetune"));
	expect(body).not.toMatch(/[<>\u202e\r]|@team|https:\/\/x|(?<!\\)`c/);
	expect(body).not.toContain("\u001b");
	expect(body).not.toMatch(/^# h|^- @/m);
	const answers = body.split("## Answers")[1]?.split("##")[0]?.trim().split("\n");
	expect(answers).toHaveLength(3);
	expect(answers?.[2]?.split(/(?<!\\)\|/)).toHaveLength(5);
	expect(findRecord(report)?.text).toContain("answers:");
});

describe("where it stands", () => {
	const positions = (report: string, titles: string[]) =>
		titles.map((title) => report.indexOf(`\n${title}`));
	const notices = [{ says: "The provider stops.", source: "a page" }];
	const cases = [aCase];
	const contradictions = [{ facts: ["evals", "prompting"], says: "Both cannot be." }];
	const whole = { ...decisions.hospital, notices, cases, contradictions };

	test.each<[Decision["verdict"], string[]]>([
		["fine-tuning", ["**Some answers", "## What the provider offers", "## Why", "## Next steps"]],
		[
			"prompt-engineering",
			["**Some answers", "## Why", "## Next steps", "## What the provider offers"],
		],
	])("of a decision for %s", (verdict, order) => {
		const found = positions(show({ ...whole, verdict }), order);
		expect(found).toEqual(found.toSorted((a, b) => a - b));
		expect(found).not.toContain(-1);
	});

	test("contradictions name their facts, cases who, when and where", () => {
		expect(show(whole)).toContain(
			"Check them first:\n\n- Both cannot be. (quality check, prompting so far)\n",
		);
		expect(show(whole)).toContain(
			"- [Names in scans](https://example.org/a), A firm, 2025. Fine-tuning. The same.",
		);
	});
});

describe("the head", () => {
	test("is the project's name where it has one", () => {
		expect(show({ ...decisions.close, title: "Support bot: refunds." })).toMatch(
			/^# Support bot: refunds\n\n\*\*Prompts for now; too early to say more\.\*\* /,
		);
	});

	test.each([
		[
			"without a day",
			{},
			"- Status: proposed\n- Owner: the project team\n- Review by: 2027-01-06 (",
		],
		[
			"with one",
			{ asOf: "2026-10-01" },
			"- Status: proposed\n- Date: 2026-10-01\n- Owner: the project team\n- Review by: 2027-01-01 (default review interval for a close decision)\n",
		],
		["with no day at all", { asOf: "today\n# h" }, "- Status: proposed\n- Owner"],
	])("tells status, day, owner and review %s", (_name, assets, expected) =>
		expect(show(decisions.close, assets)).toContain(expected),
	);
});

describe.each(named)("one page: %s", (_name, decision) => {
	const report = show(decision, { brief: true, asOf: "2026-11-22" });
	const hasNotices = decision.verdict === "fine-tuning" && decision.notices.length > 0;
	const [body = "", record] = report.split("\n<!-- should-i-finetune\n");

	test("has headline, three reasons, all gates and three steps on some forty lines", () => {
		const provider = hasNotices ? ["## What the provider offers"] : [];
		expect(body.match(/^#+ .*$/gm)?.slice(1)).toEqual([
			...provider,
			"## Why",
			"## Before you fine-tune",
			"## Next steps",
		]);
		expect(body).toContain(`**${decision.headline}**`);
		expect(body).not.toContain("undefined");
		const [, why = ""] = body.split("## Why");
		expect(why.split("##")[0]?.match(/^- /gm)?.length).toBeLessThanOrEqual(3);
		expect(body.match(/^\| .* \| (?:Done|Not yet|Not known) \|$/gm)).toHaveLength(
			decision.gates.length,
		);
		expect(body.match(/^\d+\. /gm)).toHaveLength(Math.min(3, decision.steps.length));
		expect(body.split("\n").length).toBeLessThanOrEqual(50);
		expect(record).toContain("answers:");
	});
});
