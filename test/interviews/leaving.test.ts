import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { rules } from "../built-in.ts";
import { folderOf, open, program, run } from "../installed/program.ts";
import { keys } from "./terminal.ts";

const cwd = folderOf();
const prompt = "Ctrl-C leaves";
const { headline } = decide(rules, {});
const shell = (line: string): string[] => ["sh", "-c", line, "sh", ...program];

describe.skipIf(process.platform === "win32")("leaving", { timeout: 180_000 }, () => {
	test.each([
		["Ctrl-C", keys.interrupt],
		["the end of input", keys.end],
	])("%s gives 130, no report and a sane terminal", async (_name, key) => {
		const line = '"$@"; echo "code $?"; stty -a; echo over';
		const session = open([], { cwd, command: shell(line) });
		await session.see(prompt);
		session.send(key);
		const screen = await session.see("over");
		expect(screen).toContain("code 130");
		expect(screen).toMatch(/[^-]icanon/);
		expect(screen).toMatch(/[^-]echo /);
		const { raw, text } = await session.end();
		expect(raw.lastIndexOf("\x1b[?25h")).toBeGreaterThan(raw.lastIndexOf("\x1b[?25l"));
		expect(text).not.toContain(headline);
		expect(text).not.toContain("Error");
	});

	test("Ctrl-C behind Esc", async () => {
		const session = open([], { cwd });
		await session.see(prompt);
		session.send("\x1b");
		session.send(keys.interrupt);
		expect((await session.end()).code).toBe(130);
	});

	test.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])("%s leaves a cursor", async (signal) => {
		const line = 'echo "pid $$"; exec "$@"';
		const session = open([], { cwd, command: shell(line) });
		const [, pid] = /pid (\d+)/.exec(await session.see(prompt)) ?? [];
		process.kill(Number(pid), signal);
		const { raw } = await session.end();
		expect(raw.lastIndexOf("\x1b[?25h")).toBeGreaterThan(raw.lastIndexOf("\x1b[?25l"));
	});

	test("Ctrl-Z gives the shell back, and fg the question", async () => {
		const session = open([], { cwd, command: ["bash", "--norc", "-i"], env: { PS1: "shell> " } });
		await session.see("shell> ");
		session.send(`'${program.join("' '")}' --all\r`);
		await session.see(prompt);
		session.send("\x1a");
		await session.see(/Stopped[\s\S]*shell> /);
		session.send("fg\r");
		await session.see(prompt);
		await session.choose("task-quality");
		await session.next(prompt);
		session.send(keys.interrupt);
		await session.see("shell> ");
		session.send("exit\r");
		const { raw } = await session.end();
		const before = raw.slice(0, raw.indexOf("Stopped"));
		expect(before.lastIndexOf("\x1b[?25h")).toBeGreaterThan(before.lastIndexOf("\x1b[?25l"));
	});

	test("Ctrl-C after the report", async () => {
		const session = open(["--all"], { cwd });
		await session.see(prompt);
		await session.choose("task-quality");
		await session.next(prompt);
		await session.choose("Stop here");
		await session.next("Save your answers");
		session.send(keys.interrupt);
		const { code, text } = await session.end();
		expect(code).toBe(130);
		expect(text).toContain("--goal task-quality --no-input");
	});

	test("the report can go into a file", async () => {
		const session = open([], { cwd, command: shell('"$@" > decision.txt; echo "code $?"') });
		await session.see(prompt);
		await session.choose("Stop here");
		const { text } = await session.end();
		expect(text).toContain("code 0");
		expect(text).not.toContain(headline);
		const report = readFileSync(join(cwd, "decision.txt"), "utf8");
		expect(report).toContain(headline);
		for (const stray of ["\x1b", "Ctrl-C", "So far"]) expect(report).not.toContain(stray);
	});
});

describe.skipIf(process.platform === "win32")(
	"where nobody can be asked",
	{ timeout: 180_000 },
	() => {
		test.each([
			["a dumb terminal", [], { TERM: "dumb" }],
			["CI=true", [], { CI: "true" }],
			["CI=1", [], { CI: "1" }],
			["CI=TRUE", [], { CI: "TRUE" }],
			["CI=yes", [], { CI: "yes" }],
			["a CI that sets no CI", [], { JENKINS_URL: "https://ci.example", BUILD_ID: "7" }],
			["--no-input", ["--no-input"], {}],
		])("%s: a report at once", async (_name, args, env) => {
			const { code, text } = await open(args, { cwd, env }).end();
			expect(code).toBe(0);
			expect(text).toContain(headline);
			expect(text).not.toContain("?25");
			expect(text).not.toContain(prompt);
		});

		test.each(["", "false"])("CI=%s says nothing", async (CI) => {
			const session = open([], { cwd, env: { CI } });
			await session.see(prompt);
			session.send(keys.interrupt);
			expect(await session.end()).toMatchObject({ code: 130 });
		});

		test("stdin is no terminal", async () => {
			const ran = await run([], { cwd });
			expect(ran).toMatchObject({ code: 0, stderr: "" });
			expect(ran.stdout).toContain(headline);
		});
	},
);

describe.skipIf(process.platform === "win32")("colour and symbols", { timeout: 180_000 }, () => {
	const bold = "\x1b[1m";
	const isAscii = (text: string) => Buffer.from(text).every((byte) => byte < 128);

	test.each([
		["colour by default", {}, true, true],
		["none with NO_COLOR", { NO_COLOR: "1" }, false, true],
		["ASCII where nothing else is safe", { LANG: "C" }, true, false],
	])("%s", async (_name, env, isStyled, isUnicode) => {
		const session = open(["--all"], { cwd, env });
		await session.see(prompt);
		session.send(keys.enter);
		await session.next(prompt);
		session.send(keys.interrupt);
		const { raw } = await session.end();
		expect(raw.includes(bold)).toBe(isStyled);
		expect(isAscii(raw)).toBe(!isUnicode);
	});
});
