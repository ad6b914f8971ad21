/** `inspect data` and `--data` as people run them. */
import { spawn } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { dataReportSchema } from "../../src/inspect/data/views/schema.ts";
import { plainEnv } from "../interviews/terminal.ts";
import { folderOf, program, root, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const row = (number: number) => ({
	prompt: `What is ${number} and ${number}?`,
	completion: `${2 * number}`,
});
const jsonl = (rows: readonly object[]) => rows.map((one) => `${JSON.stringify(one)}\n`).join("");
const many = Array.from({ length: 20 }, (_, number) => row(number));
const cwd = folderOf({
	"train.jsonl": `${jsonl([...many, row(1), { prompt: "Write to jo@example.com", completion: "" }])}# done\n`,
	"validation.jsonl": jsonl([row(3), row(99)]),
	"empty.jsonl": "",
	"nested/a.csv": "question,answer\n1 + 1?,2\n",
});
const files = join(root, "test/inspect/data/files");
cpSync(join(files, "alpaca-duplicates.json"), join(cwd, "moves.json"));
cpSync(join(files, "verl-rl-rows.parquet"), join(cwd, "rl.parquet"));

const train = ["inspect", "data", "train.jsonl"];

describe("inspect data", () => {
	test.each<[string, string[], number]>([
		["inspect data", [...train, "--validation", "validation.jsonl"], 0],
		[
			"inspect data as markdown",
			[...train, "--validation", "validation.jsonl", "-f", "markdown"],
			0,
		],
		["inspect data as annotations", [...train, "-f", "github"], 0],
		["inspect data with examples", [...train, "--show", "1", "--no-tokens"], 0],
		["inspect data of labels", ["inspect", "data", "moves.json"], 0],
		["inspect data of parquet", ["inspect", "data", "rl.parquet"], 0],
		["inspect data of a folder", ["inspect", "data", "nested", "--no-tokens"], 0],
		["inspect data without rows", ["inspect", "data", "empty.jsonl", "--no-tokens"], 0],
		[
			"inspect data without rows to write",
			["inspect", "data", "empty.jsonl", "--no-tokens", "--fix", "never.jsonl", "--split", "20"],
			1,
		],
		[
			"inspect data without rows as a failure",
			["inspect", "data", "empty.jsonl", "--no-tokens", "--fail-on", "error"],
			1,
		],
		[
			"inspect data that fails",
			[...train, "--fail-on", "duplicates=4%,leakage,broken", "--no-tokens"],
			1,
		],
		[
			"inspect data with wrong flags",
			[...train, "--show", "many", "--fail-on", "leak", "--for", "openai"],
			2,
		],
		["inspect data of nothing", ["inspect", "data", "none.jsonl", "no*.csv"], 2],
		[
			"inspect data fixed",
			[...train, "--fix", "clean.jsonl", "--for", "openai", "--split", "20", "--no-tokens"],
			0,
		],
	])("%s", async (title, argv, code) => {
		await expectTranscript(title, argv, { cwd, code });
	});

	test("JSON follows its schema", async () => {
		const { stdout } = await run([...train, "--show", "2", "-f", "json"], { cwd });
		expect(dataReportSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
	});

	test("a page needs nothing else", async () => {
		const { stdout } = await run(["inspect", "data", "moves.json", "-f", "html"], { cwd });
		expect(stdout).toMatch(/^<!doctype html>[\s\S]*<svg role="img"[\s\S]*<\/html>\n*$/);
		expect(stdout).not.toMatch(/\bsrc=|\bhref=|<script/);
	});

	test("rows come from a pipe", async () => {
		const { stdout } = await run(["inspect", "data", "-", "--no-tokens"], {
			cwd,
			stdin: jsonl(many),
		});
		expect(stdout).toContain("Of 20 rows, 20 are distinct usable examples.");
	});

	test("Ctrl-C gives what is known so far", async () => {
		const [node = "", ...first] = program;
		const child = spawn(node, [...first, "inspect", "data", "-", "--no-tokens"], {
			cwd,
			env: plainEnv,
		});
		const out = text(child.stdout);
		const closed = new Promise((resolve) => child.on("close", resolve));
		// More than it reads at once: it takes the next rows only when it has read these, and then knows the signal.
		const block = jsonl(Array.from({ length: 20_000 }, (_, number) => row(number)));
		const send = () => child.stdin.write(block, (error) => error ?? setImmediate(send));
		child.stdin.on("error", () => undefined);
		child.stdin.write(block, () => {
			child.kill("SIGINT");
			send();
		});
		expect(await closed).toBe(130);
		expect(await out).toMatch(/^Stopped early\. Of [\d,]+ rows/);
	});
});

describe("--data", () => {
	const decide = async (argv: string[]) => {
		const { stdout, stderr } = await run(
			["--no-input", "--data", "train.jsonl", "-f", "json", ...argv],
			{ cwd },
		);
		return { answers: JSON.parse(stdout).answers, stderr };
	};

	test("answers what can be measured, and says so", async () => {
		const { answers, stderr } = await decide([]);
		expect(answers.examples).toEqual({ value: 20, from: "measured from train.jsonl" });
		expect(Object.keys(answers)).toEqual([
			"examples",
			"data-quality",
			"modality",
			"prompt-tokens",
			"output-tokens",
		]);
		expect(stderr).toContain("Measured from train.jsonl: examples 20");
	});

	test("a flag wins, and the difference is told", async () => {
		const { answers, stderr } = await decide(["--examples", "5000"]);
		expect(answers.examples).toEqual({ value: 5000, from: "--examples" });
		expect(stderr).toContain(
			"examples is 5,000 in --examples, but 20 measured from train.jsonl. Your answer counts.",
		);
	});

	test("it stands in the report", async () => {
		await run(["--no-input", "--data", "train.jsonl", "-o", "d.md"], { cwd });
		expect(readFileSync(join(cwd, "d.md"), "utf8")).toContain("measured from train.jsonl");
	});
});
