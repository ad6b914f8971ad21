/** Every published case that ships: valid, readable as answers, decided to a valid decision. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { decide } from "../src/core/decision/decide.ts";
import { decisionSchema } from "../src/core/decision/decision.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { explainId } from "../src/report/explain/explain.ts";
import { answersOf, cases, rules } from "./built-in.ts";

describe("the cases that ship", () => {
	test("are named as their files", () => {
		const files = readdirSync(builtInCases).sort();
		expect(cases.map(({ id }) => `${id}.yaml`)).toEqual(files);
	});

	test("have both outcomes of both kinds", () => {
		const groups = new Set(cases.map(({ kind, outcome }) => `${kind} ${outcome}`));
		expect(groups.size).toBe(4);
	});
});

test.each(cases.map((published) => [published.id, published] as const))(
	"%s is decided, with neighbours other than itself",
	(id, published) => {
		const decision = decide(rules, answersOf(published.facts), { cases });
		expect(decisionSchema.parse(decision)).toEqual(decision);
		expect(decision.cases).toHaveLength(3);
		expect(decision.cases.map((near) => near.id)).not.toContain(id);
	},
);

test("a case can be explained, with its source and what the rules say", () => {
	const published = cases[0] as (typeof cases)[number];
	const text = explainId(rules, published.id, cases)
		.flatMap(({ title, lines }) => [title, ...lines])
		.join("\n");
	for (const part of [published.title, published.measured, published.why, published.source.url])
		expect(text).toContain(part);
	expect(explainId(rules, published.id)).toEqual([]);
});

describe("cases that are wrong", () => {
	const good = `id: a-case
title: A case
source: { who: A, year: 2025, title: B, url: "https://example.com/b" }
confirmed: part
kind: industry
compared: both
facts:
  task: narrow
outcome: fine-tuning
measured: Better.
why: It fits.
difficulty: easy
`;
	const scratch = mkdtempSync(join(tmpdir(), "cases-"));
	afterAll(() => rmSync(scratch, { recursive: true, force: true }));

	const read = async (files: Record<string, string>) => {
		const folder = mkdtempSync(join(scratch, "folder-"));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const result = await readCases(folder, rules.questions);
		if (result.ok) return [];
		return result.problems.map(({ code, message, at }) => `${at?.line} ${code}: ${message}`);
	};

	test("the one that the others are made of is right", async () => {
		expect(await read({ "a.yaml": good })).toEqual([]);
	});

	test("how it was checked may be left out", async () => {
		expect(await read({ "a.yaml": good.replace("confirmed: part\n", "") })).toEqual([]);
		expect((await read({ "a.yaml": good.replace("part", "partly") })).join()).toContain(
			"confirmed",
		);
	});

	test.each([
		["a misspelt key", good.replace("outcome", "outcom"), "outcom"],
		["an outcome that does not exist", good.replace("fine-tuning", "both"), "outcome"],
		[
			"an unknown fact",
			good.replace("task:", "tsk:"),
			'There is no fact "tsk". Did you mean task?',
		],
		[
			"a value that a fact never has",
			good.replace("narrow", "wide"),
			'"wide" is not a valid answer to "task scope"',
		],
		["a source that is no link", good.replace("https://example.com/b", "there"), "must be a link"],
		["YAML that is none", `${good}x: [`, "not valid YAML"],
		["an alias", `${good}x: *y`, "Aliases"],
		["no text", "\0", "not a text file"],
		["too much", `# ${"x".repeat(1_000_001)}`, "more than a million characters"],
		["too deep", "[".repeat(10_000), "nested too deeply"],
		["nothing", "", "The file"],
	])("%s", async (_name, text, expected) => {
		const problems = await read({ "a.yaml": text });
		expect(problems.join("\n")).toContain(expected);
	});

	test("every problem of every file is told, with its line", async () => {
		const problems = await read({
			"a.yaml": good.replace("narrow", "wide"),
			"b.yaml": good.replace("easy", "middling"),
			"c.yml": good.replace("a-case", "A case"),
		});
		expect(problems.map((problem) => problem.split(":")[0])).toEqual([
			"8 bad-answer",
			"12 bad-value",
			"1 bad-value",
		]);
	});

	test("two cases of one id are one too many", async () => {
		expect((await read({ "a.yaml": good, "b.yaml": good })).join()).toContain("is already in");
	});

	test("a folder without cases is an error", async () => {
		expect((await read({ "a.txt": good })).join()).toContain("There are no cases");
	});
});
