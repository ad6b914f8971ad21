/** What `check` says of each kind of record, and how it exits. */
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blockOf, change, facts, outdated, today } from "../core/records/documents.ts";
import { folderOf, home, run } from "./program.ts";

const block = blockOf();
// Links need rights there that few have.
const isWindows = process.platform === "win32";

interface Told {
	file: string;
	line: number | null;
	state: string;
	refreshed: boolean;
	findings: { state: string; says: string; at?: { line?: number; column?: number } }[];
	was: { verdict: string } | null;
	reasons: { rule: string; before: number | null; after: number | null }[];
	gates: { gate: string; before: string; after: string }[];
	events: { appeared: string[]; vanished: string[] };
}

/** Runs `check` on the day of the blocks, unless a flag names another. */
function checkIn(cwd: string, ...argv: string[]) {
	const day = argv.includes("--as-of") ? [] : ["--as-of", today];
	return run(["check", ...argv, ...day], { cwd });
}

/** Checks one document and tells its records and the exit code. */
async function check(content: string | Uint8Array, ...flags: string[]) {
	const cwd = folderOf({ "decision.md": content });
	const screen = await checkIn(cwd, "decision.md", "--format", "json", ...flags);
	const told = screen.stdout ? JSON.parse(screen.stdout) : { records: [] };
	const records: Told[] = told.records;
	return { ...screen, records };
}

describe.each<[name: string, content: string, flags: string[], state: string, code: number]>([
	["unchanged", block, [], "unchanged", 0],
	["unchanged with the line ends of Windows", block.replaceAll("\n", "\r\n"), [], "unchanged", 0],
	["unchanged in a document", `# T\n\n${block}\n\ntext`, [], "unchanged", 0],
	[
		"reformatted",
		change(block, "| --- | --- | --: | --: | --- |", "| :-- | :--- | ---: | --: | - |")
			.replace(":-- | :---", "--- | ----")
			.replace("--: | - |", "--: | ---- |"),
		[],
		"unchanged",
		0,
	],
	["undated", blockOf({ asOf: null }), [], "unchanged", 0],
	["nothing answered", blockOf({ given: {} }), [], "unchanged", 0],
	["verdict", change(block, /^verdict: .*$/m, "verdict: fine-tuning"), [], "moved", 1],
	["outlook", change(block, /^outlook: .*$/m, "outlook: fine-tuning"), [], "moved", 1],
	["confidence", outdated.moved(block), [], "moved", 1],
	["edited text", outdated.edited(block), [], "edited", 1],
	["edited digit", change(block, /\| \d[\d,]* \|/, "| 7 |"), [], "edited", 1],
	["edited answer", change(block, "  examples: 700", "  examples: 701"), [], "edited", 1],
	[
		"edited answer that moves it",
		change(block, "  examples: 700", "  examples: 7"),
		[],
		"moved",
		1,
	],
	["no begin comment", change(block, /^.*\n/, ""), [], "edited", 1],
	["past its day", outdated.stale(block), [], "stale", 1],
	["on its day", block, ["--as-of", "2027-01-14"], "stale", 1],
	["before its day", block, ["--as-of", "2026-11-23"], "unchanged", 0],
	["new event", change(block, /^ {2}- "2027-01-14.*\n/m, ""), [], "stale", 1],
	[
		"event that is gone",
		change(block, '  - "2027-01-14', '  - "2027-02-30 Somebody closed"\n  - "2027-01-14'),
		[],
		"stale",
		1,
	],
	[
		"a bare record",
		block
			.slice(block.indexOf("<!-- should-i-finetune\n"))
			.replace(/^(?:format|decided|re-decide-by): .*\n/gm, "")
			.replace(/^(?:reasons|gates|from|events|fingerprints):\n(?: .*\n)*/gm, ""),
		[],
		"unchanged",
		0,
	],
	["not as expected", block, ["--expect", "fine-tuning"], "unexpected", 1],
	["as expected", block, ["--expect", "prompt-engineering"], "unchanged", 0],
	["not settled", block, ["--strict"], "unsettled", 2],
	["not YAML", change(block, "answers:\n", "answers: [\n"), [], "broken", 2],
	["a fact that is none", change(block, "  examples: 700", "  exampels: 700"), [], "broken", 2],
	["a value that is none", change(block, "  examples: 700", "  examples: many"), [], "broken", 2],
	["a key that is none", change(block, "outlook:", "outlok:"), [], "broken", 2],
	["a verdict that is none", change(block, /^verdict: .*/m, "verdict: perhaps"), [], "broken", 2],
	["a format that is none", change(block, "format: markdown", "format: json"), [], "broken", 2],
	["a day that is none", change(block, /^decided: .*/m, 'decided: "2026-02-30"'), [], "broken", 2],
	["no answers", change(block, /^answers:\n(?: .*\n)*/m, ""), [], "broken", 2],
	["an alias", change(block, /^outlook: .*/m, "outlook: *a"), [], "broken", 2],
	["another rule set", change(block, 'ruleset: "built-in', 'ruleset: "ours'), [], "broken", 2],
	["without its end", change(block, /-->$/, ""), [], "broken", 2],
	["indented", block.replaceAll("<!-- should", " <!-- should"), [], "broken", 2],
])("%s", (_name, content, flags, state, code) => {
	test(`is ${state}, and exits with ${code}`, async () => {
		const { records, ...screen } = await check(content, ...flags);
		expect(records.map((record) => record.state)).toEqual(Array(records.length).fill(state));
		expect(records.length).toBeGreaterThan(0);
		expect(screen.code).toBe(code);
		expect(screen.stderr).toBe("");
	});
});

describe("what moved it", () => {
	test("reasons, gates and the edition are told", async () => {
		const other = change(
			change(
				change(outdated.moved(block), "built-in 2026.12", "built-in 2026.10"),
				/^ {2}[a-z-]+\.[a-z-]+: -?\d+\n/m,
				"  cost.gone: 3\n",
			),
			/^gates:\n.*$/m,
			"gates:\n  gone: open",
		);
		const { records } = await check(other);
		const [record] = records;
		expect(record?.reasons).toContainEqual({ rule: "cost.gone", before: 3, after: null });
		expect(record?.reasons).toHaveLength(2);
		expect(record?.gates).toContainEqual({ gate: "gone", before: "open", after: "absent" });
		expect(record?.was).toMatchObject({ ruleset: "built-in 2026.10" });
		const cwd = folderOf({ "a.md": other });
		const { stdout } = await checkIn(cwd, "a.md");
		expect(stdout).toContain("The rule set changed from built-in 2026.10 to built-in 2026.12.");
		expect(stdout).toContain("No longer applies: cost.gone (+3).");
		expect(stdout).toMatch(/New reason: [a-z-]+\.[a-z-]+ \([+−]\d+\)\./);
		expect(stdout).toContain("Before you fine-tune: gone changed from done to absent.");
	});

	test("an edition that moves nothing leaves a record as it is", async () => {
		const { code } = await check(
			change(block, 'ruleset: "built-in 2026.12', 'ruleset: "built-in 2025.1'),
		);
		expect(code).toBe(0);
	});

	test("events of providers are told by their day", async () => {
		const { records } = await check(change(block, /^ {2}- "2027-01-14.*\n/m, ""));
		expect(records[0]?.events.appeared).toEqual(["2027-01-14 OpenAI retiring"]);
		expect(records[0]?.findings[0]?.says).toContain("2027-01-14 OpenAI retiring");
	});
});

describe("broken records", () => {
	test("are told with line and column, and all their problems", async () => {
		const { records } = await check(
			`# Title\n\n${change(change(block, "  examples: 700", "  examples: many"), "  task: ", "  tsk: ")}`,
		);
		const lines = records[0]?.findings.map(({ at }) => [at?.line, at?.column]);
		const at = (text: string) =>
			`# Title\n\n${block}`.split("\n").findIndex((line) => line.startsWith(text)) + 1;
		expect(lines).toEqual([
			[at("  task: "), 3],
			[at("  examples: "), 3],
		]);
	});

	test("do not keep others from being told", async () => {
		const { records, code } = await check(
			`${outdated.moved(block)}\n\n${change(block, "examples: 700", "examples: x")}\n\n${block}`,
		);
		expect(records.map(({ state }) => state)).toEqual(["moved", "broken", "unchanged"]);
		expect(code).toBe(2);
	});

	test("so is a file with a record that is not UTF-8", async () => {
		const { records, code } = await check(Buffer.concat([Buffer.from(block), Buffer.from([0xe4])]));
		expect(records[0]?.findings[0]?.says).toContain("is not UTF-8");
		expect(code).toBe(2);
	});
});

describe("files", () => {
	test.skipIf(isWindows)(
		"a folder is searched for documents, those without records left out",
		async () => {
			const place = folderOf({
				"README.md": "# Nothing\n",
				"latin.md": Buffer.from([0xe4, 0x0a]),
				"b.txt": block,
				"adr/0001.markdown": block,
				"adr/page.html": block,
				"adr/node_modules/x/y.md": "<!-- should-i-finetune",
				".git/z.md": "<!-- should-i-finetune",
				"a.md": block,
			});
			symlinkSync(join(place, "a.md"), join(place, "link.md"));
			symlinkSync(place, join(place, "circle"));
			symlinkSync(join(place, "nowhere"), join(place, "dangling.md"));
			const argv = [place, join(place, "a.md"), "--format", "json"];
			const { stdout, code } = await checkIn(place, ...argv);
			const told = JSON.parse(stdout);
			const names = told.records.map(({ file }: Told) => file.slice(place.length + 1));
			expect(names).toEqual(["a.md", "adr/0001.markdown", "adr/page.html"]);
			expect(told.without).toEqual([]);
			expect(code).toBe(0);
		},
	);

	test("a named file without a record is told, and is no error beside one with a record", async () => {
		const cwd = folderOf({ "a.md": block, "b.md": "# Nothing\n" });
		const { stdout, code } = await checkIn(cwd, "a.md", "b.md");
		expect(stdout).toContain("b.md contains no recorded decision.");
		expect(code).toBe(0);
	});

	test("it is one where nothing else holds a record", async () => {
		const cwd = folderOf({ "b.md": `\`\`\`\n${block}\n\`\`\`\n` });
		const { stdout, stderr, code } = await checkIn(cwd, "b.md");
		expect(stdout).toBe("");
		expect(stderr).toContain("contains no recorded decision");
		expect(code).toBe(2);
	});

	test("what is not UTF-8 contains no recorded decision when there is no sign of one", async () => {
		const cwd = folderOf({ "a.md": block, "latin.md": Buffer.from([0xe4, 0x0a]) });
		const { stdout, code } = await checkIn(cwd, "latin.md", "a.md");
		expect(stdout).toContain("latin.md contains no recorded decision.");
		expect(code).toBe(0);
	});

	test("a folder without a record is none", async () => {
		const { stdout, code } = await run(["check", folderOf()]);
		expect(stdout).toBe("Nothing to check: no Markdown or HTML files were found.\n");
		expect(code).toBe(0);
	});

	test("what cannot be read is told, and the rest is checked", async () => {
		const cwd = folderOf({ "a.md": outdated.moved(block) });
		const { stdout, code } = await checkIn(cwd, "none.md", "a.md", "--format", "json");
		const told = JSON.parse(stdout);
		expect(told.records.map(({ state, line }: Told) => [state, line])).toEqual([
			["broken", null],
			["moved", 1],
		]);
		expect(code).toBe(2);
	});

	test.each([
		["no file at all", []],
		["a bad day", ["x.md", "--as-of", "2026-02-30"]],
		["a bad verdict", ["x.md", "--expect", "tuning"]],
		["a bad format", ["x.md", "--format", "xml"]],
		["a bad flag", ["x.md", "--wirte"]],
	])("%s is refused", async (_name, argv) => {
		const { stdout, stderr, code } = await run(["check", ...argv]);
		expect(stdout).toBe("");
		expect(stderr).not.toBe("");
		expect(code).toBe(2);
	});
});

test("a rule set that is asked for decides records of any other", async () => {
	const ours = folderOf();
	cpSync(join(home, "rules"), ours, { recursive: true });
	const other = change(block, 'ruleset: "built-in', 'ruleset: "ours');
	const { records, code } = await check(other, "--rules", ours);
	expect(records.map(({ state }) => state)).toEqual(["unchanged"]);
	expect(code).toBe(0);
});

test("JSON counts the records of each state, hostile names in them", async () => {
	const hostile = blockOf({ given: { ...facts, model: "--> <b> ::error::x ]]> @team" } });
	const broken = change(hostile, "task:", "<!-- & task:");
	const { stdout } = await check([block, outdated.moved(hostile), broken].join("\n\n"));
	expect(JSON.parse(stdout)).toMatchObject({
		schemaVersion: 1,
		asOf: "2026-11-22",
		files: 1,
		counts: { unchanged: 1, moved: 1, broken: 1, stale: 0 },
		without: [],
	});
});
