/** The skill for coding agents: its form, what it names, and its commands in the repositories that it may meet. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rules } from "../built-in.ts";
import { transcript } from "../transcript.ts";
import { folderOf, run } from "./program.ts";
import { measured, skill, skillLines } from "./skill.ts";

const asOf = ["--as-of", "2026-11-28"];
const recorded = await run([
	"--goal",
	"task-quality",
	"--prompting",
	"basic",
	"-f",
	"markdown",
	...asOf,
]);
const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(skill) ?? [];

describe("the skill", () => {
	test("has the form that agents read", () => {
		const { name, description, ...rest } = parse(head);
		// The folder bears its name.
		expect(name).toBe("should-i-finetune");
		expect(description.length).toBeGreaterThan(100);
		expect(description.length).toBeLessThan(1024);
		expect(description).toMatch(/should I fine-tune\?/);
		expect(rest).toEqual({ license: "MIT" });
		expect(skill.split("\n").length).toBeLessThan(150);
	});

	test("forbids to guess, asks for the limits, and names no tool of any vendor as its reader", () => {
		expect(body).toContain("Never guess a fact");
		expect(body).toContain("Everything else stays unknown");
		expect(body).toContain("Report the limits together with the verdict");
		expect(skill).not.toMatch(/claude|copilot|cursor|codex|gemini/i);
	});

	test("names fields that a decision has, and facts that there are", async () => {
		const { stdout } = await run(["--no-input", "--format", "json"]);
		const fields = Object.keys(JSON.parse(stdout));
		const section = body.slice(body.indexOf("## 5."), body.indexOf("If the user asks about money"));
		const named = [...section.matchAll(/`([a-z]+)`/gi)].map(([, word = ""]) => word);
		const within = ["close", "couldFlip", "stop"];
		expect(named.filter((word) => !fields.includes(word) && !within.includes(word))).toEqual([]);
		expect(named.length).toBeGreaterThan(12);
		const facts = /Code can show ([\s\S]*?)\. It cannot/.exec(body)?.[1] ?? "";
		const words = [...facts.matchAll(/`([a-z-]+)`/g)].map(([, word = ""]) => word);
		expect(words.filter((word) => !Object.hasOwn(rules.questions, word))).toEqual([]);
		expect(words.length).toBeGreaterThan(3);
	});

	test("names tools that the server has", () => {
		const [, tools = ""] = /use the tools ([\s\S]*?); they take/.exec(body) ?? [];
		expect([...tools.matchAll(/`(\w+)`/g)].map(([, tool]) => tool)).toEqual([
			"questions",
			"decide",
			"explain",
			"inspect_data",
			"inspect_evals",
			"trial_plan",
			"trial_judge",
			"cost",
			"check",
		]);
	});
});

/** Whether a line names files that only some repositories have. */
const needs = (line: string) =>
	line.includes("evals/results.json") || line.includes("data/train.jsonl");

/** The day counts where prices, providers and reviews do. */
const dated = (argv: string[]): string[] =>
	["inspect", "init", "trial"].includes(argv[0] ?? "") ? argv : [...argv, ...asOf];

/** Its lines one after the other, as an agent runs them there, in a file that a reviewer can read. */
async function runAll(lines: readonly string[], cwd: string): Promise<string> {
	const screens: string[] = [];
	for (const line of lines) {
		const argv = dated(line.split(" ").slice(1));
		screens.push(transcript(argv, await run(argv, { cwd }), cwd));
	}
	return screens.join("\n");
}

/** For every line one with files or the same without. */
const alternatives = (has: boolean) =>
	skillLines.filter((line) => {
		const isOneOfTwo = /^should-i-finetune (?:questions|--)/.test(line) && !line.includes(" -o ");
		return has ? needs(line) || !isOneOfTwo : !needs(line);
	});

describe("its commands", () => {
	test("are complete", () => {
		expect(skillLines.length).toBeGreaterThan(11);
		for (const line of skillLines) expect(line).toMatch(/^should-i-finetune /);
	});

	test.each<[where: string, files: Record<string, string | Uint8Array>, has: boolean]>([
		["an empty repository", {}, false],
		["a repository with eval results and training data", measured, true],
		["a repository with a recorded decision", { "docs/0001-prompts.md": recorded.stdout }, false],
	])("in %s", async (where, files, has) => {
		const cwd = folderOf({ "docs/README.md": "# Decisions\n", ...files });
		const told = await runAll(alternatives(has), cwd);
		await expect(told).toMatchFileSnapshot(
			`../transcripts/skill-in-${where.replaceAll(" ", "-")}.txt`,
		);
		expect(told).not.toMatch(/^--- exit [^0]/m);
		expect(told).not.toMatch(/^error:/m);
	});

	test("tell that a recorded decision has moved", async () => {
		const moved = recorded.stdout.replace(/^confidence: .*$/m, "confidence: 0.51");
		const cwd = folderOf({ "docs/0001-prompts.md": moved });
		expect(await run(["check", ".", ...asOf], { cwd })).toMatchObject({ code: 1 });
	});
});

const read = (cwd: string, folder: string) =>
	readFileSync(join(cwd, folder, "should-i-finetune/SKILL.md"), "utf8");

describe("init --skill", () => {
	test("copies it to where coding agents look, and says where", async () => {
		const cwd = folderOf();
		const screen = await run(["init", "--skill"], { cwd });
		expect(screen).toMatchObject({ code: 0, stdout: "" });
		expect(screen.stderr).toContain("Wrote .claude/skills/should-i-finetune/SKILL.md.");
		expect(read(cwd, ".claude/skills")).toBe(skill);
		const again = await run(["init", "--skill"], { cwd });
		expect(again).toMatchObject({ code: 0 });
		expect(again.stderr).toContain("is there already, and current");
	});

	test.each([".github/skills", "my agents/skills", "."])("or into %s", async (folder) => {
		const cwd = folderOf();
		expect((await run(["init", "--skill", folder], { cwd })).code).toBe(0);
		expect(read(cwd, folder)).toBe(skill);
	});

	test("keeps what is there and differs, unless it is told to replace it", async () => {
		const cwd = folderOf({ ".claude/skills/should-i-finetune/SKILL.md": "mine\n" });
		const refused = await run(["init", "--skill"], { cwd });
		expect(refused).toMatchObject({ code: 2, stdout: "" });
		expect(refused.stderr).toContain("--force");
		expect(read(cwd, ".claude/skills")).toBe("mine\n");
		expect((await run(["init", "--skill", "--force"], { cwd })).code).toBe(0);
		expect(read(cwd, ".claude/skills")).toBe(skill);
	});

	test.each([
		["a file in the way", "file", "not a folder"],
		["a folder in the way of the file", "full", "is a folder"],
		["a control character", "a\u0007b", "control characters"],
	])("refuses %s", async (_, folder, why) => {
		const cwd = folderOf({ file: "x" });
		mkdirSync(join(cwd, "full/should-i-finetune/SKILL.md"), { recursive: true });
		const screen = await run(["init", "--skill", folder, "--force"], { cwd });
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(why);
	});
});
