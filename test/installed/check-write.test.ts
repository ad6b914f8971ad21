/** `check --write`, as it is run; test/commands/check-file.test.ts has what it leaves alone within a document. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blockOf, change, outdated, today } from "../core/records/documents.ts";
import { folderOf, run } from "./program.ts";

/** On the day of the blocks. */
const check = (cwd: string, ...argv: string[]) =>
	run(["check", ...argv, "--as-of", today], { cwd });
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");

test("a refreshed block gets the day that was asked for", async () => {
	const cwd = folderOf({ "a.md": outdated.moved(blockOf({ asOf: null })) });
	await run(["check", "a.md", "--write", "--as-of", "2026-12-01"], { cwd });
	expect(read(cwd, "a.md")).toContain('decided: "2026-12-01"');
});

describe("what is left alone", () => {
	test.each([
		["a bare record", change(outdated.moved(blockOf()), /^.*\n/, "")],
		["a broken one", change(blockOf(), "examples: 700", "examples: many")],
		["an unchanged one", blockOf()],
		["one that is only not as expected", blockOf()],
	])("%s", async (_name, content) => {
		const cwd = folderOf({ "a.md": content });
		await check(cwd, "a.md", "--write", "--expect", "fine-tuning");
		expect(read(cwd, "a.md")).toBe(content);
	});

	test("all, without --write", async () => {
		const content = outdated.moved(blockOf());
		const cwd = folderOf({ "a.md": content });
		const { code } = await check(cwd, "a.md");
		expect(read(cwd, "a.md")).toBe(content);
		expect(code).toBe(1);
	});
});

describe("files", () => {
	test("the exit code tells what was found; the next run finds nothing", async () => {
		const cwd = folderOf({ "a.md": outdated.moved(blockOf()) });
		const first = await check(cwd, "a.md", "--write");
		expect(first).toMatchObject({ code: 1, stderr: "" });
		expect(first.stdout).toContain("moved, now refreshed");
		expect((await check(cwd, "a.md", "--write")).code).toBe(0);
	});

	test.skipIf(process.platform === "win32")(
		"mode and links stay, and nothing is left beside",
		async () => {
			const cwd = folderOf({ "a.md": outdated.moved(blockOf()) });
			chmodSync(join(cwd, "a.md"), 0o640);
			symlinkSync("a.md", join(cwd, "link.md"));
			await check(cwd, "link.md", "a.md", "--write");
			expect(read(cwd, "a.md")).toContain("confidence: 0.72");
			expect(statSync(join(cwd, "a.md")).mode & 0o777).toBe(0o640);
			expect(lstatSync(join(cwd, "link.md")).isSymbolicLink()).toBe(true);
			expect(readdirSync(cwd).sort()).toEqual(["a.md", "link.md"]);
		},
	);
});
