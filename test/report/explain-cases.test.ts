/** The list of published cases, and what is said of one. */
import { describe, expect, test } from "vitest";
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { isUnscored } from "../../src/core/cases/case-weights.ts";
import { caseCounts, caseLine, filterCases } from "../../src/report/explain/cases.ts";
import { explainId } from "../../src/report/explain/explain.ts";
import { fileStyle } from "../../src/report/style.ts";
import { columnsOf } from "../../src/report/text/columns.ts";
import { labelOf } from "../../src/report/words.ts";
import { cases, rules } from "../built-in.ts";

const base = cases.find(({ id }) => id === "airbnb-test-migration") as PublishedCase;
const caseOf = (
	id: string,
	change: Partial<PublishedCase> & { who?: string; year?: number } = {},
) => {
	const { who = "A firm", year = 2025, ...rest } = change;
	return { ...base, id, title: `Case ${id}`, ...rest, source: { ...base.source, who, year } };
};

describe("the list", () => {
	test.each([
		["everything", {}, 299],
		["a kind of work", { work: "rank" }, 8],
		["a kind of work that no case is about", { work: "none" }, 0],
		["an outcome", { outcome: "fine-tuning" }, 149],
		["both", { work: "converse", outcome: "prompt-engineering" }, 1],
	] as const)("of %s", (_name, filter, expected) =>
		expect(filterCases(cases, filter)).toHaveLength(expected),
	);

	test("has fine-tuning first, then the newest, then the id", () => {
		const prompts = { outcome: "prompt-engineering" } as const;
		const tuned = { outcome: "fine-tuning" } as const;
		const some = [
			caseOf("a", prompts),
			caseOf("c", tuned),
			caseOf("b", tuned),
			caseOf("d", { ...tuned, year: 2026 }),
		];
		expect(filterCases(some, {}).map(({ id }) => id)).toEqual(["d", "b", "c", "a"]);
	});

	test.each([80, 100, 120])("is a line for each case, within %s columns", (width) => {
		for (const published of cases) {
			const line = caseLine(published, { ...fileStyle, width });
			expect(columnsOf(line), line).toBeLessThanOrEqual(width);
			expect(line).toMatch(/^(fine-tuning|prompts {4}) 20\d\d \S/);
			expect(line.endsWith(` [${published.id}]`)).toBe(true);
		}
	});

	const tuned = { outcome: "fine-tuning", title: "Small model" } as const;
	test.each([
		["who alone", caseOf("a", tuned), "A firm: Small model"],
		["brackets", caseOf("a", { ...tuned, who: "Firm (Jane Doe, talk)" }), "Firm: Small model"],
		["a partner", caseOf("a", { ...tuned, who: "Firm with AWS" }), "Firm: Small model"],
		["a reporter", caseOf("a", { ...tuned, who: "Firm, told by X" }), "Firm: Small model"],
		[
			"authors",
			caseOf("a", { ...tuned, kind: "paper", who: "Li, Wu (MIT)" }),
			"Li et al.: Small model",
		],
		["one author", caseOf("a", { ...tuned, kind: "paper", who: "Li" }), "Li: Small model"],
	])("says who: %s", (_name, published, expected) =>
		expect(caseLine(published, fileStyle)).toBe(`fine-tuning 2025 ${expected} [a]`),
	);

	test("cuts what does not fit, and breaks a line only where there is no room for that", () => {
		const long = caseOf("a-long-id", { ...tuned, title: "A title that is long, and longer" });
		const at = (width: number, unicode = true) => caseLine(long, { ...fileStyle, width, unicode });
		expect(at(52)).toBe("fine-tuning 2025 A firm: A title that i… [a-long-id]");
		expect(at(52, false)).toBe("fine-tuning 2025 A firm: A title that... [a-long-id]");
		expect(at(30).split("\n").length).toBe(2);
	});

	test.each([
		[[], "0 published cases: 0 fine-tuning, 0 prompt engineering; 0 industry, 0 papers."],
		[
			[caseOf("a", { ...tuned, kind: "paper" })],
			"1 published case: 1 fine-tuning, 0 prompt engineering; 0 industry, 1 paper.",
		],
	])("ends with counts: %#", (some, expected) => expect(caseCounts(some).title).toBe(expected));
});

const textOf = (published: PublishedCase) => explainId(rules, published.id, [published]);
const linesOf = (published: PublishedCase) => textOf(published).flatMap(({ lines }) => lines);

describe("a case", () => {
	test.each(cases.map((published) => [published.id, published] as const))(
		"%s: every fact is told once, and a paper says what it cannot show",
		(_id, published) => {
			const lines = linesOf(published);
			for (const fact of Object.keys(published.facts)) {
				const label = labelOf(rules, fact);
				const told = lines.filter((line) =>
					line.toLowerCase().startsWith(`${label.toLowerCase()}: `),
				);
				expect(told, fact).toHaveLength(1);
			}
			const contests = lines.filter((line) => line.includes("better than chance"));
			expect(contests).toHaveLength(published.kind === "paper" ? 1 : 0);
		},
	);

	const sectionOf = (facts: PublishedCase["facts"], start: string) =>
		textOf(caseOf("a", { facts })).find(({ title }) => title.endsWith(start))?.lines;

	test.each([
		["a ladder", { latency: "strict" }, "to fine-tuning", ["speed needed: strict"]],
		["the other side", { latency: "relaxed" }, "to prompt engineering", ["speed needed: relaxed"]],
		["what scores nothing", { model: "GPT-4" }, "nothing here", ["model: GPT-4"]],
		["the kind of work, which is told above", { work: "code" }, "nothing here", undefined],
	])("shows which way a fact points: %s", (_name, facts, title, lines) =>
		expect(sectionOf(facts as PublishedCase["facts"], title)).toEqual(lines),
	);

	test("tells the kinds of work, input and use above, in words", () => {
		const [first] = textOf(base);
		expect(Object.keys(base.facts).filter(isUnscored)).toEqual(["work", "modality", "run"]);
		expect(first?.lines.slice(1)).toEqual([
			"Kind of work: code.",
			"Kind of input: text.",
			"Kind of use: one-off.",
		]);
	});

	test("need not say how it was checked", () => {
		const { confirmed, ...unconfirmed } = base;
		expect(confirmed).toBe("part");
		expect(linesOf(base)).toHaveLength(linesOf(unconfirmed).length + 1);
		expect(linesOf({ ...unconfirmed, "from-memory": "the number of files" }).at(-1)).toBe(
			"Written from memory: the number of files.",
		);
	});
});
