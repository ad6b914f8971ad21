/** Public questions with the step that decided them: read with all problems told, and counted. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toText } from "../../bench/score/print.ts";
import { readThreads } from "../../bench/score/read-threads.ts";
import { threadSection } from "../../bench/score/threads.ts";
import { rules } from "../built-in.ts";

const folder = mkdtempSync(join(tmpdir(), "threads-"));

function read(text: string) {
	const file = join(folder, "threads.yaml");
	writeFileSync(file, text);
	return readThreads(file, rules);
}

const thread = (id: string, measures: string, facts: string) =>
	`- { id: ${id}, about: x, source: y, measures: [${measures}], decided: z, facts: { ${facts} } }\n`;

test("counts what leads and what is listed, and names the misses", async () => {
	const threads = await read(
		thread("leads", "retrieval", "goal: new-knowledge, evals: not none, prompting: [none, basic]") +
			thread("listed", "keep", "goal: new-knowledge, prompting: basic") +
			thread("missed", "hosting", "goal: new-knowledge"),
	);
	const text = threads.ok ? toText([threadSection(rules, threads.value)]) : "";
	expect(text).toMatch(/among the first 3 steps +1 +33\.3 +75/);
	expect(text).toMatch(/listed at all +2 +66\.7 +90/);
	expect(text).toMatch(/missed \(x\): hosting is not listed; first come retrieval/);
	expect(text).toMatch(/listed \(x\): keep is step \d/);
	expect(text).not.toContain("leads (x)");
});

describe("a file that is wrong", () => {
	test.each([
		["no list", "threads: 1\n", /list|array/],
		["nothing in it", "[]\n", /at least|small|>=1/],
		["a measure that is none", thread("a", "magic", "goal: new-knowledge"), /measures/],
		["a misspelt key", "- { id: a, abuot: x }\n", /abuot/],
		["a fact that is none", thread("a", "evals", "gaol: new-knowledge"), /gaol.*goal/],
		["a value that is none", thread("a", "evals", "goal: quality"), /goal/],
	])("%s", async (_name, text, says) => {
		const threads = await read(text);
		const problems = threads.ok ? [] : threads.problems.map(({ message }) => message);
		expect(problems.join("\n")).toMatch(says);
	});

	test("that is not there", async () => {
		const threads = await readThreads(join(folder, "none.yaml"), rules);
		expect(threads.ok ? [] : threads.problems.map(({ code }) => code)).toEqual(["no-file"]);
	});
});
