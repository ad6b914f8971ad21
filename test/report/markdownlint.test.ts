/** What is pasted into a repository passes the linter that many run there; only long lines are ours. */
import { lint } from "markdownlint/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { ComparedCase } from "../../src/core/cases/case-index.ts";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import { type CheckedRecord, recordStates } from "../../src/core/records/check-record.ts";
import { builtInCases, readCases } from "../../src/io/read-cases.ts";
import { formatChecks } from "../../src/report/records/reports.ts";
import { report } from "../../src/report/reports.ts";
import { fileStyle } from "../../src/report/style.ts";
import { answersOf } from "../built-in.ts";
import { decisions, named, rules } from "./decisions.ts";

const config = { default: true, MD013: false };

function faultsIn(text: string): string[] {
	const { document = [] } = lint({ strings: { document: text }, config });
	return document.map(
		({ lineNumber, ruleNames, ruleDescription }) =>
			`${ruleNames[0]} ${ruleDescription}: ${text.split("\n")[lineNumber - 1]}`,
	);
}

const kinds = (["markdown", "adr"] as const).flatMap((format) =>
	[false, true].map((brief) => ({ format, brief })),
);

const faultsOf = (decision: Decision): string[] =>
	kinds.flatMap(({ format, brief }) => {
		const assets = { brief, asOf: "2026-11-22", file: "docs/adr/0007.md" };
		return faultsIn(`${report(format, decision, rules, fileStyle, assets)}\n`);
	});

test.each(named)("%s", (_name, decision) => expect(faultsOf(decision)).toEqual([]));

describe("published cases", () => {
	let cases: ComparedCase[];
	beforeAll(async () => {
		const read = await readCases(builtInCases, rules.questions);
		cases = read.ok ? read.value : [];
	});

	test("every fifteenth, with its nearest", () => {
		const some = cases.filter((_, place) => place % 15 === 0);
		expect(some.length).toBeGreaterThanOrEqual(15);
		for (const { id, title, facts } of some)
			expect(faultsOf(decide(rules, answersOf(facts, rules), { cases, title })), id).toEqual([]);
	});
});

test.each([
	"Bot.",
	"Bot: refunds!",
	"# Bot",
	"1. Bot",
	"- Bot",
	"<b>Bot</b> *x* _y_ `z` | w",
	"https://example.org",
	"Bot ",
	"...",
	"What is it?",
	"==",
])("with the title %j", (title) =>
	expect(faultsOf({ ...decisions["almost-nothing-known"], title })).toEqual([]),
);

test("what check found", () => {
	const side = "fine-tuning" as const;
	const was = { ruleset: "built-in 1", verdict: side, outlook: side, confidence: 0.6 };
	const compared = {
		was,
		is: { ...was, confidence: 0.7 },
		differences: { reasons: [], gates: [], events: { appeared: [], vanished: [] } },
	};
	const records: CheckedRecord[] = recordStates.map((state, line) => ({
		file: "docs/a.md",
		line,
		state,
		findings: state === "unchanged" ? [] : [{ state, says: `It is ${state}. See https://a.org.` }],
		isRefreshed: false,
		...(state !== "broken" && { compared }),
	}));
	const run = { ruleset: "built-in 1", asOf: "2026-11-22", files: 1, isWriting: false };
	for (const shown of [records, []])
		expect(
			faultsIn(
				`${formatChecks("markdown", { ...run, records: shown, without: ["b.md"] }, fileStyle)}\n`,
			),
		).toEqual([]);
});

test("the linter sees what it should", () =>
	expect(faultsIn("text\n# Title.\n**Bold**\n")).not.toEqual([]));
