/** `rules` alone, and rule sets of one's own whose facts are called like an option. */
import { expect, test } from "vitest";
import { ruleFileOf } from "../core/rule-files.ts";
import { folderOf, run } from "./program.ts";

test("rules alone says what is missing", async () => {
	const { code, stdout, stderr } = await run(["rules"]);
	expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	expect(stderr).toMatch(/^error: /);
	for (const command of ["check", "test", "diff", "docs", "schema"])
		expect(stderr).toMatch(new RegExp(`\\b${command}\\b`));
});

/** The options as `--help` lists them, with those of no rule set: each fact is a flag, too. */
const { stdout: help } = await run(["--help"]);
const [, options = ""] = help.split(/^Options:$/m);
const taken = [...(options.split("\n\n")[0] ?? "").matchAll(/^ {2}.*?--([\w-]+)/gm)].map(
	([, name = ""]) => name,
);

test("there are options", () =>
	expect(taken).toEqual(expect.arrayContaining(["answers", "no-input", "version", "help"])));

test.each<[fact: string, isFine: boolean]>([
	...taken.map((fact): [string, boolean] => [fact, false]),
	["file", false],
	["no-luck", false],
	["answer", true],
	["note", true],
])("a fact may be called %s: %s", async (fact, isFine) => {
	const question = { ask: "A?", label: "a", why: "A.", find: "A.", moves: "freely" as const };
	const rules = ruleFileOf({
		questions: { [fact]: { ...question, "yes-no": { yes: "Y.", no: "N." } } },
		scores: {},
		gates: {},
	});
	// JSON is YAML, too.
	const cwd = folderOf({ "ours/rules.yaml": JSON.stringify(rules) });
	const { code, stderr } = await run(["--rules", "ours", "--no-input"], { cwd });
	expect({ code, stderr: stderr === "" }).toEqual({ code: isFine ? 0 : 2, stderr: isFine });
	if (!isFine) {
		expect(stderr).toContain(
			`A fact cannot be called ${fact}: --${fact} is an option of the program.`,
		);
		expect(stderr).toMatch(/rules\.yaml:1:\d+/);
	}
});
