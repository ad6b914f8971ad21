import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { rules } from "../built-in.ts";
import { folderOf, open, program, run } from "../installed/program.ts";
import { keys } from "./terminal.ts";

const cwd = folderOf();
const goOn = "To go on from here:\nnpx should-i-finetune --goal task-quality --title Test\n";
const prompt = "Ctrl-C leaves";
const { headline } = decide(rules, {});
/** Past the title, to the first list. */
const titled = ["--title", "Test"];
const shell = (line: string): string[] => ["sh", "-c", line, "sh", ...program];

describe.skipIf(process.platform === "win32")("leaving", { timeout: 180_000 }, () => {
	test.each([
		["Ctrl-C", keys.interrupt],
		["the end of input", keys.end],
	])("%s gives 130, no report and a sane terminal", async (_name, key) => {
		const line = '"$@"; echo "code $?"; stty -a; echo over';
		const session = open(titled, { cwd, command: shell(line) });
		await session.see(prompt);
		await session.choose("task-quality");
		await session.next(prompt);
		session.send(key);
		const screen = await session.see("over");
		expect(screen).toContain(goOn);
		expect(screen).toContain("code 130");
		expect(screen).toMatch(/[^-]icanon/);
		expect(screen).toMatch(/[^-]echo /);
		const { raw, text } = await session.end();
		expect(raw.lastIndexOf("\x1b[?25h")).toBeGreaterThan(raw.lastIndexOf("\x1b[?25l"));
		expect(text).not.toContain(headline);
		expect(text).not.toContain("Error");
	});

	test("Ctrl-C behind Esc", async () => {
		const session = open(titled, { cwd });
		await session.see(prompt);
		session.send("\x1b");
		session.send(keys.interrupt);
		expect((await session.end()).code).toBe(130);
	});

	test.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])(
		"%s leaves a cursor, and how to go on",
		async (signal) => {
			const line = 'echo "pid $$"; exec "$@"';
			const session = open(titled, { cwd, command: shell(line) });
			const [, pid] = /pid (\d+)/.exec(await session.see(prompt)) ?? [];
			await session.choose("task-quality");
			await session.next(prompt);
			process.kill(Number(pid), signal);
			const { raw, text } = await session.end();
			expect(text).toContain(goOn);
			expect(raw.lastIndexOf("\x1b[?25h")).toBeGreaterThan(raw.lastIndexOf("\x1b[?25l"));
		},
	);

	test("Ctrl-Z gives the shell back, and fg the question", async () => {
		const session = open([], { cwd, command: ["bash", "--norc", "-i"], env: { PS1: "shell> " } });
		await session.see("shell> ");
		session.send(`'${program.join("' '")}' --title Test\r`);
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

	test("Ctrl-C instead of saving", async () => {
		const session = open(titled, { cwd });
		await session.see(prompt);
		await session.choose("task-quality");
		await session.next(prompt);
		await session.choose("Stop here");
		await session.next("Save your answers");
		session.send(keys.interrupt);
		const { code, text } = await session.end();
		expect(code).toBe(130);
		expect(text).toContain("--goal task-quality --title Test --no-input");
		expect(text).not.toContain("What to do");
	});

	test("the report can go into a file", async () => {
		const session = open(titled, { cwd, command: shell('"$@" > decision.txt; echo "code $?"') });
		await session.see(prompt);
		await session.choose("Stop here");
		const { text } = await session.end();
		expect(text).toContain("code 0");
		expect(text).not.toContain("What to do");
		// Who sees no report sees what it says first.
		expect(text).toMatch(new RegExp(`${headline}\nConfidence`));
		const report = readFileSync(join(cwd, "decision.txt"), "utf8");
		expect(report).toContain(headline);
		for (const stray of ["\x1b", "Ctrl-C"]) expect(report).not.toContain(stray);
		expect(report.split(headline)).toHaveLength(2);
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

		test("a dumb terminal is told why, and what to do instead", async () => {
			const { text } = await open([], { cwd, env: { TERM: "dumb" } }).end();
			expect(text.replaceAll(/\s+/g, " ")).toContain(
				"Nothing was asked: TERM=dumb cannot draw questions. Use --accessible for plain ones, or give facts as flags.",
			);
		});

		test.each(["", "false"])("CI=%s says nothing", async (CI) => {
			const session = open(titled, { cwd, env: { CI } });
			await session.see(prompt);
			session.send(keys.interrupt);
			expect(await session.end()).toMatchObject({ code: 130 });
		});

		test("stdin is no terminal", async () => {
			const ran = await run([], { cwd });
			expect(ran.code).toBe(0);
			expect(ran.stdout).toContain(headline);
			expect(ran.stderr).toBe(
				"Nothing was asked: stdin and stderr are not a terminal. Give facts as flags or with --answers; --help lists them.\n",
			);
			for (const argv of [["--goal", "cost-latency"], ["--no-input"]])
				expect(await run(argv, { cwd })).toMatchObject({ code: 0, stderr: "" });
			expect(await run([], { cwd, env: { CI: "1" } })).toMatchObject({ stderr: "" });
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
		const session = open(titled, { cwd, env });
		await session.see(prompt);
		session.send(keys.enter);
		await session.next(prompt);
		session.send(keys.interrupt);
		const { raw } = await session.end();
		expect(raw.includes(bold)).toBe(isStyled);
		expect(isAscii(raw)).toBe(!isUnicode);
	});
});
