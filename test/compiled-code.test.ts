/** Compiled code that a run leaves to the next one of its command: taken where it fits, and only there. */
import { spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ensureBuilt, root } from "./built.ts";
import { hospital } from "./report/decisions.ts";

const name = "should-i-finetune";
let modules = "";
const cache = () => join(modules, ".cache", name);
const start = () => join(modules, name, "dist/lib/start.cjs");
/** What a command has kept of the file of a plain run. */
const kept = (command: string) => {
	const [node = "", ...others] = readdirSync(join(cache(), command));
	expect(others).toEqual([]);
	return join(cache(), command, node, "start.cjs");
};

beforeAll(ensureBuilt);
/** Installed, as npm does it. */
beforeEach(() => {
	modules = join(mkdtempSync(join(tmpdir(), "compiled-")), "node_modules");
	for (const folder of ["bin", "dist"])
		cpSync(join(root, folder), join(modules, name, folder), { recursive: true });
});
afterEach(() => rmSync(join(modules, ".."), { recursive: true }));

function run(args: string[], env = {}) {
	const { CI: _, ...others } = process.env;
	const launcher = join(modules, name, "bin/should-i-finetune.js");
	const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
		cwd: modules,
		encoding: "utf8",
		env: { ...others, ...env },
	});
	return { status, stdout, stderr };
}

const decideOn = (facts: Record<string, string>): string[] => [
	...Object.entries(facts).map(([fact, value]) => `--${fact}=${value}`),
	...["--no-input", "--format", "json"],
];
const decide = decideOn({ goal: "task-quality" });

test("is kept beside the program, by command", () => {
	const commands = [decide, ["--version"], ["--help"], ["explain", "goal"]];
	for (const args of commands) expect(run(args)).toMatchObject({ status: 0, stderr: "" });
	expect(readdirSync(cache()).sort()).toEqual(["advise", "explain", "help", "version"]);
});

test("fits one build of Node alone", () => {
	run(decide);
	const [node = ""] = readdirSync(join(cache(), "advise"));
	const { version, platform, arch, execPath } = process;
	expect(node).toBe(`${version}-${platform}-${arch}-${statSync(execPath).size}`);
});

test("is not kept where that is not wanted", () => {
	run(decide, { NODE_DISABLE_COMPILE_CACHE: "1" });
	expect(existsSync(cache())).toBe(false);
});

const stamp = (command: string) => statSync(kept(command)).ino;

test.each([
	["little is known", decide],
	["more is known", decideOn(hospital)],
])("the next run takes it and says the same, when %s", (_, args) => {
	const first = run(args);
	const left = stamp("advise");
	expect(run(args)).toEqual(first);
	expect(stamp("advise")).toBe(left);
});

test("it fits the program to the letter, and is replaced when it does not", () => {
	run(["--version"]);
	const left = stamp("version");
	const version = (text: string) =>
		writeFileSync(
			start(),
			readFileSync(start(), "utf8").replace(/"0\.1\.0"(.*).{16}$/s, `"9.9.9"$1${text}`),
		);
	version("0123456789abcdef");
	expect(run(["--version"]).stdout).toBe("9.9.9\n");
	expect(stamp("version")).not.toBe(left);
	expect(readFileSync(kept("version"), "latin1").slice(-16)).toBe("0123456789abcdef");
});

test.each([
	["empty", ""],
	["cut off", "0123456789abcdef"],
	["of another Node", "not compiled code at all, but with a fingerprint: FINGERPRINT"],
])("one that is %s is replaced", (_, content) => {
	const first = run(decide);
	const whole = readFileSync(kept("advise"));
	const fingerprint = readFileSync(start(), "utf8").slice(-16);
	writeFileSync(kept("advise"), content.replace("FINGERPRINT", fingerprint));
	expect(run(decide)).toEqual(first);
	expect(statSync(kept("advise")).size).toBeGreaterThan(whole.length / 2);
});

test("a run that failed keeps nothing", () => {
	expect(run(["--goal", "speed"]).status).toBe(2);
	expect(existsSync(cache())).toBe(false);
});

test("words that are no command keep nothing of their own", () => {
	run(["../../up"]);
	run(["--no-such-flag"]);
	run(["--as-of=2026-01-01", ...decide]);
	expect(readdirSync(cache())).toEqual(["advise"]);
});

test("a folder that cannot be written is left alone", () => {
	writeFileSync(join(modules, ".cache"), "a file");
	expect(run(decide)).toMatchObject({ status: 0, stderr: "" });
	expect(readFileSync(join(modules, ".cache"), "utf8")).toBe("a file");
});

test("nothing is left half written", () => {
	run(decide);
	run(["explain", "goal"]);
	const files = readdirSync(cache(), { recursive: true }).map(String);
	expect(files.filter((file) => /\.\d+$/.test(file))).toEqual([]);
});
