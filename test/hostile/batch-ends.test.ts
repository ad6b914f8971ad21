/** What bad batches cost, and what is left of one that is ended. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { folderOf, program } from "../installed/program.ts";
import { plainEnv } from "../interviews/terminal.ts";
import { type Trial, tryAll } from "./trial.ts";

const brief = ["--fields", "verdict"];
const good = '{"goal":"task-quality"}';
const isWindows = process.platform === "win32";

/** So many bytes of bad input take seconds and little memory, which the harness looks after. */
const megabytes = (line: string, count = 2): string =>
	line.repeat((count * 1_000_000) / line.length);
describe("much of what is bad is counted", () => {
	const counted = (what: string, stdin: string): Trial => ({
		what,
		argv: ["batch", "--summary"],
		stdin,
		says: /^[\d,]+ bad lines? of [\d,]+(?:; the first 3 are shown)?\.$/m,
	});
	tryAll([
		counted("lines that are no JSON", `{}\n${megabytes("x\n")}`),
		counted("lines that almost are JSON", megabytes("{x\n", 1)),
		counted("no such facts", megabytes('{"gaol":1}\n')),
		counted("answers that are none", megabytes('{"goal":"speed","examples":-1}\n')),
		counted("keys that are there twice", megabytes('{"goal":1,"goal":2}\n')),
		counted("commas", `[${megabytes(",")}]`),
		counted("an array of what is no JSON", `[${megabytes("x,")}x]`),
		counted("rows of what is no answer", `goal\n${megabytes("abc\n", 1)}`),
		// The parser makes an error of each, and forgets it: they cost ten times what others do.
		counted("rows that are too long", `goal\n${megabytes("a,b\n", 0.3)}`),
		counted("blank lines in a table", `goal\nabc\n${megabytes("\n")}`),
		counted("blank lines", `{\n${megabytes("\n")}`),
	]);
});

/** Runs a batch of many rows, and does something to it once it has begun to write. */
function startMany(argv: readonly string[]) {
	const folder = folderOf({ "many.ndjson": `${good}\n`.repeat(200_000) });
	const [node = "", ...first] = program;
	return spawn(node, [...first, "batch", join(folder, "many.ndjson"), ...argv], {
		env: plainEnv,
		stdio: ["ignore", "pipe", "pipe"],
	});
}

describe.skipIf(isWindows)("rows end with a line, whenever the program is ended", () => {
	test.each<[signal: NodeJS.Signals, argv: readonly string[]]>([
		["SIGTERM", brief],
		["SIGINT", brief],
		["SIGHUP", brief],
		["SIGKILL", brief],
		["SIGTERM", []],
		["SIGINT", []],
	])("by %s, with flags %j", async (signal, argv) => {
		const child = startMany(argv);
		const output = child.stdout.once("data", () => child.kill(signal));
		const ended = new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
		const [stdout, stderr] = await Promise.all([text(output), text(child.stderr)]);
		expect(await ended).toBe(signal);
		expect(stderr).toBe("");
		expect(stdout.length).toBeGreaterThan(0);
		expect(stdout.endsWith("}\n")).toBe(true);
	});

	test("by a reader that leaves", async () => {
		const child = startMany(brief);
		child.stdout.once("data", () => child.stdout.destroy());
		const stderr = text(child.stderr);
		const code = await new Promise((resolve) => child.on("close", resolve));
		expect({ code, stderr: await stderr }).toEqual({ code: 0, stderr: "" });
	});

	test("by a signal, though its reader has stopped to read", async () => {
		const child = startMany([]);
		await new Promise((resolve) => child.stdout.once("readable", resolve));
		child.kill("SIGTERM");
		const by = await new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
		expect(by).toBe("SIGTERM");
	});
});
