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

/** What is known. */
const valuesOf = ({ answers }: { answers: object }): object =>
	Object.fromEntries(
		Object.entries(answers).flatMap(([fact, { value }]) =>
			value === "unknown" ? [] : [[fact, value]],
		),
	);

/** Answers one question, stops, and waits for the offer to save. */
async function interviewed(cwd: string): Promise<Session> {
	const session = open(["--title", "Test", "--no-file"], { cwd });
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
		const args = [
			"--all",
			...onlyAsking("title", ...Object.keys(plan), "model"),
			"--format",
			"json",
		];
		const session = open([...args, "--model", model], { cwd });
		await answerUntil([save], session, { title: "Test", ...plan });
		await session.choose("Save them as should-i-finetune.yaml");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toContain("Saved should-i-finetune.yaml.");
		// Saving comes before the report.
		expect(text.indexOf("Saved")).toBeLessThan(text.indexOf('"schemaVersion"'));
		const written = readFileSync(join(cwd, "should-i-finetune.yaml"), "utf8");
		expect(written).toContain("# What should get better?\n");
		expect(written).toContain("#   task-quality: ");
		expect(written).toContain("\ntitle: Test\n");
		expect(written).toContain("\ngoal: task-quality\n");
		// Who doesn't know is not asked again.
		expect(written).toContain("\ndomain: unknown\n");
		const argv = ["--answers", "should-i-finetune.yaml", "--format", "json"];
		const saved = JSON.parse((await run(argv, { cwd })).stdout);
		expect(valuesOf(saved)).toEqual({ ...plan, examples: "500..2000", model });

		const printed = /npx should-i-finetune (--[\s\S]*?--no-input)/.exec(text)?.[1] ?? "";
		expect(printed).toContain("--format json");
		const command = ["sh", "-c", `"$@" ${printed}`, "sh", ...program];
		const again = JSON.parse((await run([], { cwd, command })).stdout);
		expect(again.verdict).toBe(saved.verdict);
		expect([saved.title, again.title]).toEqual(["Test", "Test"]);
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

describe.skipIf(process.platform === "win32")("a saved file", { timeout: 180_000 }, () => {
	const file = "title: Old\ngoal: task-quality\nwork: extract\ntask: broad\nexamples: 500\n";
	const begin = async () => {
		const cwd = folderOf({ "should-i-finetune.yaml": file });
		const session = open([], { cwd });
		const screen = await session.see("Ctrl-C leaves");
		expect(screen).toContain("should-i-finetune.yaml holds 4 answers. What now?");
		return { cwd, session };
	};

	test("go on: only what is open is asked", async () => {
		const { session, cwd } = await begin();
		// The core is not done: to go on is what Enter does.
		session.send(keys.enter);
		expect(await session.next("Ctrl-C leaves")).toContain("How much have you tried");
		await session.choose("basic");
		await session.next("Ctrl-C leaves");
		await session.choose("Stop here");
		await session.next(save);
		await session.choose("Save them to should-i-finetune.yaml");
		expect((await session.end()).code).toBe(0);
		const written = readFileSync(join(cwd, "should-i-finetune.yaml"), "utf8");
		expect(written).toMatch(/^title: Old$/m);
		expect(written).toMatch(/^prompting: basic$/m);
		expect(written).toMatch(/^examples: 500$/m);
	});

	test("edit: each is asked again, starting from the answer, and the rest stays", async () => {
		const { session } = await begin();
		await session.choose("Edit");
		await session.next("> Old");
		session.send(`er${keys.enter}`);
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ task-quality/);
		session.send(keys.enter);
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ extract/);
		await session.choose("code");
		await session.next("Ctrl-C leaves");
		await session.choose("Stop here");
		await session.next(save);
		await session.choose("Don't save");
		const { text } = await session.end();
		expect(text.replaceAll(/ \\\n */g, " ")).toContain(
			"--goal task-quality --work code --task broad --examples 500 --title Older --no-file",
		);
	});

	test("start over: nothing of it is left", async () => {
		const { session } = await begin();
		await session.choose("Start over");
		await session.next("In one line");
		session.send(keys.enter);
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ format-style-tone/);
		session.send(keys.enter);
		await session.next("Ctrl-C leaves");
		session.send(keys.interrupt);
		const { text } = await session.end();
		expect(text).toContain(
			"To go on from here:\nnpx should-i-finetune --goal format-style-tone --no-file",
		);
	});

	test("see the result: nothing is asked", async () => {
		const { session } = await begin();
		await session.choose("See the result");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toContain("Confidence that");
		expect(text).not.toContain(save);
	});
});

test("the file holds every question, those that were not asked as comments", () => {
	const file = formatAnswersFile(rules, {
		goal: { value: "task-quality", from: "interview" },
		examples: { value: 500, from: "interview" },
		model: { value: "a: # b", from: "interview" },
		task: { value: "unknown", from: "interview" },
	});
	expect(file).toContain("\ngoal: task-quality\n");
	expect(file).toContain("\nexamples: 500\n");
	expect(file).toContain('\nmodel: "a: # b"\n');
	expect(file).toContain("\ntask: unknown\n");
	expect(file).toContain("\n# work: unknown\n");
	for (const fact of Object.keys(rules.questions))
		expect(file.match(new RegExp(`^(# )?${fact}: `, "gm"))).toHaveLength(1);
	expect(Math.max(...file.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
});
