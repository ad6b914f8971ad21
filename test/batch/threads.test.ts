/** The installed program on input of many blocks: threads decide it as one thread does, in order. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileWith } from "../core/rule-files.ts";
import { randomOf } from "../exact/random-rules.ts";
import { folderOf, home, program, run } from "../installed/program.ts";
import { rules } from "../report/decisions.ts";
import { longLines } from "./lines.ts";
import { runHere } from "./run.ts";

const isWindows = process.platform === "win32";

/** What a block holds, of lines of which only the verdict is asked. */
const blockSize = 2 ** 18;

const random = randomOf(1);
const lines = longLines(random, rules, 6000);
/** Now and then a blank line, or a range, which only the other reader reads. */
const texts = lines.map((line, place) => {
	if (place % 97 === 5) return "";
	return place % 31 === 7 ? line.replace(/("weeks" *:) *\d+/, '$1"2..9"') : line;
});
const text = texts.join("\n");
/** Some lines are bad: one soon, and more of them far down. */
const badPlaces = [10, 2300, 4000, 4001, 5999];
const badLines = [...texts];
for (const place of badPlaces) badLines[place] = `{"goal":"speed ${place}"}`;

const folder = folderOf({
	"good.ndjson": text,
	"bad.ndjson": badLines.join("\n"),
	"late.ndjson": texts.with(4321, "no answers").join("\n"),
	"list.json": `[\n${texts.filter(Boolean).join(",\n")}\n]\n`,
	"named.ndjson": lines.map((line, place) => line.replace("{", `{"id":${place},`)).join("\n"),
	"sixty.ndjson": texts.slice(0, 60).join("\n"),
});
const file = (name: string) => join(folder, name);

const brief = ["--fields", "verdict,outlook,strength,total.points"];
const rowsOf = (stdout: string): string[] => stdout.trimEnd().split("\n");

test("the input has more blocks than there are threads on a small machine, and the build has threads", () => {
	expect(Buffer.byteLength(text)).toBeGreaterThan(3 * blockSize);
	const built = readdirSync(join(home, "dist/lib"));
	expect(built.filter((name) => name.startsWith("batch-worker."))).toHaveLength(1);
});

describe("threads print what one thread prints", () => {
	test.each<[name: string, code: number, argv: string[]]>([
		["rows", 0, [file("good.ndjson"), ...brief]],
		[
			"rows of several files",
			0,
			[file("good.ndjson"), file("sixty.ndjson"), file("good.ndjson"), ...brief],
		],
		["rows of a list", 0, [file("list.json"), ...brief]],
		["rows with keys that are kept", 0, [file("named.ndjson"), ...brief, "--keep", "id"]],
		["bad lines with their numbers", 2, [file("bad.ndjson"), ...brief]],
		["rows up to a bad line", 2, [file("late.ndjson"), ...brief, "--strict"]],
		["a summary", 0, [file("good.ndjson"), "--summary", "--format", "json"]],
		["a summary with bad lines", 2, [file("bad.ndjson"), "--summary"]],
		["a summary up to a bad line", 2, [file("late.ndjson"), "--summary", "--strict"]],
		["whole decisions", 0, [file("sixty.ndjson"), "--as-of", "2026-11-22"]],
	])("%s", async (_name, code, argv) => {
		const built = await run(["batch", ...argv]);
		const here = await runHere(["batch", ...argv]);
		// Row by row: all at once would be too much to look at.
		const rows = rowsOf(here.stdout);
		for (const [place, row] of rowsOf(built.stdout).entries()) expect(row).toBe(rows[place]);
		expect(built).toEqual(here);
		expect(built.code).toBe(code);
	});

	test("from stdin", async () => {
		const stdin = badLines.join("\n");
		const built = await run(["batch", ...brief], { stdin });
		expect(built).toEqual(await runHere(["batch", ...brief], { stdin }));
		expect(built.code).toBe(2);
	});
});

test("threads decide by the rules that are named", async () => {
	const changes = random.list(3000, () => `{"change":"${random.pick(["static", "daily"])}"}`);
	const cwd = folderOf({
		// JSON is YAML, too.
		"rules/small.yaml": JSON.stringify(fileWith()),
		"changes.ndjson": changes.join("\n"),
	});
	const argv = ["--rules", "rules", "--fields", "verdict,settled"];
	const built = await run(["batch", "changes.ndjson", ...argv], { cwd });
	const verdicts = rowsOf(built.stdout).map((row) => JSON.parse(row).verdict);
	expect(verdicts).toEqual(
		changes.map((line) => (line.includes("daily") ? "fine-tuning" : "prompt-engineering")),
	);
});

test("a line keeps its place and its number", async () => {
	const keep = await run(["batch", file("named.ndjson"), ...brief, "--keep", "id"]);
	const named = rowsOf(keep.stdout);
	expect(named.map((row) => JSON.parse(row).id)).toEqual([...lines.keys()]);
	const { stdout, stderr } = await run(["batch", file("bad.ndjson"), ...brief]);
	const bad = rowsOf(stdout).flatMap((row) => JSON.parse(row).line ?? []);
	expect(bad).toEqual(badPlaces.map((place) => place + 1));
	expect(stderr).toContain(
		`${file("bad.ndjson")}:11: "speed 10" is not a valid answer to "main goal".`,
	);
	expect(stderr).toMatch(/^5 bad lines of 5,\d{3}; the first 3 are shown\.$/m);
});

test("with --strict all rows above the first bad line are there, and none below it", async () => {
	const above = texts.slice(0, 4321).filter(Boolean);
	const { stdout, stderr } = await run(["batch", file("late.ndjson"), ...brief, "--strict"]);
	const all = rowsOf((await run(["batch", file("good.ndjson"), ...brief])).stdout);
	expect(rowsOf(stdout)).toEqual(all.slice(0, above.length));
	expect(stderr).toContain("late.ndjson:4322: The line is not valid JSON.");
});

test.skipIf(isWindows).each([
	["head -n 1", 1],
	["true", 0],
])("a reader that leaves early is none of our problems: %s", async (reader, count) => {
	const line = `"$0" "$@" --fields verdict | ${reader}; exit "\${PIPESTATUS[0]}"`;
	const command = ["bash", "-c", line, ...program];
	const { code, stdout, stderr } = await run(["batch", file("good.ndjson")], { command });
	expect({ code, rows: stdout.split("\n").length - 1, stderr }).toEqual({
		code: 0,
		rows: count,
		stderr: "",
	});
});
