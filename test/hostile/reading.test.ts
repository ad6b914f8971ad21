/** What is not a regular file, or more than one: at every door that reads. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, program, run } from "../installed/program.ts";
import { attempt, expectCivil, type Trial, tryAll } from "./trial.ts";

const folder = folderOf({ "dir/x": "", "r/rules.yaml": "extends: built-in\n", file: "weeks: 3\n" });
const at = (name: string) => join(folder, name);
const servers: Server[] = [];

execFileSync("mkfifo", [at("pipe")]);
symlinkSync("nowhere", at("lost"));
symlinkSync("circle", at("circle"));
symlinkSync("pipe", at("to-pipe"));
writeFileSync(at("huge"), "");
truncateSync(at("huge"), 100_000_000);

/** Each with what is said of it. */
const things: [name: string, path: string, says: RegExp][] = [
	["a folder", at("dir"), /is a folder/],
	["a pipe that nobody writes to", at("pipe"), /is a pipe with no data/],
	["zeros without end", "/dev/zero", /is a device/],
	["nothing", "/dev/null", /is a device/],
	["a terminal", "/dev/tty", /is a device|no such file/],
	["a socket", at("socket"), /is a socket/],
	["a link that leads nowhere", at("lost"), /is a broken link/],
	["a link to itself", at("circle"), /links form a loop/],
	["nothing there", at("none"), /no such file/],
	["something below a file", at("file/x"), /part of the path is not a folder/],
	["too long a name", at("x".repeat(300)), /name is too long/],
	["100 MB", at("huge"), /more than a million characters/],
];

beforeAll(async () => {
	const server = createServer();
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(at("socket"), resolve));
});
afterAll(() => {
	for (const server of servers) server.close();
});

/** A run in a folder of its own with a link to the thing in it. */
const linked = (path: string, name: string): string => {
	const own = folderOf();
	mkdirSync(join(own, name, ".."), { recursive: true });
	symlinkSync(path, join(own, name));
	return own;
};

const doors: Record<string, (path: string) => string[]> = {
	"--answers": (path) => ["--no-input", "-a", path],
	diff: (path) => ["diff", path, at("file")],
	"prices --prices": (path) => ["prices", "--prices", path],
	"explain weights": (path) => ["explain", "weights", "-a", path],
};

test("a pipe that nobody writes to, as a batch", async () => {
	const outcome = await attempt({ what: "", argv: ["batch", at("pipe")] });
	expectCivil(outcome);
	expect(outcome).toMatchObject({ code: 2, stdout: "" });
	expect(outcome.stderr).toContain("it is a pipe with no data");
});

describe.each(Object.keys(doors))("%s", (door) => {
	tryAll(
		things.map(([what, path, says]): Trial => ({ what, argv: doors[door]?.(path) ?? [], says })),
	);
});

tryAll([
	{ what: "the second of two", argv: ["-a", at("file"), "-a", at("to-pipe")], says: "is a pipe" },
	{ what: "the other of diff", argv: ["diff", at("file"), "/dev/urandom"], says: "is a device" },
]);

describe("a file of a rule set", () => {
	tryAll(
		things.map(([what, path, says]): Trial => {
			// A link to a link or to nothing says the same.
			const isLink = what === "nothing there" || what === "something below a file";
			return {
				what,
				argv: ["--rules", linked(path, "a.yaml"), "rules", "check"],
				says: isLink ? /broken link|part of the path is not a folder/ : says,
			};
		}),
	);
});

describe("a rule set", () => {
	const notFolders = things.filter(([what]) => what !== "a folder");
	tryAll([
		...notFolders.map(([what, path]) => ({
			what,
			argv: ["--rules", path, "--no-input"],
			says: "There are no rules in",
		})),
		...notFolders.map(([what, path]) => ({
			what: `${what}, in a comparison`,
			argv: ["rules", "diff", "built-in", path],
			says: "There are no rules in",
		})),
		{ what: "a folder of nothing", argv: ["--rules", at("dir")], says: "it has no YAML files" },
		{ what: "a name of nothing", argv: ["--rules", ""], says: "--rules is empty" },
		{ what: "100,000 slashes", argv: ["--rules", `${"/".repeat(100_000)}x`] },
		{ what: "slashes behind it", argv: ["rules", "check", "--rules", `${at("r")}///`], code: 0 },
	]);
});

describe("the file of answers of a folder", () => {
	test.each(things.filter(([what]) => !/nothing there|below a file|long a name/.test(what)))(
		"%s",
		async (_what, path, says) => {
			const cwd = linked(path, "should-i-finetune.yaml");
			const { code, stderr } = await run(["--no-input"], { cwd });
			expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(says) });
		},
	);
});

describe("check", () => {
	test.each(things.filter(([what]) => what !== "a folder"))("%s", async (_what, path) => {
		const { code, stdout, stderr } = await run(["check", path]);
		expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
		expect(stdout).toMatch(/broken\n {2}The file (?:is|cannot be read)/);
	});

	test.each(things)("%s, found in a folder, is passed over or told", async (_what, path) => {
		const { code, stderr } = await run(["check", linked(path, "a.md")]);
		expect(stderr).toBe("");
		expect([0, 2]).toContain(code);
	});
});

const shell = (line: string, cwd = folder) =>
	run([], { cwd, command: ["bash", "-c", line.replaceAll("PROGRAM", `"$0" "$1"`), ...program] });

describe("a pipe that somebody writes to", () => {
	test.each([
		["made by the shell", "PROGRAM --no-input -f json -a <(echo 'weeks: 3')"],
		["slowly", "PROGRAM --no-input -f json -a <(echo 'weeks: 3'; sleep 1; echo 'examples: 5')"],
		["which begins late", "PROGRAM --no-input -f json -a <(sleep 1; echo 'weeks: 3')"],
		[
			"of that name",
			"mkfifo p1; (sleep 0.5; echo 'weeks: 3' > p1) & PROGRAM --no-input -f json -a p1",
		],
		["by the name of stdin", "echo 'weeks: 3' | PROGRAM --no-input -f json -a /dev/stdin"],
		["stdin itself", "echo 'weeks: 3' | PROGRAM --no-input -f json -a -"],
		["a file on stdin", "PROGRAM --no-input -f json -a - < file"],
	])("%s", async (_what, line) => {
		const { code, stdout, stderr } = await shell(line);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(JSON.parse(stdout).answers.weeks.value).toBe(3);
	});

	test.each([
		["without end", "PROGRAM --no-input -a <(cat /dev/zero)", "more than a million characters"],
		["of lines without end", "PROGRAM --no-input -a <(yes)", "more than a million characters"],
		["on stdin without end", "yes | PROGRAM --no-input -a -", "more than a million characters"],
		["zeros on stdin", "PROGRAM --no-input -a - < /dev/zero", "more than a million characters"],
		["nothing", "PROGRAM --no-input -a <(true)", "it is a pipe with no data"],
		["a folder on stdin", "PROGRAM --no-input -a - < .", "stdin "],
		["a closed stdin", "PROGRAM --no-input -a - <&-", "stdin "],
	])("%s", async (_what, line, says) => {
		const { code, stderr } = await shell(line);
		expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
	});
});

describe("a working directory that is gone", () => {
	test.each([
		["--no-input", 0],
		["--no-input -f html", 0],
		["--no-input -a x.yaml", 2],
		["--no-input -o x.md", 2],
		["--no-input --rules x", 2],
		["--rules built-in rules check", 0],
		["rules diff x built-in", 2],
		["rules docs", 0],
		["diff a b", 2],
		["explain goal", 0],
		["check x.md", 2],
		["check x*.md", 2],
		["check .", 0],
		["batch x.ndjson", 2],
		["init", 2],
		["help answers", 0],
		["completion bash", 0],
	])("%s", async (line, expected) => {
		const { code, stderr } = await shell(`d=$(mktemp -d); cd $d; rmdir $d; PROGRAM ${line}`);
		expect(stderr).not.toMatch(/^\s+at |This is a bug/m);
		expect(code, stderr).toBe(expected);
	});
});
