/** Completion scripts, loaded in the real shells; a shell that is not here is skipped by name. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../../src/core/answers/domain.ts";
import { completion } from "../../src/report/completion/completions.ts";
import { type Shell, shells } from "../../src/report/completion/shells.ts";
import { rules } from "../built-in.ts";
import type { Session } from "../interviews/terminal.ts";
import { folderOf, open, run } from "./program.ts";

const folder = folderOf({ "notes.md": "", "novels/first.md": "" });
const script = (shell: Shell) => join(folder, `completion.${shell}`);
const isWindows = process.platform === "win32";
const has = (shell: Shell) => !isWindows && spawnSync(shell, ["--version"]).status === 0;
for (const shell of shells)
	if (!has(shell)) console.warn(`Skipped: completion in ${shell}, which is not here.`);
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
	["", ["explain", "rules", "init", "completion", "help"], ["data-size", "--goal"]],
	["rules ", ["check", "test", "diff", "docs", "schema"], ["explain"]],
	["rules check --format ", ["text", "json"], ["markdown"]],
	["explain data-", dataIds, ["weights", "cost"]],
	// The value of a flag is no command.
	["--rules rules explain data-size.e", ["data-size.examples"], ["check"]],
	["explain case", ["cases"], ["weights"]],
	["explain cases --work ex", ["extract"], ["code"]],
	["explain cases --outcome ", ["prompt-engineering", "fine-tuning"], []],
	["completion ", ["bash", "zsh", "fish"], []],
	["help ex", ["exit-codes", "explain"], ["environment"]],
	["--answers not", ["notes.md"], ["novels"]],
	["--rules no", ["novels/"], ["notes.md"]],
];

for (const shell of shells) writeFileSync(script(shell), (await run(["completion", shell])).stdout);

/** An interactive shell, ready for command lines. */
async function openShell(command: string[], setup: string): Promise<Session> {
	const session = open([], { cwd: folder, command });
	session.send(`${setup}; PS1='RE''ADY> '\r`);
	await session.see("READY> ");
	return session;
}

const killLine = "\x15";
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a shell shows after a tab, once it shows all that is wanted. */
async function afterTab(session: Session, line: string, wanted: string[]): Promise<string> {
	session.send(killLine);
	await wait(100);
	session.send(`should-i-finetune ${line}\t`);
	for (const words of wanted) await session.see(spoken(words));
	// What is not wanted would come at the same time.
	await wait(wanted.length > 0 ? 100 : 1000);
	return session.see("");
}

/** A shell may ring the bell or step back within a word. */
const spoken = (words: string): RegExp =>
	new RegExp([...words].map((letter) => letter.replace(/\W/, "\\$&")).join("[\\x07\\x08]*"));

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

	test("completes in a terminal", { timeout: 90_000 }, async () => {
		const command = ["bash", "--norc", "--noprofile", "-i"];
		const session = await openShell(command, `source ${script("bash")}`);
		for (const [line, whole] of [
			["--go", "--goal "],
			["--goal ta", "--goal task-quality "],
			["--goal=ta", "--goal=task-quality "],
			["--answers not", "--answers notes.md "],
			["--rules no", "--rules novels/"],
			["rules che", "rules check "],
		] as const)
			await afterTab(session, line, [`should-i-finetune ${whole}`]);
		session.send(`${killLine}exit\r`);
		await session.end();
	});
});

describe.skipIf(!has("zsh"))("zsh (needs zsh)", { timeout: 90_000 }, () => {
	const zsh = ["zsh", "-f", "-i"];

	test("offers what it should", { timeout: 180_000 }, async () => {
		const load = `autoload -U compinit; compinit -u -D; source ${script("zsh")}`;
		const session = await openShell(zsh, load);
		for (const [line, offered, not] of lines) {
			const shown = await afterTab(session, line, offered);
			for (const word of not) expect(shown, line).not.toMatch(spoken(word));
		}
		session.send(`${killLine}exit\r`);
		await session.end();
	});

	test("is also a file of $fpath", async () => {
		const functions = join(folder, "functions");
		mkdirSync(functions);
		copyFileSync(script("zsh"), join(functions, "_should-i-finetune"));
		const load = `fpath=(${functions} $fpath); autoload -U compinit; compinit -u -D`;
		const session = await openShell(zsh, load);
		expect(await afterTab(session, "--goal ", goals)).toContain("task-quality");
		session.send(`${killLine}exit\r`);
		await session.end();
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

describe("every script", () => {
	test.each(shells)("of %s has every fact with all its values", async (shell) => {
		const { stdout, stderr, code } = await run(["completion", shell]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		for (const [fact, question] of Object.entries(rules.questions)) {
			expect(stdout).toContain(shell === "fish" ? `-l ${fact} ` : `--${fact}`);
			expect(stdout).toContain(valuesOf(question)?.join(" ") ?? "");
		}
	});

	test.each(shells)("of %s runs nothing that a rule set says", (shell) => {
		const bad = "$(touch x)`touch x`'; touch x #";
		const takes = { words: [bad, "fine"] };
		const flag = { value: "a", about: bad, takes };
		const usage = { name: "x", about: bad, flags: { a: flag }, operands: [], commands: [] };
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
	const screen = await run(["completion", "bsh"]);
	expect(screen).toMatchObject({ code: 2, stdout: "" });
	expect(screen.stderr).toContain("Did you mean bash?");
});
