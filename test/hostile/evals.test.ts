/** Eval results that mean harm, at the installed program: whatever a file holds, it is read or refused, soon and cheaply. */
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pathOf } from "../inspect/evals/files.ts";
import { attempt, expectCivil, type Trial, tryAll } from "./trial.ts";

const real = (name: string): Buffer => readFileSync(pathOf(name) as string);
const evals = (what: string, content: string | Uint8Array, more: Partial<Trial> = {}): Trial => ({
	what,
	argv: ["inspect", "evals", "x"],
	files: { x: content },
	...more,
});

const shapes = {
	promptfoo: "promptfoo-0.123.1/results.json",
	"JSON Lines": "promptfoo-0.123.1/results.jsonl",
	"promptfoo CSV": "promptfoo-text-to-sql.csv",
	"Inspect log": "inspect-cancelled.json",
	"Inspect ZIP": "inspect-scored.eval",
	"Inspect ZIP of zstd": "inspect-zstd-unscored.eval",
	DeepEval: "deepeval-metrics-data.json",
	"SWE-bench": "swe-bench/agentless.lite_eval_20_with_test_patch.json",
	table: "rag-levels/level-one.csv",
};

/** Of what is cut the whole rows and results are read. */
const endsAnywhere = [
	"promptfoo",
	"promptfoo CSV",
	"table",
	"JSON Lines",
	"Inspect log",
	"DeepEval",
];

describe.each(Object.entries(shapes))("%s", (shape, name) => {
	const bytes = real(name);
	const damaged = Buffer.from(bytes);
	for (let at = 40; at < damaged.length; at += 97) damaged[at] = 0xff;
	const cuts = [1, 60, 0.3, 0.99].map((part) =>
		part < 1 ? Math.floor(bytes.length * part) : part,
	);
	tryAll([
		...cuts.map((length) =>
			evals(`cut to ${length} bytes`, bytes.subarray(0, length), {
				...(endsAnywhere.includes(shape) && length > 60 && { code: "either" as const }),
			}),
		),
		evals("every hundredth byte wrong", damaged, { code: "either" }),
		evals("twice in a row", Buffer.concat([bytes, bytes]), { code: "either" }),
	]);
});

const zip = (name: string, packed: Uint8Array, size: number, method = 8): Buffer => {
	const head = Buffer.alloc(30);
	head.writeUInt32LE(0x04034b50, 0);
	head.writeUInt16LE(name.length, 26);
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(method, 10);
	entry.writeUInt32LE(packed.length, 20);
	entry.writeUInt32LE(size, 24);
	entry.writeUInt16LE(name.length, 28);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	const start = head.length + name.length + packed.length;
	end.writeUInt32LE(entry.length + name.length, 12);
	end.writeUInt32LE(start, 16);
	return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
};

const bomb = deflateRawSync(Buffer.alloc(60_000_000, " "));
describe("ZIP files", () => {
	tryAll([
		evals("60 MB of blanks in 60 kB", zip("header.json", bomb, 60_000_000)),
		evals("that say they are small", zip("header.json", bomb, 100), { says: "is damaged" }),
		evals("that say they have 4 GB", zip("header.json", bomb, 0xfffffff0), { says: "too large" }),
		evals("stored, with a size past the end", zip("header.json", Buffer.from("{}"), 2, 0), {
			says: "holds no eval results",
		}),
		evals("zstd that is none", zip("header.json", Buffer.from("no zstd at all"), 1000, 93), {
			says: "is damaged",
		}),
		evals("a method that nobody knows", zip("header.json", Buffer.from("{}"), 2, 99), {
			says: "compression method 99",
		}),
		evals("without a header", zip("x.json", Buffer.from("{}"), 2, 0), {
			says: "not an Inspect log",
		}),
		evals("a workbook's start alone", "PK\u0003\u0004", { says: "no table of contents" }),
		evals("no JSON in it", zip("header.json", Buffer.from("nope"), 4, 0), {
			says: /not valid|where it cannot be/,
		}),
	]);
});

const row = (more: object): string =>
	JSON.stringify({ success: true, prompt: {}, vars: {}, ...more });
const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
test("a log of 100 MB takes under 250 MB of memory", async () => {
	const text = "lorem ipsum ".repeat(1300);
	const head = {
		version: 2,
		status: "success",
		eval: { task: "t", model: "m" },
		plan: { steps: [] },
	};
	const sample = (id: number) => ({
		id,
		epoch: 1,
		input: `question ${id}`,
		scores: { match: { value: id % 3 ? "C" : "I", answer: "a" } },
		messages: [{ role: "user", content: text }],
		events: [{ event: "model", text }],
	});
	const samples = Array.from({ length: 3300 }, (_, id) => JSON.stringify(sample(id))).join(",");
	const content = `${JSON.stringify(head).slice(0, -1)},"samples":[${samples}]}`;
	expect(content.length).toBeGreaterThan(100_000_000);
	const outcome = await attempt(evals("", content));
	expectCivil(outcome);
	expect(outcome.stdout).toContain("2,200 of 3,300");
	expect(outcome.megabytes).toBeLessThan(250);
});

describe("JSON", () => {
	tryAll([
		evals("empty", "", { says: "is empty" }),
		evals("blanks", " \n\n ", { says: "is empty" }),
		evals("null", "null", { says: /neither JSON nor a table/ }),
		evals("a number", "17", { says: /neither JSON nor a table/ }),
		evals("an empty list", "[]", { says: "no eval results" }),
		evals("an empty object", "{}", { says: "no eval results" }),
		evals("nested 100,000 deep", deep(100_000), { says: "nested too deeply" }),
		evals(
			"nested 100,000 deep in a row",
			row({ score: 1 }).replace("}", `,"x":${deep(100_000)}}`),
			{ says: /nested too deeply|where it cannot be/ },
		),
		evals("nested 50 deep, which is fine", row({ metadata: JSON.parse(deep(50)) }), { code: 0 }),
		evals("objects nested without an end", '{"a":'.repeat(50_000), {
			says: /nested too deeply|no end/,
		}),
		evals("a text of 20 MB", row({ x: "y".repeat(20_000_000) }), { says: "too large" }),
		evals("a text of 1 MB, which is fine", row({ x: "y".repeat(1_000_000) }), { code: 0 }),
		evals("a key of 17 MB", `{"${"k".repeat(17_000_000)}":1}`, { says: "too large" }),
		evals("200,000 rows that say nothing", `${row({})}\n`.repeat(200_000), { code: 0 }),
		evals(
			"rows that want to be prototypes",
			`{"__proto__":{"success":true},"success":true,"prompt":{"raw":"x"},"vars":{"__proto__":"y","constructor":"z"},"score":1}\n`,
			{ code: 0 },
		),
		evals("scores that are no numbers", `${row({ score: "NaN" })}\n${row({ score: {} })}\n`, {
			code: 0,
		}),
		evals("numbers that overflow", `${row({ score: 0 }).replace('"score":0', '"score":1e999')}\n`, {
			code: 0,
		}),
		evals("NaN as Python writes it", '[{"question":"a","score":NaN},{"question":"b","score":1}]', {
			code: 0,
		}),
		evals("a comma too many", '{"a":1,}', { says: "where it cannot be" }),
		evals("a colon too few", '{"a" 1}', { says: "where it cannot be" }),
		evals("brackets that do not match", '{"a":[1}', { says: "where it cannot be" }),
		evals("more after the end", "{}]", { says: "where it cannot be" }),
		evals("Windows-1252", Buffer.from('[{"question":"caf\xe9","score":1}]', "latin1"), {
			says: "Windows-1252",
		}),
		evals("zeros", Buffer.alloc(5000), { says: "not a text file" }),
		evals("gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0]), { says: "gzip" }),
		evals(
			"a time that is none",
			'[{"question":"a","passed":true,"date":"0000-99-99"},{"question":"b","passed":true,"date":"+275760-09-13"}]',
			{ code: 0 },
		),
	]);
});

describe("tables", () => {
	const header = "question,passed\n";
	tryAll([
		evals("a header alone", header, { says: "with a header and rows" }),
		evals("one column", "a\nb\n", { says: "with a header and rows" }),
		evals("no results", "question,note\na,b\n", { says: "No column holds passes or scores" }),
		evals("a quote that is never closed", `${header}"${"x".repeat(5_000_000)}`, {
			says: "not valid CSV",
		}),
		evals("2,000 columns", `${"c,".repeat(2000)}c\n${"1,".repeat(2000)}1\n`, {
			says: "too many columns",
		}),
		evals("columns that are called alike", "passed,passed,passed\ntrue,false,true\n", { code: 0 }),
		evals("200,000 rows", `${header}${"a,true\n".repeat(200_000)}`, { code: 0 }),
		evals("cells of nothing", `${header}${",\n".repeat(1000)}a,true\n`, { code: 0 }),
		evals(
			"100 versions",
			`version,${header}${Array.from({ length: 300 }, (_, at) => `v${at % 100},q${at % 3},true`).join("\n")}`,
			{ code: 0 },
		),
		evals("regular expressions in a header", "(a+)+$,passed\nx,true\n", { code: 0 }),
		evals("a column that is not there", `${header}a,true\n`, {
			argv: ["inspect", "evals", "x", "--columns", "pass=score"],
			says: 'no column "score"',
		}),
		evals(
			"a reason of a million quotes",
			`question,passed,reason\na,false,${"'".repeat(1_000_000)}\nb,false,x\n`,
			{ code: 0 },
		),
		evals("separators in a header's quotes", `"a;b;c","passed"\nx,true\n`, { code: 0 }),
	]);
});

describe("flags", () => {
	const files = { "a.csv": "question,passed\na,true\n", "b.csv": "question,passed\na,false\n" };
	const refused: [string, string[], RegExp][] = [
		["no file", ["inspect", "evals"], /<file> is missing/],
		["a file that is not there", ["inspect", "evals", "none.json"], /no such file/],
		["a device", ["inspect", "evals", "/dev/zero"], /not a plain file/],
		["an empty folder", ["inspect", "evals", "."], /no eval results|No eval results/],
		[
			"a target that is none",
			["inspect", "evals", "a.csv", "--target", "high"],
			/not a valid --target/,
		],
		["a target below 0", ["inspect", "evals", "a.csv", "--target=-1"], /not a valid --target/],
		["a gain of 0", ["inspect", "evals", "a.csv", "--gain", "0"], /not a valid --gain/],
		[
			"a role that is none",
			["inspect", "evals", "a.csv", "--columns", "passed=passed"],
			/Did you mean pass/,
		],
		["a role twice", ["inspect", "evals", "a.csv", "--columns", "pass=passed,pass=x"], /twice/],
		["one side of a trial", ["trial", "judge", "--prompt", "a.csv"], /both needed/],
		["a group without a command", ["inspect"], /inspect needs a command/],
		["a trial without a command", ["trial"], /trial needs a command/],
		[
			"a target without results",
			["--no-input", "--eval-target", "0.9"],
			/no effect without --eval-results/,
		],
		["results that are not there", ["--no-input", "--eval-results", "none.json"], /no such file/],
	];
	tryAll([
		...refused.map(
			([what, argv, says]): Trial => ({ what, argv, files: argv.includes(".") ? {} : files, says }),
		),
		{
			what: "a fair trial",
			argv: ["trial", "judge", "--prompt", "a.csv", "--tuned", "b.csv"],
			files,
			code: 0,
			says: "Cannot tell yet",
		},
		{
			what: "a plan",
			argv: ["trial", "plan", "--baseline", "a.csv"],
			files,
			code: 0,
			says: "held-out tests",
		},
		{
			what: "results that answer",
			argv: ["--no-input", "--eval-results", "a.csv"],
			files,
			code: 0,
		},
	]);
});
