/** What tools take, and the command lines that calls stand for. */
import { describe, expect, test } from "vitest";
import { programOf } from "../../src/cli/program.ts";
import { commandLineOf, inputSchemaOf, type Tool, toolsOf } from "../../src/mcp/tools.ts";
import { allFlags } from "../../src/report/usage.ts";
import { rules } from "../built-in.ts";

const tools = toolsOf(programOf(rules));
const toolOf = (name: string): Tool => {
	const tool = tools.find((one) => one.name === name);
	if (!tool) throw new Error(name);
	return tool;
};

/** The flags that no tool takes: for people at a terminal, for the whole server, or to write where no path is named. */
const without: Record<string, string[]> = {
	decide: ["accessible", "all", "help", "no-input", "rules", "version"],
	inspect_data: ["fix", "for", "help", "rules", "split"],
	check: ["help", "rules", "write"],
	inspect_evals: ["help"],
	trial_plan: ["help"],
	trial_judge: ["help"],
};

test.each(tools.map((tool) => [tool.name, tool] as const))(
	"%s takes the flags of its command, by their names",
	(name, { usage, takes }) => {
		const left = allFlags(usage).flatMap(([flag]) => (Object.hasOwn(takes, flag) ? [] : [flag]));
		expect(left.sort()).toEqual(without[name] ?? ["help", "rules"]);
	},
);

test("the schema of a tool says what each flag takes", () => {
	expect(inputSchemaOf(toolOf("check"))).toMatchObject({
		required: ["files"],
		additionalProperties: false,
		properties: {
			files: { type: "array", items: { type: "string" } },
			strict: { type: "boolean" },
			format: { type: "string", enum: ["text", "json", "junit", "github", "markdown"] },
		},
	});
	const { properties, required } = inputSchemaOf(toolOf("decide"));
	expect(required).toEqual([]);
	expect(properties).toHaveProperty(
		["goal", "description"],
		expect.stringContaining("task-quality | "),
	);
	expect(properties).toHaveProperty(["answers", "type"], "array");
});

const given = (name: string, args: Record<string, unknown>, folder?: string) =>
	commandLineOf(toolOf(name), args, folder);

describe("a call stands for a command line", () => {
	test.each<[what: string, tool: string, args: Record<string, unknown>, line: string[]]>([
		["nothing", "decide", {}, ["--no-input"]],
		["a fact", "decide", { goal: "task-quality" }, ["--goal=task-quality", "--no-input"]],
		["a number", "decide", { examples: 800 }, ["--examples=800", "--no-input"]],
		["yes and no", "decide", { citations: true }, ["--citations=true", "--no-input"]],
		["a set", "decide", { skills: ["ml", "software"] }, ["--skills=ml,software", "--no-input"]],
		["null for nothing", "decide", { goal: null }, ["--no-input"]],
		["a switch", "decide", { full: true, brief: false }, ["--full", "--no-input"]],
		["files", "decide", { answers: ["a", "b"] }, ["--answers=a", "--answers=b", "--no-input"]],
		["one for a list", "decide", { answers: "a" }, ["--answers=a", "--no-input"]],
		["what looks like a flag", "decide", { title: "--rules" }, ["--title=--rules", "--no-input"]],
		[
			"operands that look like flags",
			"check",
			{ files: ["-x", "--write"] },
			["check", "--", "-x", "--write"],
		],
		[
			"a command without operands",
			"trial_plan",
			{ baseline: ["a", "b"], gain: 3 },
			["trial", "plan", "--baseline=a", "--baseline=b", "--gain=3"],
		],
		["an id", "explain", { id: "goal" }, ["explain", "--", "goal"]],
		[
			"words below words",
			"inspect_data",
			{ files: ["a.jsonl"], show: 2 },
			["inspect", "data", "--show=2", "--", "a.jsonl"],
		],
	])("%s", (_, tool, args, line) => {
		expect(given(tool, args)).toEqual({ ok: true, value: line });
	});

	test("the rules of the server go with every command that takes some", () => {
		expect(given("explain", { id: "goal" }, "my rules")).toEqual({
			ok: true,
			value: ["explain", "--rules=my rules", "--", "goal"],
		});
		expect(given("inspect_evals", { files: ["a"] }, "my rules")).toEqual({
			ok: true,
			value: ["inspect", "evals", "--", "a"],
		});
	});
});

describe("a call is refused", () => {
	test.each<[what: string, tool: string, args: Record<string, unknown>, says: string]>([
		[
			"a misspelt fact",
			"decide",
			{ gaol: "x" },
			'decide has no argument "gaol". Did you mean goal?',
		],
		["what every object inherits", "decide", { constructor: "x" }, "no argument"],
		[
			"a flag that writes",
			"check",
			{ files: ["a"], write: true },
			'check has no argument "write".',
		],
		["another rule set", "decide", { rules: "r" }, 'decide has no argument "rules".'],
		["a mapping", "decide", { goal: { is: "x" } }, "goal must be one text"],
		["a list of lists", "decide", { answers: [["a"]] }, "answers must be a list of texts"],
		["several formats", "decide", { format: ["text", "json"] }, "format must be one text"],
		["text for a switch", "decide", { full: "yes" }, "full must be true or false"],
		["two ids", "explain", { id: ["a", "b"] }, "id must be one text"],
		["NUL", "decide", { title: "a\0b" }, "no text can contain NUL"],
		["no file", "check", {}, "files is missing"],
		["an empty list of files", "inspect_evals", { files: [] }, "files is missing"],
		["null for a file", "check", { files: null }, "files is missing"],
		["more than fits", "decide", { title: "x".repeat(30_001) }, "more than 30000 characters"],
	])("%s", (_, tool, args, says) => {
		const read = given(tool, args);
		expect(read.ok ? read.value : read.problems.map(({ message }) => message).join()).toContain(
			says,
		);
	});

	test("just not too long", () => {
		expect(given("decide", { title: "x".repeat(29_000) }).ok).toBe(true);
	});

	test("with everything that is wrong", () => {
		const read = given("check", { write: true, strict: 1, expects: "tune" });
		expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
			'check has no argument "write".',
			"strict must be true or false, and no text can contain NUL.",
			'check has no argument "expects". Did you mean expect?',
			expect.stringContaining("files is missing"),
		]);
	});
});
