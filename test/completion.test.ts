/** Completion scripts, loaded in the real shells; a shell that is not here is skipped by name. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { valuesOf } from "../src/core/domain.ts";
import { loadRules } from "../src/io/load-rules.ts";
import { completion } from "../src/report/completion/completions.ts";
import { type Shell, shells } from "../src/report/completion/shells.ts";
import { open } from "./interviews/terminal.ts";
import { runCli } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "completion-"));
const script = (shell: Shell) => join(folder, `completion.${shell}`);
const has = (shell: Shell) => spawnSync(shell, ["--version"]).status === 0;
const goals = ["cost-latency", "format-style-tone", "new-knowledge", "task-quality"];
const dataIds = ["data-allowed", "data-quality", "data-rights", "data-size", "data-size.examples"];

/** What is typed, what must be offered, and what must not. */
const lines: [line: string, offered: string[], not: string[]][] = [
	["--goal ", goals, ["--task", "explain"]],
	["--goal=ta", ["task-quality"], ["cost-latency"]],
	["--knowledge", ["--knowledge-change"], ["--goal"]],
	["--knowledge-change monthly,d", ["monthly,daily"], ["static"]],
	["--format m", ["markdown"], ["json"]],
	["--expect ", ["prompt-engineering", "fine-tuning"], []],
	["--examples ", [], ["explain", "notes.md"]],
	["", ["explain", "rules", "init", "completion", "help"], ["check,"]],
	["rules ", ["check", "test", "diff", "docs", "schema"], ["explain"]],
	["rules check --format ", ["text", "json"], ["markdown"]],
	["explain data-", dataIds, ["weights", "cost"]],
	// The value of a flag is no command.
	["--rules rules explain data-size.e", ["data-size.examples"], ["check"]],
	["completion ", ["bash", "zsh", "fish"], []],
	["help ex", ["exit-codes", "explain"], ["environment"]],
	["--answers no", ["notes.md"], ["novels"]],
	["--rules no", ["novels/"], ["notes.md"]],
];

beforeAll(async () => {
	mkdirSync(join(folder, "novels"));
	writeFileSync(join(folder, "notes.md"), "");
	for (const shell of shells) {
		const { stdout, code } = await runCli(["completion", shell]);
		expect(code).toBe(0);
		writeFileSync(script(shell), stdout);
	}
});

/** The words that an interactive shell shows after a tab, or has put into the line. */
async function afterTab(command: string[], setup: string, line: string): Promise<string> {
	const session = open([], { cwd: folder, command });
	session.send(`${setup}; PS1='RE''ADY> '\r`);
	await session.see("READY> ");
	// What the tab changed is on the screen before what comes after it.
	session.send(`should-i-finetune ${line}\t\t`);
	await session.see(`should-i-finetune ${line.slice(0, 3)}`);
	await new Promise((resolve) => setTimeout(resolve, 1500));
	const shown = await session.see("");
	session.send("\x03");
	session.send("exit\r");
	await session.end();
	return shown;
}

/** The completions that bash hands to its line editor; it breaks words at = as well. */
function askBash(line: string): string[] {
	const words = `should-i-finetune ${line}`.split(/ |(=)/).filter((word) => word !== undefined);
	const ask = `set -u; source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
		_should_i_finetune; printf '%s\\n' "\${COMPREPLY[@]-}"`;
	return execFileSync("bash", ["-c", ask, "bash", script("bash"), ...words], {
		encoding: "utf8",
		cwd: folder,
	}).split("\n");
}

describe.skipIf(!has("bash"))("bash (needs bash)", () => {
	// Files and folders bash completes by itself: the tests with a terminal show it.
	const own = lines.filter(([, offered]) => !/no(tes|vels)/.test(offered.join()));

	test.each(own)("offers for `%s`", (line, offered, not) => {
		const words = askBash(line);
		expect(words).toEqual(expect.arrayContaining(offered));
		for (const word of not) expect(words).not.toContain(word);
	});

	test.each([
		["--go", "--goal "],
		["--goal ta", "--goal task-quality "],
		["--goal=ta", "--goal=task-quality "],
		["--answers no", "--answers notes.md "],
		["--rules no", "--rules novels/"],
		["rules che", "rules check "],
	])("completes `%s` in a terminal", { timeout: 60_000 }, async (line, whole) => {
		const command = ["bash", "--norc", "--noprofile", "-i"];
		const shown = await afterTab(command, `source ${script("bash")}`, line);
		expect(shown).toContain(`should-i-finetune ${whole}`);
	});
});

describe.skipIf(!has("zsh"))("zsh (needs zsh)", { timeout: 60_000 }, () => {
	test.each(lines)("offers for `%s`", async (line, offered, not) => {
		const setup = `autoload -U compinit; compinit -u -D; source ${script("zsh")}`;
		const shown = await afterTab(["zsh", "-f", "-i"], setup, line);
		for (const word of offered) expect(shown).toContain(word);
		for (const word of not) expect(shown).not.toContain(word);
	});

	test("also as a file of $fpath", async () => {
		const functions = join(folder, "functions");
		mkdirSync(functions);
		const { stdout } = await runCli(["completion", "zsh"]);
		writeFileSync(join(functions, "_should-i-finetune"), stdout);
		const setup = `fpath=(${functions} $fpath); autoload -U compinit; compinit -u -D`;
		const shown = await afterTab(["zsh", "-f", "-i"], setup, "--goal ");
		for (const goal of goals) expect(shown).toContain(goal);
	});
});

describe.skipIf(!has("fish"))("fish (needs fish)", () => {
	test.each(lines)("offers for `%s`", (line, offered, not) => {
		const ask = `source ${script("fish")}; complete -C 'should-i-finetune ${line}'`;
		const { stdout, stderr } = spawnSync("fish", ["--no-config", "-c", ask], {
			encoding: "utf8",
			cwd: folder,
			env: { PATH: process.env.PATH, HOME: folder },
		});
		expect(stderr).toBe("");
		const words = stdout.split("\n").map((shown) => shown.split("\t")[0]?.replace(/^--goal=/, ""));
		expect(words).toEqual(expect.arrayContaining(offered));
		for (const word of not) expect(words).not.toContain(word);
	});
});

describe("every script", async () => {
	const loaded = await loadRules();
	const questions = loaded.ok ? loaded.value.questions : {};

	test.each(shells)("of %s has every fact with all its values", async (shell) => {
		const { stdout } = await runCli(["completion", shell]);
		for (const [fact, question] of Object.entries(questions)) {
			expect(stdout).toContain(shell === "fish" ? `-l ${fact} ` : `--${fact}`);
			expect(stdout).toContain(valuesOf(question)?.join(" ") ?? "");
		}
	});

	test.each(shells)("of %s runs nothing that a rule set says", (shell) => {
		const bad = "$(touch x)`touch x`'; touch x #";
		const takes = { words: [bad, "fine"] };
		const flag = { names: ["--a"], placeholder: "<a>", about: bad, takes, isRepeatable: false };
		const usage = { path: "", about: bad, flags: [flag], operands: [], commands: [] };
		const file = join(folder, `bad.${shell}`);
		writeFileSync(file, completion(shell, usage));
		if (!has(shell)) return;
		const load = shell === "zsh" ? `compdef() { :; }; source ${file}` : `source ${file}`;
		const { stderr } = spawnSync(shell, ["-c", load], { encoding: "utf8", cwd: folder });
		expect(stderr).toBe("");
		expect(spawnSync("ls", [join(folder, "x")]).status).not.toBe(0);
	});
});

test("an unknown shell is refused", async () => {
	const screen = await runCli(["completion", "bsh"]);
	expect(screen).toMatchObject({ code: 2, stdout: "" });
	expect(screen.stderr).toContain("Did you mean bash?");
});
