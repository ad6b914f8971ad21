/** The command `batch` in process; each case leaves a transcript that a reviewer can read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { World } from "../../src/io/world.ts";
import { fileWith } from "../core/rule-files.ts";
import { transcript } from "../transcript.ts";
import { runHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "batch-"));
const file = (name: string) => join(folder, name);

const files = {
	"portfolio.ndjson": `{"goal":"format-style-tone","task":"narrow","examples":5000}
{"goal": "new-knowledge", "knowledge-change": "daily", "citations": true}

{"goal":"cost-latency","examples":"500..2000","domain":["general","specialised"]}
`,
	"named.ndjson": `{"project":"hospital","goal":"task-quality","verdict of mine":null}
{"goal":"new-knowledge","project":{"id":"1.10","tags":["a"]}}
{"examples":0}
`,
	"portfolio.csv": `project;goal;examples;prompting;citations
contracts;task-quality;5000;plateaued;no
"help desk; 24h";format-style-tone;20k;;
1.10;new-knowledge;;none;yes
`,
	"expected.csv": "verdict,goal\nfine-tuning,new-knowledge\n",
	"portfolio.json": `[
  {
    "goal": "format-style-tone",
    "examples": 5000
  },
  {"goal": "new-knowledge"}
]
`,
	"bad.ndjson": `{"goal":"task-quality"}
{"gaol":"task-quality","examples":-1}
{"goal":"task-quality","goal":"new-knowledge"}
{"goal":"task-quality"
["goal"]
{"goal":"new-knowledge"}
\u001b[31m{"goal":"new-knowledge"}
`,
	"bad.csv": "goal,examples\ntask-quality,5\nspeed,many\nnew-knowledge,5,more\n",
	"bad-header.csv": "gaol,examples,project,examples\ntask-quality,5,a,5\n",
	"open-quote.csv": 'goal,examples\ntask-quality,5\n"task-quality,5\n',
	"bad-list.json": '[{"goal":"task-quality"},,{"goal":"new-knowledge"},]\n',
	"cut.json": '[{"goal":"task-quality"},\n{"goal":',
	"two.json": '[{"goal":"task-quality"}]\n[{"goal":"new-knowledge"}]\n',
	"all-bad.ndjson": '{"goal":"speed"}\n',
	"empty.ndjson": "",
	"blank.ndjson": "\n \n\n",
	"garbage.txt": "Dear all,\nplease fine-tune.\n",
	"providers.ndjson": '{"provider":"openai"}\n{"provider":"unheard of"}\n',
	"small.ndjson": '{"change":"daily"}\n{"change":"static","model":"gpt-4"}\n',
};

beforeAll(() => {
	for (const [name, content] of Object.entries(files)) writeFileSync(file(name), content);
	mkdirSync(file("rules"));
	// JSON is YAML, too.
	writeFileSync(file("rules/small.yaml"), JSON.stringify(fileWith()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const brief = ["--fields", "verdict,outlook,strength,total.points"];
const portfolio = file("portfolio.ndjson");

describe.each<
	[title: string, code: number, argv: string[], changes?: Partial<World> & { stdin?: string }]
>([
	["fields", 0, [portfolio, ...brief]],
	[
		"fields in several flags",
		0,
		[portfolio, "--fields", "verdict, headline", "--fields", "settled"],
	],
	[
		"parts of decisions",
		0,
		[portfolio, "--fields", "answers,answers.goal.value,total.none.at-all"],
	],
	["csv", 0, [file("portfolio.csv"), ...brief, "--keep", "project"]],
	["array", 0, [file("portfolio.json"), ...brief]],
	["several files", 0, [portfolio, file("portfolio.json"), file("blank.ndjson"), ...brief]],
	["stdin", 0, brief, { stdin: "goal\tweeks\nnew-knowledge\t3\n" }],
	["a file and stdin", 0, [portfolio, "-", ...brief], { stdin: '{"goal":"new-knowledge"}' }],
	["keep", 0, [file("named.ndjson"), "--keep", "project,verdict of mine", "--fields", "verdict"]],
	[
		"keep and parts",
		0,
		[file("named.ndjson"), "--keep", "project,verdict of mine", "--fields", "answers"],
	],
	["nothing to decide", 0, [file("empty.ndjson"), file("blank.ndjson"), ...brief]],
	["summary", 0, [portfolio, file("portfolio.json"), "--summary"]],
	["summary of nothing", 0, [file("empty.ndjson"), "--summary"]],
	["summary as json", 0, [portfolio, file("portfolio.json"), "--summary", "--format", "json"]],
	[
		"summary on a small screen",
		0,
		[portfolio, "--summary"],
		{ style: { width: 60, color: false, unicode: false } },
	],
	["summary with bad lines", 2, [file("bad.ndjson"), "--summary"]],
	["bad lines", 2, [file("bad.ndjson"), ...brief]],
	["bad rows", 2, [file("bad.csv"), "--fields", "verdict"]],
	["bad list", 2, [file("bad-list.json"), "--fields", "verdict"]],
	["list that is cut off", 2, [file("cut.json"), "--fields", "verdict"]],
	["two lists", 2, [portfolio, file("two.json"), "--fields", "verdict"]],
	["bad lines alone", 2, [file("all-bad.ndjson")]],
	["strict", 2, [file("portfolio.json"), file("bad.ndjson"), portfolio, ...brief, "--strict"]],
	["strict without a fault", 0, [portfolio, "--fields", "verdict", "--strict"]],
	["strict summary", 2, [file("bad.ndjson"), "--summary", "--strict"]],
	["bad header", 2, [file("bad-header.csv"), "--keep", "project"]],
	["quote that never closes", 2, [file("open-quote.csv"), ...brief]],
	["no input of ours", 2, [file("garbage.txt")]],
	["unknown field", 2, [portfolio, "--fields", "verdcit,total.points,outcome"]],
	["empty field", 2, [portfolio, "--fields", "verdict,"]],
	["keep of a fact", 2, [portfolio, "--keep", "project,goal"]],
	["keep of a field", 2, [file("expected.csv"), "--keep", "verdict"]],
	[
		"keep of a field that is left out",
		0,
		[file("expected.csv"), "--keep", "verdict", "--fields", "outlook"],
	],
	["fields with summary", 2, [portfolio, "--summary", ...brief]],
	["bad format", 2, [portfolio, "--summary", "--format", "html"]],
	["bad day", 2, [portfolio, "--as-of", "2026-02-30"]],
	["no such file", 2, [file("nowhere.ndjson"), portfolio]],
	["no such file after one that is there", 2, [portfolio, file("nowhere.ndjson"), ...brief]],
	["folder", 2, [folder]],
	["nothing to read", 2, [], { isInteractive: true }],
	["other rules", 0, ["--rules", file("rules"), file("small.ndjson"), ...brief]],
	[
		"other rules in full",
		0,
		["--rules", file("rules"), file("small.ndjson"), "--fields", "reasons"],
	],
	["facts of other rules", 2, ["--rules", file("rules"), portfolio, ...brief]],
	["no such rules", 2, ["--rules", file("nowhere"), portfolio]],
	["as of a day", 0, [file("providers.ndjson"), "--fields", "notices", "--as-of", "2020-01-01"]],
	["as of today", 0, [file("providers.ndjson"), "--fields", "notices"]],
])("%s", (title, code, rest, changes) => {
	test(`exits with ${code}`, async () => {
		const argv = ["batch", ...rest];
		const screen = await runHere(argv, changes);
		const name = `batch-${title.replaceAll(" ", "-")}`;
		await expect(transcript(argv, screen, folder)).toMatchFileSnapshot(
			`../transcripts/${name}.txt`,
		);
		expect(screen.code).toBe(code);
		expect(screen.stderr === "").toBe(code === 0);
		expect(`${screen.stdout}${screen.stderr}`).not.toMatch(/(?!\n)\p{Cc}/u);
	});
});

describe("a line that is too long is bad, whatever it begins with", () => {
	const spaces = " ".repeat(1_000_000);
	test.each<[name: string, line: string]>([
		["one word", `{"model":"${"x".repeat(1_000_000)}"}`],
		["a whole line and spaces", `{"goal":"task-quality"}${spaces}`],
		["a whole line, spaces and more", `{"goal":"task-quality"}${spaces}x`],
		["letters of several bytes", `{"model":"${"é".repeat(1_000_000)}"}`],
		["a list", `[${spaces},`],
	])("%s", async (_name, line) => {
		const stdin = `{"goal":"new-knowledge"}\n${line}\n{"goal":"new-knowledge"}\n`;
		const { stdout, code } = await runHere(["batch", "--fields", "verdict"], { stdin });
		const rows = stdout.trimEnd().split("\n");
		expect(rows.map((row) => JSON.parse(row))).toEqual([
			{ verdict: "prompt-engineering" },
			{ file: "stdin", line: 2, problems: [expect.objectContaining({ code: "too-large" })] },
			{ verdict: "prompt-engineering" },
		]);
		expect(code).toBe(2);
	});
});

test.each([
	["a column", "portfolio.csv", "project", "3 decisions"],
	["what is also a field of decisions", "expected.csv", "verdict", "1 decision"],
])("a summary may be asked to keep %s", async (_name, name, key, counted) => {
	const screen = await runHere(["batch", file(name), "--summary", "--keep", key]);
	expect(screen).toMatchObject({ code: 0, stderr: "" });
	expect(screen.stdout).toContain(`${counted}, no bad lines\n`);
});

describe("progress", () => {
	const progressOf = async (argv: string[], showsOutput: boolean) => {
		const shown: string[] = [];
		const showProgress = (text: string) => shown.push(text);
		await runHere(["batch", portfolio, ...argv], { showProgress, showsOutput });
		return shown;
	};
	test.each<[name: string, argv: string[], showsOutput: boolean, shown: string[]]>([
		["beside a file of rows", brief, false, ["3 lines", ""]],
		["not between rows on a terminal", brief, true, []],
		["before a summary on a terminal", ["--summary"], true, ["3 lines", ""]],
	])("is shown %s", async (_name, argv, showsOutput, shown) =>
		expect(await progressOf(argv, showsOutput)).toEqual(shown),
	);
});

test("nobody who reads: it ends early, and quietly", async () => {
	let writes = 0;
	const write = async () => {
		writes += 1;
		return false;
	};
	const argv = ["batch", portfolio, file("bad.ndjson"), ...brief];
	expect(await runHere(argv, { write })).toEqual({ stdout: "", stderr: "", code: 0 });
	expect(writes).toBe(1);
});
