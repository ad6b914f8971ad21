import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { findRecord, formatRecord } from "../../src/core/records/record.ts";
import { adr } from "../../src/report/adr/adr.ts";
import { argueOptions, chosenTitle } from "../../src/report/adr/options.ts";
import { type Format, formatOf } from "../../src/report/formats.ts";
import { escapeMarkdown } from "../../src/report/markdown/escape.ts";
import { sayFlip } from "../../src/report/sentences.ts";
import { fileStyle } from "../../src/report/style.ts";
import { decisions, named, rules, sourcesOf } from "./decisions.ts";

const evil = "a|b`c`<script>*x*\n\n# h\r- @team [l](https://x) --> $1$ &lt; \u001b[31m\u202e\n---";
const show = (decision: Decision, asOf?: string) => adr(decision, rules, fileStyle, { asOf });

/** https://adr.github.io/madr/, version 4. */
const headings = [
	"## Context and Problem Statement",
	"## Decision Drivers",
	"## Considered Options",
	"## Decision Outcome",
	"### Consequences",
	"### Confirmation",
	"### Review",
	"## Pros and Cons of the Options",
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
		const options = argueOptions(decision, rules).map(({ title }) => `### Option: ${title}`);
		expect(report.match(/^##+ .*$/gm)).toEqual([
			...headings.slice(0, -1),
			...options,
			...headings.slice(-1),
		]);
		expect(report.match(/^# .*$/gm)).toEqual([`# ${decision.headline.replace(/\.$/, "")}`]);
		expect(report.endsWith(formatRecord(decision))).toBe(true);
	});

	test("chooses one of the considered options, in the words of the headline", () => {
		const [, chosen] = /^Chosen option: "(.*?)", because [^A-Z]/m.exec(report) ?? [];
		expect(part("## Considered Options")).toContain(`- ${chosen}\n`);
		expect(part("## Decision Outcome")).toContain(`**${decision.headline}**\n`);
	});

	test("argues for and against each option, and gives every driver its points", () => {
		const options = part("## Pros and Cons of the Options").split("\n### ");
		for (const option of options.slice(1))
			expect(option).toMatch(/^.*\n\n(?:- (?:Good|Bad|Neutral), because .*\n*)+$/);
		expect(part("## Decision Drivers").match(/^- \*\*.*\*\* \((?:0|[+−]\d+), /gm)).toHaveLength(
			decision.scores.length,
		);
	});

	test("says what follows for this project, and what the first steps must show", () => {
		const rows = decision.table.flatMap((row) => [row.promptEngineering, row.fineTuning]);
		for (const claim of rows) expect(part("### Consequences")).not.toContain(claim);
		for (const { title, stop, when } of decision.steps)
			expect(part("### Confirmation").includes(`- **${title}:** ${stop}\n`)).toBe(when === "now");
		if (decision.verdict !== decision.outlook)
			for (const { opens, state } of decision.gates)
				expect(part("### Consequences").includes(`Before fine-tuning: ${opens}`)).toBe(
					state !== "open",
				);
	});

	test("cites only what it lists, and lists only what it cites", () => {
		const { cited, listed } = sourcesOf(report, "## More Information");
		expect(cited).toEqual(listed);
		expect(listed.length).toBeLessThanOrEqual(15);
	});

	test("has no HTML besides the record", () => {
		expect(report.slice(0, report.indexOf("<!-- should-i-finetune"))).not.toMatch(/[<>]/);
	});
});

describe("the day", () => {
	test("is written only when one was asked for", () => {
		expect(show(decisions.close)).toMatch(
			/^---\nstatus: proposed\ndecision-makers: the project team\n---\n\n# /,
		);
		expect(show(decisions.close, "2026-11-22")).toMatch(
			/^---\nstatus: proposed\ndate: 2026-11-22\n/,
		);
		expect(show(decisions.close, "2026-11-22\nx: y")).not.toContain("x: y");
	});

	test("of the review is the next one on which an offer changes, or the end of the interval", () => {
		const quiet: Decision = { ...decisions.close, notices: [], strength: "leaning", state: "tune" };
		const interval = "default review interval for a tentative decision";
		expect(show(decisions.close)).toContain(
			"Review by: 2027-01-06 (what the provider offers changes).",
		);
		expect(show(quiet, "2026-08-31")).toContain(`Review by: 2027-02-28 (${interval}).`);
		expect(show(quiet)).toContain(`Review: after 6 months (${interval}).`);
	});

	test("comes with the answers and changes that are worth it", () => {
		for (const flip of decisions.close.flips)
			expect(show(decisions.close)).toContain(escapeMarkdown(sayFlip(flip, rules)));
		expect(show(decisions["almost-nothing-known"])).toContain("An answer is still missing: ");
	});
});

test("what comes from answers starts no markup", () => {
	const [reason] = decisions.hospital.reasons;
	const [gate] = decisions.hospital.gates;
	const decision: Decision = {
		...decisions.hospital,
		title: evil,
		contradictions: [{ facts: ["goal"], says: evil }],
		reasons: [{ ...(reason as Decision["reasons"][number]), because: evil }],
		gates: [{ ...(gate as Decision["gates"][number]), state: "closed", because: evil }],
		flips: [
			{ verdict: "fine-tuning", given: false, changes: [{ fact: "model", from: evil, to: evil }] },
		],
		notices: [{ says: evil, source: evil }],
		answers: { model: { value: evil, from: evil } },
	};
	const report = show(decision);
	const body = report.slice(0, report.lastIndexOf("<!-- should-i-finetune"));
	expect(body).not.toMatch(/[<>\u202e\r]|@team|https:\/\/x|(?<!\\)`c/);
	expect(body).not.toContain("\u001b");
	expect(body.match(/^(?:# h|- @|---).*$/gm)).toEqual(["---", "---"]);
	expect(report.match(/^## .*$/gm)).toEqual(headings.filter((line) => line.startsWith("## ")));
	expect(findRecord(report)?.text).toContain("answers:");
});

describe("the considered options", () => {
	const steps = (...measures: Decision["steps"][number]["measure"][]): Decision["steps"] =>
		measures.map((measure) => ({
			...(decisions.hospital.steps[0] as Decision["steps"][number]),
			measure,
			title: `A step of ${measure}.`,
		}));
	const always = [
		"Improve the prompts",
		"Improve the prompts with retrieval",
		"Cache, batch or use a smaller stock model",
		"Fine-tune, beginning with a small pilot",
	];
	const wait = "Prompts for now; expect to fine-tune";

	test.each<[string, Partial<Decision>, string, string | undefined]>([
		[
			"prompts",
			{ steps: steps("evals", "instructions", "retrieval") },
			always[0] as string,
			undefined,
		],
		[
			"retrieval",
			{ steps: steps("evals", "retrieval", "examples") },
			always[1] as string,
			undefined,
		],
		["a cheaper way", { steps: steps("caching") }, always[2] as string, undefined],
		["no step that tells", { steps: [] }, always[0] as string, undefined],
		[
			"waiting",
			{ state: "prompts-then-tune", outlook: "fine-tuning", headline: `${wait}.` },
			wait,
			wait,
		],
		[
			"fine-tuning ruled out",
			{ state: "prompts-then-tune", outlook: "fine-tuning", headline: "Never." },
			"Never",
			"Never",
		],
		["fine-tuning", { ...decisions.hospital }, always[3] as string, wait],
		["nothing to do", { state: "keep" }, "Keep what you have", "Keep what you have"],
		[
			"a trial",
			{ state: "too-early", verdict: "fine-tuning", steps: steps("trial") },
			"A step of trial",
			"A step of trial",
		],
		[
			"no trial",
			{ state: "too-early", verdict: "fine-tuning", steps: [] },
			always[0] as string,
			undefined,
		],
	])("with %s", (_name, change, chosen, added) => {
		const decision = { ...decisions["cited-and-changing-daily"], ...change };
		const titles = argueOptions(decision, rules).map(({ title }) => title);
		expect(titles).toEqual(expect.arrayContaining([...always, ...(added ? [added] : [])]));
		expect(titles).toHaveLength(always.length + (added ? 1 : 0));
		expect(chosenTitle(decision, rules)).toBe(chosen);
	});
});

describe("the file", () => {
	test.each([
		["docs/adr/0007.md", "`should-i-finetune check 0007.md`"],
		[String.raw`docs\adr\0007.md`, "`should-i-finetune check 0007.md`"],
		["a `b`.md", "`should-i-finetune check` on this file"],
		[undefined, "`should-i-finetune check` on this file"],
	])("%s is named in its own command", (file, command) =>
		expect(adr(decisions.close, rules, fileStyle, { file })).toContain(`${command} decides again`),
	);
});

test.each(named)("one page: %s", (_name, decision) => {
	const [body = ""] = adr(decision, rules, fileStyle, { brief: true }).split(
		"\n<!-- should-i-finetune\n",
	);
	expect(body.match(/^##+ .*$/gm)).toEqual([
		"## Context and Problem Statement",
		"## Considered Options",
		"## Decision Outcome",
		"### Consequences",
		"## More Information",
	]);
	expect(body.match(/^\d+\. /gm)).toHaveLength(Math.min(3, decision.steps.length));
	expect(body).toContain("\nReview");
	expect(body.split("\n").length).toBeLessThanOrEqual(60);
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
