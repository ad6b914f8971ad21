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

const moved = outdated.moved(blockOf());
/** The record of the first block is gone, and the begin comment of the second. */
const chapter = [
	change(blockOf(), /<!-- should-i-finetune\n[\s\S]*$/, ""),
	"# MY OWN CHAPTER\n\nPRECIOUS\n",
	change(moved, /^.*\n/, ""),
].join("\n");

/** A line of the text is gone, and some lines further down stands one of somebody. */
function swapped(further: number): string {
	const lines = moved.split("\n");
	const place = lines.findIndex((line) => line.startsWith("- For "));
	const others = lines.toSpliced(place, 1);
	const said = [...others.keys()].filter((at) => at >= place && others[at] !== "");
	return others.toSpliced((said[further - 1] ?? 0) + 1, 0, "- PRECIOUS").join("\n");
}

describe("what is left alone", () => {
	test.each([
		["a bare record", change(outdated.moved(blockOf()), /^.*\n/, "")],
		["a broken one", change(blockOf(), "examples: 700", "examples: many")],
		["an unchanged one", blockOf()],
		["one that is only not as expected", blockOf()],
		["a line that somebody added", change(moved, "## Scores", "PRECIOUS\n\n## Scores")],
		[
			"a line below all others",
			change(moved, "\n<!-- should-i-finetune\n", "PRECIOUS\n<!-- should-i-finetune\n"),
		],
		["a line above all others", change(moved, "-->\n", "-->\n\nPRECIOUS\n")],
		["a chapter that stands where a record has lost its begin comment", chapter],
		[
			"a line that was moved",
			change(moved, /^## Why\n\n([\s\S]*?)^## Scores$/m, "$1## Why\n\n## Scores"),
		],
		["a line taken out, and one added far below", swapped(40)],
		["a line taken out, and one added behind the next", swapped(1)],
		["a record without fingerprints", change(moved, /^fingerprints:\n(?: .*\n)+/m, "")],
		["a comment beside the answers", change(moved, "examples: 700", "examples: 700 # in May")],
		["a line of comments in the record", change(moved, "answers:\n", "answers:\n  # in May\n")],
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

describe("what is written anew", () => {
	test.each([
		["a word that was changed", change(blockOf(), "## Why", "## Why not")],
		[
			"a text that was deleted",
			change(blockOf(), /(?<=begin -->\n)[\s\S]*(?=<!-- should-i-finetune\n)/, ""),
		],
		["a number sign in a name", moved.replace("gpt-4.1-mini", "a # b")],
	])("%s", async (_name, content) => {
		const cwd = folderOf({ "a.md": content });
		await check(cwd, "a.md", "--write");
		expect(read(cwd, "a.md")).toContain("## Why\n");
		expect((await check(cwd, "a.md")).stdout).toContain("unchanged");
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
			expect(read(cwd, "a.md")).not.toContain("confidence: 0.51");
			expect(statSync(join(cwd, "a.md")).mode & 0o777).toBe(0o640);
			expect(lstatSync(join(cwd, "link.md")).isSymbolicLink()).toBe(true);
			expect(readdirSync(cwd).sort()).toEqual(["a.md", "link.md"]);
		},
	);
});
