/** Help topics, help on commands, and what is made from the same definitions. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { makeManPage } from "../../scripts/man.ts";
import { topicNames } from "../../src/cli/help.ts";
import { makeProgram } from "../../src/cli/program.ts";
import { usageOf } from "../../src/cli/usage.ts";
import { readRules } from "../../src/core/rules/read-rules.ts";
import { optionNames } from "../../src/core/rules/reserved.ts";
import { loadRules } from "../../src/io/load-rules.ts";
import { realWorld, type World } from "../../src/io/world.ts";
import { allCommands } from "../../src/report/usage.ts";
import { rawFile, ruleFileOf } from "../core/rule-files.ts";
import { runCli, type Screen } from "../world.ts";

const loaded = await loadRules();
if (!loaded.ok) throw new Error("The built-in rules are broken.");
const rules = loaded.value;
const usage = usageOf(
	makeProgram(rules, realWorld(), () => undefined),
	rules,
);

/** A command line in process, without reading the rules again each time. */
async function ask(argv: string[]): Promise<Screen> {
	const screen = { stdout: "", stderr: "", code: 0 };
	const world: World = {
		...realWorld(),
		style: { width: 80, color: false, unicode: true },
		print: (text) => {
			screen.stdout += `${text}\n`;
		},
		complain: (text) => {
			screen.stderr += `${text}\n`;
		},
	};
	const program = makeProgram(rules, world, (code) => {
		screen.code = code;
	});
	await program.parseAsync(argv, { from: "user" }).catch((error: CommanderError) => {
		screen.code = error.exitCode;
	});
	return screen;
}

const longest = (text: string) => Math.max(...text.split("\n").map(({ length }) => length));

describe("help", () => {
	test.each(topicNames)("on %s fits 80 columns", async (topic) => {
		const { code, stdout, stderr } = await ask(["help", topic]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		await expect(stdout).toMatchFileSnapshot(`transcripts/help-on-${topic}.txt`);
		expect(longest(stdout)).toBeLessThanOrEqual(80);
	});

	test.each(allCommands(usage).map(({ path }) => path))("on `%s` is its --help", async (path) => {
		const words = path.split(" ").filter(Boolean);
		const { code, stdout } = await ask(["help", ...words]);
		expect(code).toBe(0);
		expect(stdout).toBe((await ask([...words, "--help"])).stdout);
		expect(longest(stdout)).toBeLessThanOrEqual(80);
	});

	test.each([
		[["exit-code"], "Did you mean exit-codes?"],
		[["rules", "chek"], "Did you mean check?"],
		[["init", "file"], "Leave it out."],
	])("on %j is refused", async (words, hint) => {
		const screen = await ask(["help", ...words]);
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(hint);
	});

	test("the examples of --help can be run, one after the other", async () => {
		const folder = mkdtempSync(join(tmpdir(), "help-"));
		const real = (word: string) => {
			if (word === "our-rules") return "rules";
			return /^(docs|decision|portfolio|simulated)/.test(word)
				? join(folder, basename(word))
				: word;
		};
		writeFileSync(real("portfolio.csv"), "project,goal\nours,task-quality\n");
		writeFileSync(real("simulated.ndjson"), '{"goal":"task-quality"}\n');
		const { stdout } = await runCli(["--help"]);
		const lines = [...stdout.matchAll(/^ {4}should-i-finetune ?(.*)$/gm)].map(([, line]) => line);
		expect(lines.length).toBeGreaterThan(6);
		for (const line of lines) {
			const words = [...(line ?? "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? "");
			const argv = words.map(real);
			if (line === "init") argv.push(join(folder, "answers.yaml"));
			if (line === "check docs") argv.splice(1, 1, folder);
			const { code, stderr } = await runCli(argv);
			expect({ line, code, stderr: code === 0 ? "" : stderr }).toEqual({
				line,
				code: 0,
				stderr: "",
			});
		}
	});
});

describe("the manual page", () => {
	test("is current", async () => {
		await expect(await makeManPage()).toMatchFileSnapshot("../man/should-i-finetune.1");
	});

	const groff = spawnSync("groff", ["--version"]).status === 0;
	test.skipIf(!groff)("is rendered without a warning (needs groff)", async () => {
		const page = await makeManPage();
		const flags = ["-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=80n"];
		const { stdout, stderr } = spawnSync("groff", flags, { input: page, encoding: "utf8" });
		expect(stderr).toBe("");
		for (const { names } of usage.flags) expect(stdout).toContain(`${names.at(-1)} `.trim());
		expect(stdout).toContain("should-i-finetune rules check --rules our-rules");
	});

	test.skipIf(process.platform !== "linux" || spawnSync("man", ["--version"]).status !== 0)(
		"is shown by man (needs man)",
		() => {
			const args = ["--warnings", "-l", "man/should-i-finetune.1"];
			const env = { ...process.env, MANWIDTH: "80", LANG: "C.UTF-8" };
			expect(execFileSync("man", args, { encoding: "utf8", env })).toContain("EXIT CODES");
		},
	);
});

describe("names that a fact may not have", () => {
	test("are those of the program's options", () => {
		const options = usage.flags.filter(({ fact }) => fact === undefined);
		const names = options.map(({ names }) => names.at(-1)?.replace(/^--(no-)?/, ""));
		expect(names.sort()).toEqual([...optionNames].sort());
	});

	test.each([
		["answers", false],
		["as-of", false],
		["no-input", false],
		["no-luck", false],
		["answer", true],
		["note", true],
	])("%s", (fact, isFine) => {
		const question = { ask: "A?", label: "a", why: "A.", find: "A.", yours: true };
		const file = ruleFileOf({
			questions: { [fact]: { ...question, "yes-no": { yes: "Y.", no: "N." } } },
			scores: {},
			gates: {},
		});
		const read = readRules([[rawFile("rules/a.yaml", file)]]);
		expect(read.ok).toBe(isFine);
		if (!read.ok)
			expect(read.problems).toEqual([
				{
					code: "reserved-id",
					message: `A fact cannot be called ${fact}: --${fact} is an option of the program.`,
					hint: "Give the fact another id.",
					at: { file: `rules/a.yaml:questions.${fact}` },
				},
			]);
	});
});
