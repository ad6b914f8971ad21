/** The command line as scripts use it; each case leaves a transcript that a reviewer can read. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const files = {
	"contract.yaml": "goal: task-quality\ntask: narrow\n",
	"hospital.yaml": `answers:
  domain: proprietary
  goal: format-style-tone
  task: narrow
  prompting: plateaued
  quality-gap: large
  failure: convention
  examples: 20k
  data-quality: curated
  data-rights: yes
  skills: ml
  evals: suite
  tunable: best
  monthly-requests: 500k
`,
	"other.json": '{"facts": {"goal": "new-knowledge"}, "outcome": "left alone"}',
	"duplicate.yaml": "goal: task-quality\ntask: narrow\ngoal: new-knowledge\n",
	"broken.yaml": 'goal: "task-quality\ntask: [narrow\n',
	"titled.yaml": "answers:\n  title: Support bot\n  goal: task-quality\n",
	"misspelt.yaml": "gaol: task-quality\ntask: narow\nexamples: many\ncitations: perhaps\n",
	"list.yaml": "- goal\n- task\n",
	"alias.yaml": "goal: &g task-quality\ntask: *g\n",
	"nested.yaml": `goal: ${"[".repeat(5000)}`,
	"garbage.yaml": "x".repeat(1_100_000),
	"binary.yaml": "goal: \0\0\0",
	"proto.yaml": "__proto__: { goal: task-quality }\nconstructor: 1\n",
	"escape.yaml": 'goal: "\\e[31mred"\n',
};

const cwd = folderOf({ ...files, "nothing/notes.txt": "" });
const a = (...names: string[]) => names.flatMap((name) => ["--answers", name]);
/** What providers still train depends on the day. */
const asOf = ["--as-of", "2026-11-22"];

describe.each<[title: string, code: number, argv: string[]]>([
	["version", 0, ["--version"]],
	["help", 0, ["--help"]],
	["help of rules", 0, ["rules", "--help"]],
	["nothing known", 0, []],
	["hospital", 0, a("hospital.yaml")],
	["hospital in full", 0, [...a("hospital.yaml"), "--full"]],
	[
		"sets of values",
		0,
		[
			"--examples",
			"500..2000",
			"--knowledge-change",
			"not daily",
			"--domain",
			"general,specialised",
		],
	],
	[
		"closed provider",
		0,
		[...a("hospital.yaml"), "--provider", "openai", "--model", "gpt-4.1-mini", ...asOf],
	],
	["expected", 0, [...a("contract.yaml"), "--format", "json", "--expect", "prompt-engineering"]],
	["not expected", 1, [...a("contract.yaml"), "--expect", "fine-tuning"]],
	["strict", 2, [...a("hospital.yaml"), "--strict"]],
	["explain a fact", 0, ["explain", "failure"]],
	["explain a rule", 0, ["explain", "domain-specificity.fresh-and-cited"]],
	["explain a gate", 0, ["explain", "owner"]],
	["explain a row", 0, ["explain", "what-changes"]],
	["explain a source", 0, ["explain", "ovadia-2023"]],
	["explain a disagreement", 0, ["explain", "minimum-data"]],
	["explain a statement", 0, ["explain", "ninety-nine"]],
	["explain a provider", 0, ["explain", "openai"]],
	["explain a misspelt id", 2, ["explain", "exampels"]],
	["explain a case", 0, ["explain", "choco-order-extraction"]],
	["explain a paper", 0, ["explain", "entity-matching-gpt4"]],
	["explain cases of a kind", 0, ["explain", "cases", "--work", "rank"]],
	[
		"explain cases of a kind and an outcome",
		0,
		["explain", "cases", "--work", "extract", "--outcome", "fine-tuning"],
	],
	["explain cases misspelt", 2, ["explain", "cases", "--work", "extrat"]],
	["explain cases of no outcome", 2, ["explain", "cases", "--outcome", "finetuning"]],
	["explain a fact with a filter", 2, ["explain", "goal", "--outcome", "fine-tuning"]],
	["explain weights", 0, ["explain", "weights", ...a("hospital.yaml")]],
	["rules check", 0, ["rules", "check"]],
	["rules test", 0, ["rules", "test", "--min-coverage", "100"]],
	["rules diff", 0, ["rules", "diff", "built-in", "built-in"]],
	["unknown flag", 2, ["--exampels", "50"]],
	["unknown command", 2, ["explian", "goal"]],
	["unknown verdict", 2, ["--expect", "finetuning"]],
	["unknown format", 2, ["--format", "jsn"]],
	["bad date", 2, ["--as-of", "2026-02-30"]],
	[
		"all flags wrong at once",
		2,
		[
			"--goal",
			"speed",
			"--examples",
			"",
			"--citations",
			"maybe",
			"--weeks",
			"-3",
			"--budget-usd",
			"9..2",
		],
	],
	["nothing to explain", 2, ["explain"]],
	["nothing to compare", 2, ["rules", "diff", "built-in"]],
	["a flag without its value", 2, ["--evals"]],
	["a title among the answers", 2, a("titled.yaml")],
	["a provider that is not listed", 0, ["--provider", "togehter", "--brief", "-f", "markdown"]],
	["flag given twice", 2, ["--goal", "task-quality", "--goal", "new-knowledge"]],
	["contradicting files", 2, a("contract.yaml", "other.json")],
	["misspelt file", 2, a("misspelt.yaml")],
	["duplicate key", 2, a("duplicate.yaml")],
	["broken yaml", 2, a("broken.yaml")],
	["no mapping", 2, a("list.yaml")],
	["alias", 2, a("alias.yaml")],
	["nested too deeply", 2, a("nested.yaml")],
	["a megabyte of garbage", 2, a("garbage.yaml")],
	["binary", 2, a("binary.yaml")],
	["prototype keys", 2, a("proto.yaml")],
	["terminal escapes", 2, a("escape.yaml")],
	["missing file", 2, a("nowhere.yaml")],
	["no rules there", 2, ["--rules", "nothing"]],
	["output without a format", 2, [...a("contract.yaml"), "-o", "decision.docx"]],
	["output into no folder", 2, [...a("contract.yaml"), "-o", "no/decision.md"]],
])("%s", (title, code, argv) => {
	test(`exits with ${code}`, () => expectTranscript(title, argv, { code, cwd }));
});

test("files, environment and flags: the nearer one wins", async () => {
	const verdict = async (argv: string[], env = {}) => {
		const { stdout } = await run([...argv, "--format", "json"], { cwd, env });
		return JSON.parse(stdout).answers.goal;
	};
	const env = { SHOULD_I_FINETUNE_GOAL: "cost-latency" };
	expect(await verdict(a("contract.yaml"))).toMatchObject({ value: "task-quality" });
	expect(await verdict(a("contract.yaml"), env)).toEqual({
		value: "cost-latency",
		from: "SHOULD_I_FINETUNE_GOAL",
	});
	expect(await verdict([...a("contract.yaml"), "--goal", "new-knowledge"], env)).toEqual({
		value: "new-knowledge",
		from: "--goal",
	});
});

test("answers come from stdin", async () => {
	const { stdout } = await run(["-a", "-", "-f", "json"], { cwd, stdin: "goal: new-knowledge\n" });
	expect(JSON.parse(stdout).answers).toEqual({ goal: { value: "new-knowledge", from: "stdin:1" } });
});

test("a report in Markdown or JSON can be decided again", async () => {
	const output = ["decision.md", "decision.json", "decision.txt"];
	const written = await run([...a("hospital.yaml"), ...output.flatMap((path) => ["-o", path])], {
		cwd,
	});
	expect(written.stdout).toBe("");
	expect(written.code).toBe(0);
	const plain = (stdout: string) => {
		const { answers, ...decision } = JSON.parse(stdout);
		return {
			...decision,
			answers: Object.entries<{ value: unknown }>(answers).map(([fact, { value }]) => [
				fact,
				value,
			]),
		};
	};
	const first = await run([...a("hospital.yaml"), "-f", "json"], { cwd });
	for (const path of output.slice(0, 2)) {
		const again = await run(["-a", path, "-f", "json"], { cwd });
		expect(plain(again.stdout)).toEqual(plain(first.stdout));
	}
});

test("a text file holds one page, or everything", async () => {
	const written = async (...flags: string[]) => {
		await run([...a("hospital.yaml"), "-o", "report.txt", ...flags], { cwd });
		return readFileSync(join(cwd, "report.txt"), "utf8");
	};
	const [page, everything] = [await written(), await written("--full")];
	expect(page.split("\n").length).toBeLessThanOrEqual(61);
	expect(page).not.toContain("Before you fine-tune: 6 of 6 done");
	expect(everything).toContain("Before you fine-tune: 6 of 6 done");
});

test("nothing is written when one of several outputs cannot be", async () => {
	const before = readdirSync(cwd);
	const { code } = await run(["-o", "fine.md", "-o", "no/where.md"], { cwd });
	expect(code).toBe(2);
	expect(readdirSync(cwd)).toEqual(before);
});

test("the same answers give the same bytes, in any order of flags", async () => {
	const one = await run(["--goal", "task-quality", "--task", "narrow", "-f", "json"], { cwd });
	const two = await run(["-f", "json", "--task", "narrow", "--goal", "task-quality"], { cwd });
	expect(two.stdout).toBe(one.stdout);
});

test("a file is left as it was when the new report cannot be made", async () => {
	writeFileSync(join(cwd, "kept.md"), "mine\n");
	const { code } = await run(["--goal", "speed", "-o", "kept.md"], { cwd });
	expect(code).toBe(2);
	expect(readFileSync(join(cwd, "kept.md"), "utf8")).toBe("mine\n");
});

test("the format that is asked for goes for files whose ending leaves it open", async () => {
	const argv = ["--goal", "new-knowledge", "--format", "adr", "-o", "a.md", "-o", "b.json"];
	expect((await run(argv, { cwd })).code).toBe(0);
	expect(readFileSync(join(cwd, "a.md"), "utf8")).toContain("## Decision Drivers");
	expect(JSON.parse(readFileSync(join(cwd, "b.json"), "utf8")).schemaVersion).toBe(1);
});

test("a file that is named twice is written, told and refused once", async () => {
	const twice = (file: string) =>
		run(["--no-input", "-o", file, "-o", "y.md", "-o", file], { cwd });
	expect((await twice("x.md")).stderr).toContain(" Wrote x.md, y.md.\n");
	expect((await twice("x.docx")).stderr.match(/x\.docx/g)).toHaveLength(1);
});
