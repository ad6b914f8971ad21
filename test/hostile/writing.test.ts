/** Where reports are to be written to: what is not a regular file, what is protected, and a disk without room. */
import {
	chmodSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, program, run } from "../installed/program.ts";

const advise = ["--no-input", "--goal", "task-quality"];
const older = "what stood here before\n";

/** Runs a line of bash, where PROGRAM is the program with its answers. */
const shell = (cwd: string, line: string) =>
	run([], {
		cwd,
		command: [
			"bash",
			"-c",
			line.replaceAll("PROGRAM", `"$0" "$1" ${advise.join(" ")}`),
			...program,
		],
	});
const write = (cwd: string, ...files: string[]) =>
	run([...advise, ...files.flatMap((file) => ["-o", file])], { cwd });
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");
const report = async () => (await run([...advise, "--format", "markdown"])).stdout;

describe("a name that is refused: no file is written, and none is touched", () => {
	test.each<[what: string, name: string, says: string, make: (cwd: string) => void]>([
		["in no folder", "none/a.md", "its folder does not exist; create it first", () => undefined],
		["in a file", "old.md/a.md", "its parent is not a folder", () => undefined],
		["of 300 letters", `${"a".repeat(300)}.md`, "the name is too long", () => undefined],
		["of a folder", "a.md", "it is a folder", (cwd) => mkdirSync(join(cwd, "a.md"))],
		["of what is read-only", "a.md", "it is read-only", (cwd) => protect(join(cwd, "a.md"))],
		[
			"of a link to what is read-only",
			"l.md",
			"it is read-only",
			(cwd) => {
				protect(join(cwd, "a.md"));
				symlinkSync("a.md", join(cwd, "l.md"));
			},
		],
		[
			"of links in a circle",
			"a.md",
			"its links form a loop",
			(cwd) => {
				symlinkSync("b.md", join(cwd, "a.md"));
				symlinkSync("a.md", join(cwd, "b.md"));
			},
		],
		[
			"of a link into no folder",
			"a.md",
			"its folder does not exist; create it first",
			(cwd) => symlinkSync("none/b.md", join(cwd, "a.md")),
		],
	])("%s", async (_what, name, says, make) => {
		const cwd = folderOf({ "old.md": older });
		make(cwd);
		const before = readdirSync(cwd);
		for (const files of [[name], ["old.md", name], [name, "new.md"]]) {
			const { code, stderr } = await write(cwd, ...files);
			expect({ code, stderr }).toEqual({
				code: 2,
				stderr: `error: ${name} cannot be written: ${says}.\n       Fix that, or choose another file.\n`,
			});
		}
		expect(read(cwd, "old.md")).toBe(older);
		expect(readdirSync(cwd)).toEqual(before);
	});
});

function protect(path: string): void {
	writeFileSync(path, older);
	chmodSync(path, 0o444);
}

describe("what stands there stays what it is", () => {
	test("a link leads where it led, also to what was not there", async () => {
		const cwd = folderOf({ "b.md": older });
		for (const [link, to] of [
			["a.md", "b.md"],
			["c.md", "d.md"],
			["e.md", "c.md"],
		])
			symlinkSync(to ?? "", join(cwd, link ?? ""));
		await write(cwd, "a.md", "e.md");
		for (const link of ["a.md", "c.md", "e.md"])
			expect(lstatSync(join(cwd, link)).isSymbolicLink()).toBe(true);
		for (const file of ["b.md", "d.md"]) expect(`${read(cwd, file)}`).toBe(await report());
	});

	test("both names of one file have the new text", async () => {
		const cwd = folderOf({ "a.md": older.repeat(9_999) });
		linkSync(join(cwd, "a.md"), join(cwd, "b.md"));
		await write(cwd, "a.md");
		expect(statSync(join(cwd, "a.md")).ino).toBe(statSync(join(cwd, "b.md")).ino);
		expect(read(cwd, "b.md")).toBe(await report());
	});

	test.each([0o600, 0o640, 0o666, 0o755])("mode %o", async (mode) => {
		const cwd = folderOf({ "a.md": older });
		chmodSync(join(cwd, "a.md"), mode);
		await write(cwd, "a.md");
		expect(statSync(join(cwd, "a.md")).mode & 0o7777).toBe(mode);
	});

	test("a log that stdout goes to is written on", async () => {
		const cwd = folderOf({ log: older });
		for (const name of ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
			await shell(cwd, `PROGRAM --format markdown -o ${name} >> log`);
		expect(read(cwd, "log")).toBe(older + (await report()).repeat(3));
	});

	test("a pipe takes the report, and stays a pipe", async () => {
		const cwd = folderOf();
		await shell(
			cwd,
			"mkfifo a.md && cat a.md > got & until [ -p a.md ]; do :; done; sleep 0.2; PROGRAM -o a.md; wait",
		);
		expect(lstatSync(join(cwd, "a.md")).isFIFO()).toBe(true);
		expect(read(cwd, "got")).toBe(await report());
	});

	test("so does what the shell opens for a command", async () => {
		const cwd = folderOf();
		await shell(cwd, "PROGRAM --format markdown -o >(cat > got); wait $!");
		expect(read(cwd, "got")).toBe(await report());
	});

	test("a pipe that nobody reads is refused at once", async () => {
		const cwd = folderOf();
		const { code, stderr } = await shell(cwd, "mkfifo a.md; PROGRAM -o a.md -o b.md");
		expect(code).toBe(2);
		expect(stderr).toContain("a.md cannot be written: no program reads from it.");
		expect(readdirSync(cwd)).toEqual(["a.md"]);
	});
});

describe("two names of one file, for two reports", () => {
	test.each<[what: string, first: string, second: string, make: (cwd: string) => void]>([
		["a link", "a.md", "l.html", (cwd) => symlinkSync("a.md", join(cwd, "l.html"))],
		[
			"a link, before its file",
			"l.html",
			"a.md",
			(cwd) => symlinkSync("a.md", join(cwd, "l.html")),
		],
		[
			"a hard link",
			"old.md",
			"l.json",
			(cwd) => linkSync(join(cwd, "old.md"), join(cwd, "l.json")),
		],
		["a folder by two names", "a.md", "l/a.md", (cwd) => symlinkSync(".", join(cwd, "l"))],
	])("%s", async (_what, first, second, make) => {
		const cwd = folderOf({ "old.md": older });
		make(cwd);
		const { code, stderr } = await write(cwd, first, second);
		const isOneText = first.endsWith(".md") && second.endsWith(".md");
		expect(code).toBe(isOneText ? 0 : 2);
		if (!isOneText)
			expect(stderr).toContain(`${second} cannot be written: ${first} is the same file.`);
		expect(read(cwd, "old.md")).toBe(older);
	});
});

describe("a disk that has no more room for what is printed", () => {
	test.each([
		"PROGRAM --format html",
		"PROGRAM --format html -o /dev/stdout",
		'"$0" "$1" completion bash',
		'"$0" "$1" rules docs',
		'seq 9999 | sed "s/.*/{}/" | "$0" "$1" batch',
	])("%s", async (line) => {
		// A limit in kB on the size of a file cuts a write short, as a full disk does.
		const { code, stderr } = await shell(folderOf(), `ulimit -f 8; ${line} > out`);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^error: .* cannot be written: the file would exceed the size limit/);
	});
});

describe("a disk without room: the old file stays, and nothing beside it", () => {
	test.each([
		["one", "-o a.html"],
		["the other of two", "-o b.md -o a.html"],
		["one of two names", "-o two.html"],
	])("for %s", async (_what, output) => {
		const cwd = folderOf({ "a.html": older, "b.md": older, "one.html": older });
		linkSync(join(cwd, "one.html"), join(cwd, "two.html"));
		// A limit in kB on the size of a file cuts a write short, as a full disk does.
		const { code, stderr } = await shell(cwd, `ulimit -f 72; PROGRAM ${output}`);
		expect(code).toBe(2);
		expect(stderr).toContain("cannot be written: the file would exceed the size limit.");
		for (const file of ["a.html", "b.md", "one.html"]) expect(read(cwd, file)).toBe(older);
		expect(readdirSync(cwd)).toEqual(["a.html", "b.md", "one.html", "two.html"]);
	});
});
