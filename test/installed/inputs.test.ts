/** What comes in beside the facts themselves, as scripts give it: titles, expectations and variables. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hospital } from "../report/decisions.ts";
import { folderOf, run } from "./program.ts";

const files = {
	"flat.yaml": "title: Support bot\ngoal: task-quality\n",
	"deep.yaml": "title: Support bot\nanswers:\n  goal: task-quality\n",
	"facts.json": '{"title": "Support bot", "facts": {"goal": "task-quality"}}',
	"none.json": '{"title": null, "answers": {"goal": "task-quality"}}',
	"agent.yaml": "title: Agent\ntask: narrow\n",
	"broken.yaml": 'title: "a\\nb"\ngoal: task-quality\n',
	"within.yaml": "answers:\n  title: Support bot\n",
};
const cwd = folderOf(files);
const json = async (argv: string[], options: Parameters<typeof run>[1] = {}) =>
	JSON.parse((await run([...argv, "-f", "json"], { cwd, ...options })).stdout);

describe("a title", () => {
	const env = { SHOULD_I_FINETUNE_TITLE: "From outside" };
	test.each<[string, string[], Record<string, string>, string | null]>([
		["none", [], {}, null],
		["a flag", ["--title", "Support bot"], {}, "Support bot"],
		["a file", ["-a", "flat.yaml"], {}, "Support bot"],
		["above answers", ["-a", "deep.yaml"], {}, "Support bot"],
		["above facts", ["-a", "facts.json"], {}, "Support bot"],
		["null in a file", ["-a", "none.json"], {}, null],
		["a variable", [], env, "From outside"],
		["a variable wins over a file", ["-a", "flat.yaml"], env, "From outside"],
		[
			"an empty variable does not",
			["-a", "flat.yaml"],
			{ ...env, SHOULD_I_FINETUNE_TITLE: "" },
			"Support bot",
		],
		["a flag wins over a variable", ["--title", "Mine"], env, "Mine"],
		["one of two files has it", ["-a", "flat.yaml", "-a", "none.json"], {}, "Support bot"],
	])("from %s", async (_name, argv, variables, title) => {
		expect((await json(argv, { env: variables })).title).toBe(title);
	});

	test.each([
		["is never scored", ["--title", "fine-tuning"], []],
		["comes from a report in JSON", ["-a", "again.json"], ["--title", "Bot"]],
		["comes from a record", ["-a", "again.md"], ["--title", "Bot"]],
	])("%s", async (_name, argv, plain) => {
		await run(["--title", "Bot", "-o", "again.json", "-o", "again.md"], { cwd });
		const { title: _, ...decision } = await json(argv);
		const { title: __, ...other } = await json(plain);
		expect(decision).toEqual(other);
		if (plain.length > 0) expect((await json(argv)).title).toBe("Bot");
	});

	test.each<[string, string[], string]>([
		["with a line break", ["--title", "a\nb"], "--title: The title must be on one line"],
		["with 201 characters", ["--title", "x".repeat(201)], "--title: The title is 201 characters"],
		[
			"with a line break in a file",
			["-a", "broken.yaml"],
			"broken.yaml:1:1: The title must be on one",
		],
		["in two files that differ", ["-a", "flat.yaml", "-a", "agent.yaml"], "two different titles"],
		["among the answers", ["-a", "within.yaml"], 'There is no fact "title"'],
	])("%s is refused", async (_name, argv, says) => {
		const { code, stdout, stderr } = await run(argv, { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(says);
	});

	test("is kept when a record is decided again", async () => {
		await run(["--title", "Support bot", "-o", "kept.md"], { cwd });
		expect((await run(["check", "kept.md"], { cwd })).code).toBe(0);
		const file = join(cwd, "kept.md");
		const recorded = readFileSync(file, "utf8");
		expect(recorded).toContain('title: "Support bot"');
		writeFileSync(file, recorded.replace('title: "Support bot"', 'title: "Agent"'));
		expect((await run(["check", "kept.md", "--write"], { cwd })).code).toBe(1);
		expect(readFileSync(file, "utf8")).toContain('title: "Agent"');
		expect((await run(["check", "kept.md"], { cwd })).code).toBe(0);
	});

	test.each<[string, string[], string, object]>([
		["of a line", [], '{"title":"Bot","goal":"task-quality"}', { title: "Bot" }],
		["of a line with answers", [], '{"title":"Bot","answers":{}}', { title: "Bot" }],
		["of a line without", [], '{"goal":"task-quality"}', { title: null }],
		[
			"in quick fields",
			["--fields", "title,verdict"],
			'{"title":"Bot"}',
			{ title: "Bot", verdict: "prompt-engineering" },
		],
		["in a column", ["--fields", "title"], "goal,title\ntask-quality,Bot\n", { title: "Bot" }],
		["in a column, empty", ["--fields", "title"], "goal,title\ntask-quality,\n", { title: null }],
		[
			"that is a number",
			["--fields", "title"],
			"goal,title\ntask-quality,2026\n",
			{ title: "2026" },
		],
		[
			"that is kept as it is",
			["--fields", "verdict", "--keep", "title"],
			'{"title":["x"]}',
			{ title: ["x"] },
		],
	])("in a batch: %s", async (_name, argv, stdin, row) => {
		const { code, stdout, stderr } = await run(["batch", ...argv], { stdin });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(JSON.parse(stdout)).toMatchObject(row);
	});

	test.each([[[]], [["--fields", "title,verdict"]], [["--summary"]]])(
		"a bad title is a bad line: batch %j",
		async (argv) => {
			const { code, stderr } = await run(["batch", ...argv], { stdin: '{"title":"a\\nb"}\n' });
			expect(code).toBe(2);
			expect(stderr).toContain("stdin:1: The title must be on one line");
		},
	);
});

describe("--expect", () => {
	const tune = [
		"--no-input",
		...Object.entries(hospital).flatMap(([fact, value]) => [`--${fact}`, value]),
	];

	test.each<[string, number, string]>([
		["too-early", 0, ""],
		["prompt-engineering", 0, ""],
		["outlook-prompt-engineering", 0, ""],
		["tune", 1, "The state is too-early, not tune as expected.\n"],
		["fine-tuning", 1, "The verdict is prompt-engineering, not fine-tuning as expected.\n"],
		["outlook-fine-tuning", 1, "The outlook is prompt-engineering, not fine-tuning as expected.\n"],
	])("%s of nothing known exits with %d", async (expected, code, says) => {
		const screen = await run(["--no-input", "--expect", expected]);
		expect(screen).toMatchObject({ code, stderr: says });
	});

	test.each<[string, number]>([
		["tune", 0],
		["fine-tuning", 0],
		["outlook-fine-tuning", 0],
		["prompts-then-tune", 1],
		["prompt-engineering", 1],
	])("%s of a clear case exits with %d", async (expected, code) => {
		expect((await run([...tune, "--expect", expected])).code).toBe(code);
	});

	test.each<[string, number, string]>([
		["too-early", 0, ""],
		["keep", 1, "The state is too-early, not keep as expected."],
	])("check --expect %s exits with %d", async (expected, code, says) => {
		await run(["-o", "expected.md"], { cwd });
		const screen = await run(["check", "expected.md", "--expect", expected], { cwd });
		expect(screen.code).toBe(code);
		expect(screen.stdout).toContain(says);
	});

	test("what it cannot be is refused, with the nearest word", async () => {
		const { code, stderr } = await run(["--no-input", "--expect", "finetuning"]);
		expect(code).toBe(2);
		expect(stderr).toContain('"finetuning" is not a valid --expect. Choose keep, too-early,');
		expect(stderr).toContain("Did you mean fine-tuning?");
	});
});

describe("an environment variable that begins like ours", () => {
	const withVariable = (name: string, value: string) =>
		run(["--no-input", "--format", "json"], { env: { [name]: value } });

	test.each<[string, string, string]>([
		["SHOULD_I_FINETUNE_GAOL", "task-quality", "Did you mean SHOULD_I_FINETUNE_GOAL?"],
		["SHOULD_I_FINETUNE_goal", "task-quality", "Did you mean SHOULD_I_FINETUNE_GOAL?"],
		["SHOULD_I_FINE_TUNE_GOAL", "task-quality", "Did you mean SHOULD_I_FINETUNE_GOAL?"],
		["SHOULD_I_FINETUNE_MONTHLY_REQUEST", "5", "Did you mean SHOULD_I_FINETUNE_MONTHLY_REQUESTS?"],
		["SHOULD_I_FINETUNE_TITEL", "Bot", "Did you mean SHOULD_I_FINETUNE_TITLE?"],
		["SHOULD_I_FINETUNE_XYZZY", "1", "It must be SHOULD_I_FINETUNE_ and one of TITLE, GOAL, "],
		["SHOULD_I_FINETUNE_", "1", "one of TITLE, GOAL, "],
	])("%s=%s is refused", async (name, value, says) => {
		const { code, stdout, stderr } = await withVariable(name, value);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(`There is no environment variable "${name}".`);
		expect(stderr).toContain(says);
	});

	test.each([
		["SHOULD_I_FINETUNE_GOAL", ""],
		["SHOULD_I_FINETUNE_EXAMPLES", ""],
		["SHOULD_I_FINETUNE_GAOL", ""],
		["SHOULD_I_FINETUNE", "yes"],
		["SHOULD_I", "x"],
		["MY_SHOULD_I_FINETUNE_GAOL", "x"],
	])("%s=%j counts as unset", async (name, value) => {
		const { code, stdout } = await withVariable(name, value);
		expect(code).toBe(0);
		expect(JSON.parse(stdout).answers).toEqual({});
	});

	test.each([
		["SHOULD_I_FINETUNE_GOAL", " ", "goal is empty"],
		["SHOULD_I_FINETUNE_EXAMPLES", "many", '"many" is not a number of examples.'],
	])("%s=%j is refused", async (name, value, says) =>
		expect((await withVariable(name, value)).stderr).toContain(`${name}: ${says}`),
	);
});

test.each<[string, string[], Record<string, string>, string]>([
	["a flag", ["--examples", "500-2k"], {}, ""],
	["a variable", [], { SHOULD_I_FINETUNE_EXAMPLES: "500-2k" }, ""],
	["an answers file", ["-a", "-"], {}, "examples: 500-2k\n"],
])("numbers may be written as people do in %s", async (_name, argv, env, stdin) =>
	expect((await json(argv, { env, stdin })).answers.examples.value).toBe("500..2000"),
);

test.each([
	["a line", '{"examples":"500-2k","domain":"specialized"}'],
	["a row", "examples,domain\n500-2k,specialized\n"],
])("and in %s of a batch", async (_name, stdin) => {
	const { stdout } = await run(["batch", "--fields", "answers"], { stdin });
	expect(JSON.parse(stdout).answers).toMatchObject({
		examples: { value: "500..2000" },
		domain: { value: "specialised" },
	});
});
