/**
 * Hostile text in Markdown, through a real parser: whatever a text is, the document has the structure
 * that it has with harmless words, and the text can be read in it.
 */
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import type { Decision } from "../../src/core/decision/decision.ts";
import { oneLine } from "../../src/core/harmless.ts";
import { readRules } from "../../src/core/rules/read-rules.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { formatChecks } from "../../src/report/records/reports.ts";
import { report } from "../../src/report/reports.ts";
import { rulesDocs } from "../../src/report/rules/docs.ts";
import { fileStyle } from "../../src/report/style.ts";
import { rawFile } from "../core/rule-files.ts";
import { hostileRules } from "./hostile-rules.ts";
import { hostile, links, noLinks } from "./markdown-texts.ts";
import { linksOf, parsers, structureOf, wordsOf } from "./markup.ts";
import { attempt } from "./trial.ts";

/** A text in every place of every document in Markdown, by its name. */
function makeDocuments(text: string, url: string): Record<string, string> {
	const rules = readText(hostileRules(text, url));
	const full = decideOn({ change: "daily", examples: 3, model: text }, text, rules);
	const bare = decideOn({ change: "static" }, text, rules);
	const noticed = { ...full, notices: [{ says: text, source: url }] };
	const record = (state: "broken" | "moved") => ({
		file: text,
		line: 3,
		state,
		findings: [{ state, says: text, at: { file: text, line: 4, column: 2 } }],
		isRefreshed: false,
	});
	const records = [record("broken"), record("moved")];
	const run = { ruleset: text, asOf: text, files: 3, isWriting: true, without: [text], records };
	const assets = { asOf: "2026-05-05" };
	return {
		markdown: report("markdown", noticed, rules, fileStyle),
		"markdown of little": report("markdown", bare, rules, fileStyle),
		adr: report("adr", noticed, rules, fileStyle, assets),
		"rules docs": rulesDocs(rules),
		check: formatChecks("markdown", run, fileStyle),
	};
}

function readText(file: string): RuleSet {
	const read = readRules([[rawFile("r/a.yaml", JSON.parse(file))]]);
	if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
	return read.value.rules;
}

function decideOn(facts: Record<string, string | number>, from: string, rules: RuleSet): Decision {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from }));
	const read = parseAnswers(rules.questions, raw);
	// A name without control characters where one with them is refused.
	if (!read.ok) return decideOn({ ...facts, model: "m" }, from, rules);
	return decide(rules, read.value, { asOf: "2026-05-05" });
}

const link = "https://example.org/";
const made = new Map<string, Record<string, string>>();
/** Made once for all parsers. */
function documentsOf(text: string, url = link): Record<string, string> {
	const key = JSON.stringify([text, url]);
	const documents = made.get(key) ?? makeDocuments(text, url);
	made.set(key, documents);
	return documents;
}

const plain = "harmless words";
const readable = (text: string): string =>
	oneLine(text).trim().replaceAll(/\s+/g, " ").replace(/[.!]$/, "").slice(1);

describe.each(Object.entries(parsers))("%s", (_name, parse) => {
	const parsed = (documents: Record<string, string>) =>
		Object.entries(documents).map(([name, text]) => ({ name, html: parse(text) }));
	const structures = (pages: ReturnType<typeof parsed>) =>
		pages.map(({ name, html }) => ({ name, structure: structureOf(html) }));
	const expected = parsed(documentsOf(plain));

	test.each(hostile)("%j", (text) => {
		const pages = parsed(documentsOf(text));
		expect(structures(pages)).toEqual(structures(expected));
		for (const [place, { html }] of pages.entries()) {
			expect(linksOf(html)).toEqual(linksOf(expected[place]?.html ?? ""));
			expect(wordsOf(html)).toContain(readable(text));
			// GitHub looks at words a second time, for names and numbers.
			expect(html.replaceAll(/<[^>]*>/g, "")).not.toMatch(/@\w|#\d|\bGH-\d/i);
		}
	});

	test.each(links)("a link to %j", (url) => {
		const pages = parsed(documentsOf(plain, url));
		expect(structures(pages)).toEqual(structures(expected));
		for (const target of pages.flatMap(({ html }) => linksOf(html)))
			expect(target).toMatch(/^https:\/\/[^\s"'<>[\]()\\@/]+(?:\/[^\s"'<>[\]()\\]*)?$/i);
	});

	test.each(noLinks)("no link to %j", (url) => {
		const pages = parsed(documentsOf(plain, url));
		expect(structures(pages)).toEqual(structures(parsed(documentsOf(plain, "no address"))));
		expect(pages.flatMap(({ html }) => linksOf(html))).toEqual([]);
		for (const { name, html } of pages.filter(({ name }) => name !== "check"))
			expect([name, wordsOf(html)]).toEqual([name, expect.stringContaining(readable(url))]);
	});
});

test("a page in HTML has one structure, whatever it says", () => {
	const page = (text: string) => {
		const rules = readText(hostileRules(text, link));
		const decision = decideOn({ change: "daily", examples: 3, model: text }, text, rules);
		return structureOf(
			report("html", { ...decision, notices: [{ says: text, source: link }] }, rules, fileStyle),
		);
	};
	const expected = page(plain);
	for (const text of hostile) expect([text, page(text)]).toEqual([text, expected]);
});

test.each(["unknown ", " Unknown", "\ufeffunknown"])(
	"%j is the word unknown in every table",
	async (word) => {
		const told = (model: string) =>
			attempt({ what: "unknown", argv: ["--no-input", "--model", model, "--format", "markdown"] });
		expect((await told(word)).stdout).toBe((await told("unknown")).stdout);
	},
);

/** The program as it is installed, with as many of the texts as a field takes. */
describe("installed", () => {
	const together = [0, 1].map((half) => hostile.filter((_, place) => place % 2 === half).join(" "));
	const lines = [
		"--no-input --change daily --format markdown",
		"--no-input --change daily --format adr",
		"rules docs",
	];

	test.each(lines.flatMap((line) => together.map((text) => ({ line, text }))))(
		"$line",
		async ({ line, text }) => {
			const shown = async (says: string) => {
				const { stdout } = await attempt({
					what: line,
					argv: [...line.split(" "), "--rules", "r"],
					files: { "r/a.yaml": hostileRules(says, link) },
				});
				return structureOf(parsers.GFM(stdout));
			};
			expect(await shown(text)).toEqual(await shown(plain));
		},
	);
});
