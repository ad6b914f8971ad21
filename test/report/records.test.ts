/** What `check` found, in each of its formats. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showInvisible } from "../../src/core/harmless.ts";
import {
	type CheckedFiles,
	type CheckedRecord,
	type RecordState,
	recordStates,
} from "../../src/core/records/check-record.ts";
import { escapeXml } from "../../src/report/records/junit.ts";
import { formatChecks } from "../../src/report/records/reports.ts";
import { elements, parseXml } from "./xml.ts";

const evil =
	"a%b\r\n::error file=x::y, c:d\n##[add-mask]z <b a=\"1\" c='2'> & ]]> @team | `x` \u0000\u001b[31m\u202e\ud800\uffff";
const style = { width: 60, color: false, unicode: true };

const record = (state: RecordState, changes: Partial<CheckedRecord> = {}): CheckedRecord => ({
	file: "docs/a.md",
	line: 3,
	state,
	findings: state === "unchanged" ? [] : [{ state, says: `It is ${state}.` }],
	isRefreshed: false,
	...changes,
});

const run = (records: CheckedRecord[], changes: Partial<CheckedFiles> = {}): CheckedFiles => ({
	ruleset: "built-in 1",
	asOf: "2026-11-22",
	records,
	without: [],
	files: 1,
	isWriting: false,
	...changes,
});

const evilRun = run(
	[
		record("broken", {
			file: `docs/${evil}.md`,
			findings: [{ state: "broken", says: evil, at: { file: evil, line: 7, column: 2 } }],
		}),
		record("moved", { findings: [{ state: "moved", says: evil }] }),
	],
	{ without: [evil], ruleset: evil },
);

describe("JUnit", () => {
	test("reads back: a suite for each file, a case for each record", () => {
		const { line: _, ...fileOnly } = record("broken", { file: "b.md" });
		const records = [...recordStates.map((state) => record(state)), fileOnly];
		const root = parseXml(formatChecks("junit", run(records, { without: ["c.md"] }), style));
		const counted = { tests: "9", failures: "4", errors: "3", skipped: "1" };
		expect(root.attributes).toMatchObject(counted);
		const suites = elements(root, "testsuite");
		expect(suites.map(({ attributes }) => attributes.name)).toEqual(["docs/a.md", "b.md", "c.md"]);
		for (const suite of suites) {
			const count = (name: string) => String(elements(suite, name).length);
			expect(suite.attributes).toMatchObject({
				tests: count("testcase"),
				failures: count("failure"),
				errors: count("error"),
				skipped: count("skipped"),
			});
		}
		expect(elements(root, "failure").map(({ attributes }) => attributes.type)).toEqual([
			"stale",
			"edited",
			"moved",
			"unexpected",
		]);
		expect(elements(root, "testcase")[0]?.attributes).toMatchObject({
			name: "record 1",
			classname: "docs/a.md",
			file: "docs/a.md",
			line: "3",
		});
	});

	test("holds what is hostile as text", () => {
		const root = parseXml(formatChecks("junit", evilRun, style));
		expect(elements(root, "testsuite")).toHaveLength(3);
		expect(elements(root, "b")).toEqual([]);
		expect(elements(root, "failure")[0]?.text).toContain("<b a=\"1\" c='2'> & ]]>");
	});

	test("any text comes back, with what cannot be seen spelt out", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const { attributes, text: inside } = parseXml(
					`<?xml version="1.0" encoding="UTF-8"?><a b="${escapeXml(text)}">${escapeXml(text)}</a>`,
				);
				const kept = showInvisible(text);
				expect(attributes.b).toBe(kept);
				expect(inside).toBe(kept);
			}),
		);
	});
});

/** As the runner reads a line: https://github.com/actions/runner, ActionCommand. */
function readCommand(line: string) {
	const [, name = "", given = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
	const decode = (text: string) =>
		text
			.replaceAll("%2C", ",")
			.replaceAll("%3A", ":")
			.replaceAll("%0A", "\n")
			.replaceAll("%0D", "\r")
			.replaceAll("%25", "%");
	const properties = Object.fromEntries(
		given.split(",").map((pair) => {
			const [key = "", ...value] = pair.split("=");
			return [key, decode(value.join("="))];
		}),
	);
	return { name, properties, message: decode(data) };
}

describe("annotations", () => {
	test("stand at the line of the record, or where it is broken", () => {
		const broken = record("broken", {
			findings: [{ state: "broken", says: "Bad.", at: { file: "docs/a.md", line: 30, column: 5 } }],
		});
		const lines = formatChecks(
			"github",
			run([record("unchanged"), record("moved"), broken], { without: ["b.md"] }),
			style,
		).split("\n");
		expect(lines).toEqual([
			"::warning file=docs/a.md,line=3,title=Recorded decision%3A moved::docs/a.md:3 is moved.%0AIt is moved.",
			"::error file=docs/a.md,line=30,col=5,title=Recorded decision%3A broken::docs/a.md:3 is broken.%0ABad. (docs/a.md:30:5)",
			"::notice file=b.md::b.md contains no recorded decision.",
			"3 records in 1 file: 1 broken, 1 moved and 1 unchanged.",
		]);
	});

	test("hostile text starts no command and no property", () => {
		const lines = formatChecks("github", evilRun, style).split("\n");
		expect(lines).toHaveLength(4);
		const commands = lines.slice(0, 3).map(readCommand);
		expect(commands.map(({ name }) => name)).toEqual(["error", "warning", "notice"]);
		expect(commands[0]?.properties.file).toBe(`docs/${evil.replaceAll("##[", "## [")}.md`);
		expect(Object.keys(commands[0]?.properties ?? {})).toEqual(["file", "line", "col", "title"]);
		expect(lines.join("\n")).not.toMatch(/##\[/);
	});

	test("every property comes back as it was", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (file) => {
				const [line = ""] = formatChecks("github", run([record("moved", { file })]), style).split(
					"\n",
				);
				expect(readCommand(line).properties).toMatchObject({
					file: file.replaceAll("##[", "## ["),
					line: "3",
				});
			}),
		);
	});
});

describe("Markdown", () => {
	test("is a table of records and what was found of each", () => {
		const text = formatChecks("markdown", run([record("unchanged"), record("moved")]), style);
		expect(text).toContain("| docs/a.md:3 | moved |");
		expect(text).toContain("- **docs/a.md:3:** It is moved.");
		expect(text).not.toContain("It is unchanged.");
	});

	test("what is hostile starts no markup and names nobody", () => {
		const text = formatChecks("markdown", evilRun, style);
		expect(text).not.toMatch(/[<>\u202e]|(?!\n)\p{Cc}|@team/u);
		expect(text.match(/^#/gm)).toHaveLength(1);
		const rows = text.split("\n").filter((line) => line.startsWith("|"));
		expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1);
	});
});

describe("text", () => {
	test("is wrapped, without codes and control characters", () => {
		const text = formatChecks("text", evilRun, style);
		expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
	});

	test("is ASCII where nothing else can be shown", () => {
		const sides = { verdict: "fine-tuning", outlook: "fine-tuning" } as const;
		const was = { ruleset: "a", confidence: 0.6, ...sides };
		const moved = record("moved", {
			compared: {
				was,
				is: was,
				differences: {
					reasons: [{ rule: "cost.a", before: null, after: -2 }],
					gates: [],
					events: { appeared: [], vanished: [] },
				},
			},
		});
		const plain = formatChecks("text", run([moved]), { ...style, unicode: false });
		expect(plain).toContain("New reason: cost.a (-2).");
		expect(plain).toMatch(/^[\n -~]*$/);
		expect(formatChecks("text", run([moved]), { ...style, color: true })).toContain("\u001b[");
	});
});
