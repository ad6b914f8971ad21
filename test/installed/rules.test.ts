/** `rules` alone, and rule sets of one's own whose facts are called like an option. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleFileOf } from "../core/rule-files.ts";
import { folderOf, root, run } from "./program.ts";

test("rules alone says what is missing", async () => {
	const { code, stdout, stderr } = await run(["rules"]);
	expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	expect(stderr).toMatch(/^error: /);
	for (const command of ["check", "test", "diff", "docs", "schema"])
		expect(stderr).toMatch(new RegExp(`\\b${command}\\b`));
});

describe("the rule set of the README", async () => {
	const readme = readFileSync(join(root, "README.md"), "utf8");
	const [, rules = ""] = /```yaml\n(# my-rules[\s\S]*?)```/.exec(readme) ?? [];
	const cwd = folderOf({ "my-rules/rules.yaml": rules, "answers.yaml": "goal: task-quality\n" });
	const [, commands = ""] = /```sh\n(.*--rules my-rules[\s\S]*?)```/.exec(readme) ?? [];
	const lines = [...commands.matchAll(/^npx should-i-finetune (.*?)(?: +#.*)?$/gm)];

	test("has five commands", () => expect(lines).toHaveLength(5));

	test.each(lines.map(([, line = ""]) => line))("%s", async (line) => {
		const { code, stderr } = await run(line.split(" "), { cwd });
		// `rules diff` tells by its exit code, as diff does, that the two differ.
		const differs = line.startsWith("rules diff");
		expect({ code, stderr }).toEqual({ code: differs ? 1 : 0, stderr: "" });
	});
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
	const question = { ask: "A?", label: "a", why: "A.", find: "A.", yours: true };
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
