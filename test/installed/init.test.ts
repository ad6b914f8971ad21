/** `init`, and the file that it writes: found by default, and nearer answers win over it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, type RunOptions, run } from "./program.ts";

const name = "should-i-finetune.yaml";

/** The value of one fact, and where it came from. */
async function answer(fact: string, argv: string[], options: RunOptions) {
	const { stdout } = await run([...argv, "--format", "json"], options);
	return JSON.parse(stdout).answers[fact];
}

describe("init", () => {
	test("writes every question with its values, all open", async () => {
		const cwd = folderOf();
		const screen = await run(["init"], { cwd });
		expect(screen).toMatchObject({ code: 0, stdout: "" });
		expect(screen.stderr).toContain(`Wrote ${name}.`);
		const written = readFileSync(join(cwd, name), "utf8");
		await expect(written).toMatchFileSnapshot("../transcripts/init.yaml");
		expect(await run(["-a", name, "-f", "json"], { cwd })).toMatchObject({ code: 0, stderr: "" });
	});

	test("a line is answered by taking its # away", async () => {
		const file = join(folderOf(), "answers.yaml");
		await run(["init", file]);
		const edited = readFileSync(file, "utf8").replace("# goal: unknown", "goal: new-knowledge");
		writeFileSync(file, edited);
		expect(await answer("goal", ["-a", file], {})).toMatchObject({ value: "new-knowledge" });
	});

	test("names a file as a shell takes it", async () => {
		const { stderr } = await run(["init", "my answers.yaml"], { cwd: folderOf() });
		expect(stderr).toContain("should-i-finetune --answers 'my answers.yaml'\n");
	});

	test("replaces a file only with --force", async () => {
		const file = join(folderOf({ "answers.yml": "mine\n" }), "answers.yml");
		const refused = await run(["init", file]);
		expect(refused).toMatchObject({ code: 2, stdout: "" });
		expect(refused.stderr).toContain("--force");
		expect(readFileSync(file, "utf8")).toBe("mine\n");
		expect((await run(["init", file, "--force"])).code).toBe(0);
		expect(readFileSync(file, "utf8")).toContain("# goal: unknown");
	});

	test.each([
		["another ending", "answers.json", "End the name with .yaml"],
		["no such folder", "nowhere/answers.yaml", "There is no folder"],
		["a folder", "folder.yaml", "is not a file"],
	])("refuses %s", async (_, path, why) => {
		const cwd = folderOf();
		mkdirSync(join(cwd, "folder.yaml"));
		const screen = await run(["init", join(cwd, path), "--force"]);
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(why);
		expect(readdirSync(cwd)).toEqual(["folder.yaml"]);
	});
});

describe("should-i-finetune.yaml in the current folder", () => {
	const cwd = folderOf({ [name]: "goal: task-quality\n", "other.yaml": "task: narrow\n" });

	test("is read, and a line says so", async () => {
		expect(await answer("goal", [], { cwd })).toEqual({ value: "task-quality", from: `${name}:1` });
		expect((await run([], { cwd })).stderr).toBe(`Read ${name}.\n`);
		expect((await run(["explain", "weights"], { cwd })).stderr).toBe(`Read ${name}.\n`);
	});

	test.each([
		["flags win", ["--goal", "new-knowledge"], {}, "new-knowledge"],
		["the environment wins", [], { SHOULD_I_FINETUNE_GOAL: "cost-latency" }, "cost-latency"],
		["--no-file leaves it alone", ["--no-file"], {}, undefined],
		["another file is read instead", ["-a", "other.yaml"], {}, undefined],
	])("%s", async (_, argv, env, value) => {
		expect((await answer("goal", argv, { cwd, env }))?.value).toBe(value);
	});

	test("says what is wrong with it", async () => {
		const broken = folderOf({ [name]: "gaol: task-quality\n" });
		const screen = await run([], { cwd: broken });
		expect(screen.code).toBe(2);
		expect(screen.stderr).toContain(`${name}:1:1: There is no fact "gaol". Did you mean goal?`);
	});

	test("cannot be read: that is no reason to go on without it", async () => {
		const unreadable = folderOf();
		mkdirSync(join(unreadable, name));
		const screen = await run([], { cwd: unreadable });
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(name);
	});
});

test.each(["", "\n\n"])(
	"an empty text %j is a mistake, and not a file of comments",
	async (stdin) => {
		expect((await run(["-a", "-"], { stdin })).code).toBe(2);
	},
);
