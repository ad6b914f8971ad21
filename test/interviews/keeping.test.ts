import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatAnswersFile } from "../../src/io/save-answers.ts";
import { rules } from "../built-in.ts";
import { folderOf, open, program, run } from "../installed/program.ts";
import { answerUntil, onlyAsking } from "./answering.ts";
import { keys, type Session } from "./terminal.ts";

const save = "Save your answers";
const model = `it's "new"`;
const plan = { goal: "task-quality", evals: "suite", prompting: "plateaued", examples: "500..2k" };

const valuesOf = ({ answers }: { answers: object }): object =>
	Object.fromEntries(Object.entries(answers).map(([fact, { value }]) => [fact, value]));

/** Answers one question, stops, and waits for the offer to save. */
async function interviewed(cwd: string): Promise<Session> {
	const session = open(["--all", "--no-file"], { cwd });
	await session.see("Ctrl-C leaves");
	await session.choose("task-quality");
	await session.next("Ctrl-C leaves");
	await session.choose("Stop here");
	await session.next("Ctrl-C leaves");
	return session;
}

describe.skipIf(process.platform === "win32")("after an interview", { timeout: 180_000 }, () => {
	test("the saved file and the printed command give the same decision", async () => {
		const cwd = folderOf();
		const args = ["--all", ...onlyAsking(...Object.keys(plan), "model"), "--format", "json"];
		const session = open([...args, "--model", model], { cwd });
		await answerUntil(save, session, plan);
		await session.choose("Save them as should-i-finetune.yaml");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toContain("Saved should-i-finetune.yaml.");
		const written = readFileSync(join(cwd, "should-i-finetune.yaml"), "utf8");
		expect(written).toContain("# What should get better?\n");
		expect(written).toContain("\ngoal: task-quality\n");
		const argv = ["--answers", "should-i-finetune.yaml", "--format", "json"];
		const saved = JSON.parse((await run(argv, { cwd })).stdout);
		expect(valuesOf(saved)).toEqual({ ...plan, examples: "500..2000", model });

		const printed = /npx should-i-finetune (--[\s\S]*?--no-input)/.exec(text)?.[1] ?? "";
		expect(printed).toContain("--format json");
		const command = ["sh", "-c", `"$@" ${printed}`, "sh", ...program];
		const again = JSON.parse((await run([], { cwd, command })).stdout);
		expect(again.verdict).toBe(saved.verdict);
		expect(valuesOf(again)).toEqual(valuesOf(saved));
	});

	test("a file that is there stays, unless the user says otherwise", async () => {
		const cwd = folderOf();
		const file = join(cwd, "should-i-finetune.yaml");
		writeFileSync(file, "mine\n");
		const session = await interviewed(cwd);
		await session.choose("Save them as should-i-finetune.yaml");
		await session.next("There is a file should-i-finetune.yaml. Replace it?");
		await session.choose("No, save under another name");
		await session.next("Save them where?");
		session.send(`other.yml${keys.enter}`);
		expect((await session.end()).text).toContain("Saved other.yml.");
		expect(readFileSync(file, "utf8")).toBe("mine\n");

		const again = await interviewed(cwd);
		await again.choose("Save them as should-i-finetune.yaml");
		await again.next("Ctrl-C leaves");
		await again.choose("Yes, replace it");
		await again.end();
		expect(readFileSync(file, "utf8")).toContain("goal: task-quality");
		expect(readdirSync(cwd).sort()).toEqual(["other.yml", "should-i-finetune.yaml"]);
	});

	test("a path that cannot be is refused and asked again", async () => {
		const cwd = folderOf();
		mkdirSync(join(cwd, "folder.yaml"));
		const session = await interviewed(cwd);
		await session.choose("Save them under another name");
		await session.next("Save them where?");
		const clear = "\x15";
		for (const [path, why] of [
			["decision.md", "End the name with .yaml"],
			["nowhere/a.yaml", "There is no folder nowhere"],
			["folder.yaml", "folder.yaml is not a file"],
		]) {
			session.send(`${clear}${path}${keys.enter}`);
			await session.see(why as string);
		}
		session.send(`${clear}${keys.enter}`);
		expect((await session.end()).code).toBe(0);
		expect(existsSync(join(cwd, "decision.md"))).toBe(false);
	});
});

test("the file holds every question, the open ones as comments", () => {
	const file = formatAnswersFile(rules, {
		goal: { value: "task-quality", from: "interview" },
		examples: { value: 500, from: "interview" },
		model: { value: "a: # b", from: "interview" },
		task: { value: "unknown", from: "interview" },
	});
	expect(file).toContain("\ngoal: task-quality\n");
	expect(file).toContain("\nexamples: 500\n");
	expect(file).toContain('\nmodel: "a: # b"\n');
	expect(file).toContain("\n# task: unknown\n");
	for (const fact of Object.keys(rules.questions))
		expect(file.match(new RegExp(`^(# )?${fact}: `, "gm"))).toHaveLength(1);
	expect(Math.max(...file.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
});
