/** `diff OLD NEW`. */
import { describe, expect, test } from "vitest";
import { blockOf, facts } from "../core/records/documents.ts";
import { hospital } from "../report/decisions.ts";
import { folderOf, run } from "./program.ts";

const yaml = (given: object) =>
	Object.entries(given)
		.map(([fact, value]) => `${fact}: ${value}\n`)
		.join("");

const cwd = folderOf({
	"old.yaml": yaml(hospital),
	"none.yaml": yaml({ ...hospital, prompting: "none", examples: 700 }),
	"same.json": JSON.stringify({ answers: { ...hospital, examples: 20_000 } }),
	"record.md": `# Title\n\n${blockOf()}\n`,
	"facts.yaml": yaml(facts),
	"bad.yaml": "gaol: task-quality\n",
	"evil.yaml": 'model: "\\u202e--> <b>"\n',
});

async function diff(before: string, after: string, ...flags: string[]) {
	const screen = await run(["diff", before, after, "--format", "json", ...flags], { cwd });
	return { ...screen, told: screen.stdout ? JSON.parse(screen.stdout) : undefined };
}

describe("tells", () => {
	test("changed answers, each with what it does alone", async () => {
		const { told, code } = await diff("old.yaml", "none.yaml");
		expect(code).toBe(0);
		expect(told.answers).toEqual([
			{
				fact: "prompting",
				before: "plateaued",
				after: "none",
				alone: {
					points: expect.any(Number),
					verdict: "prompt-engineering",
					outlook: expect.any(String),
				},
			},
			{
				fact: "examples",
				before: "20,000",
				after: "700",
				alone: { points: expect.any(Number), verdict: "fine-tuning", outlook: "fine-tuning" },
			},
		]);
	});

	test("what that did to scores, gates, reasons and the verdict", async () => {
		const { told } = await diff("old.yaml", "none.yaml");
		expect(told.before.verdict).toBe("fine-tuning");
		expect(told.after.verdict).toBe("prompt-engineering");
		expect(told.gates).toEqual([{ gate: "prompts-first", before: "open", after: "closed" }]);
		const sum = (side: "before" | "after") =>
			told.scores.reduce(
				(total: number, score: { before: { points: number }; after: { points: number } }) =>
					total + score[side].points,
				0,
			);
		expect(sum("before")).toBe(told.total.before.points);
		expect(sum("after")).toBe(told.total.after.points);
		expect(told.reasons.length).toBeGreaterThan(0);
	});

	test("nothing where the same is said in other words", async () => {
		const { told } = await diff("old.yaml", "same.json");
		expect(told.answers).toEqual([]);
		expect(told.reasons).toEqual([]);
		expect(told.gates).toEqual([]);
		expect(told.before).toEqual({ ...told.after, file: told.before.file });
	});

	test("records as well as answers files", async () => {
		const { told } = await diff("record.md", "facts.yaml");
		expect(told.answers).toEqual([]);
	});

	test("answers from stdin", async () => {
		const stdin = yaml({ ...facts, examples: 7 });
		const { stdout } = await run(["diff", "-", "facts.yaml"], { cwd, stdin });
		expect(stdout).toContain("Labeled examples: 7 → 700 examples\n");
	});
});

test("as text", async () => {
	const { stdout } = await run(["diff", "old.yaml", "none.yaml"], { cwd });
	expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
		/^From old\.yaml to none\.yaml, with the rules built-in [\d.]+: Decision The verdict changed from fine-tuning to prompt-engineering\./,
	);
	expect(stdout).toContain("Before you fine-tune: prompts-first changed from done to not yet.");
	expect(stdout).toMatch(/Labeled examples: 20,000 → 700 examples \(on its own: [+−\d]+ points?\)/);
});

test("what is hostile stays text", async () => {
	const { stdout } = await run(["diff", "facts.yaml", "evil.yaml"], { cwd });
	expect(stdout).not.toContain("\u202e");
});

describe("exits with", () => {
	test.each([
		[0, "old.yaml", "none.yaml", []],
		[1, "old.yaml", "none.yaml", ["--exit-code"]],
		[0, "old.yaml", "same.json", ["--exit-code"]],
		[2, "old.yaml", "bad.yaml", []],
		[2, "nowhere.yaml", "bad.yaml", []],
		[2, "old.yaml", "same.json", ["--as-of", "today"]],
	])("%i: %s %s %j", async (code, before, after, flags) => {
		const screen = await diff(before, after, ...flags);
		expect(screen.code).toBe(code);
		if (code === 2) expect(screen.stdout).toBe("");
	});

	test("2 and every problem of both files", async () => {
		const { stderr, code } = await run(["diff", "bad.yaml", "nowhere.yaml"], { cwd });
		expect(code).toBe(2);
		expect(stderr).toContain("gaol");
		expect(stderr).toContain("nowhere.yaml");
	});
});
