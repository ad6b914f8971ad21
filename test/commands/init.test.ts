/** `init`, and the file that it writes: found by default, and nearer answers win over it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "init-"));
const name = "should-i-finetune.yaml";

/** A world whose current folder is another. */
const inside = (cwd: string) => ({
	readFile: (path: string) => readFile(path === name ? join(cwd, name) : path, "utf8"),
});

/** The value of one fact, and where it came from. */
async function answer(fact: string, argv: string[], world: object) {
	const { stdout } = await runCli([...argv, "--format", "json"], world);
	return JSON.parse(stdout).answers[fact];
}

describe("init", () => {
	test("writes every question with its values, all open", async () => {
		const file = join(folder(), "answers.yaml");
		const screen = await runCli(["init", file]);
		expect(screen).toMatchObject({ code: 0, stdout: "" });
		expect(screen.stderr).toContain(`Wrote ${file}.`);
		await expect(readFileSync(file, "utf8")).toMatchFileSnapshot("transcripts/init.yaml");
		expect(await runCli(["-a", file, "-f", "json"])).toMatchObject({ code: 0, stderr: "" });
	});

	test("a line is answered by taking its # away", async () => {
		const file = join(folder(), "answers.yaml");
		await runCli(["init", file]);
		const edited = readFileSync(file, "utf8").replace("# goal: unknown", "goal: new-knowledge");
		writeFileSync(file, edited);
		expect(await answer("goal", ["-a", file], {})).toMatchObject({ value: "new-knowledge" });
	});

	test("replaces a file only with --force", async () => {
		const file = join(folder(), "answers.yml");
		writeFileSync(file, "mine\n");
		const refused = await runCli(["init", file]);
		expect(refused).toMatchObject({ code: 2, stdout: "" });
		expect(refused.stderr).toContain("--force");
		expect(readFileSync(file, "utf8")).toBe("mine\n");
		expect((await runCli(["init", file, "--force"])).code).toBe(0);
		expect(readFileSync(file, "utf8")).toContain("# goal: unknown");
	});

	test.each([
		["another ending", "answers.json", "end the name with .yaml"],
		["no such folder", "nowhere/answers.yaml", "There is no folder"],
		["a folder", "folder.yaml", "is not a file"],
	])("refuses %s", async (_, path, why) => {
		const cwd = folder();
		mkdirSync(join(cwd, "folder.yaml"));
		const screen = await runCli(["init", join(cwd, path), "--force"]);
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(why);
		expect(readdirSync(cwd)).toEqual(["folder.yaml"]);
	});
});

describe("should-i-finetune.yaml in the current folder", () => {
	const cwd = folder();
	const other = join(cwd, "other.yaml");
	writeFileSync(join(cwd, name), "goal: task-quality\n");
	writeFileSync(other, "task: narrow\n");
	const world = inside(cwd);

	test("is read, and a line says so", async () => {
		expect(await answer("goal", [], world)).toEqual({ value: "task-quality", from: `${name}:1` });
		expect((await runCli([], world)).stderr).toBe(`Read ${name}.\n`);
		expect((await runCli(["explain", "weights"], world)).stderr).toBe(`Read ${name}.\n`);
	});

	test.each([
		["flags win", ["--goal", "new-knowledge"], {}, "new-knowledge"],
		["the environment wins", [], { SHOULD_I_FINETUNE_GOAL: "cost-latency" }, "cost-latency"],
		["--no-file leaves it alone", ["--no-file"], {}, undefined],
		["another file is read instead", ["-a", other], {}, undefined],
	])("%s", async (_, argv, env, value) => {
		expect((await answer("goal", argv, { ...world, env }))?.value).toBe(value);
	});

	test("says what is wrong with it", async () => {
		const broken = folder();
		writeFileSync(join(broken, name), "gaol: task-quality\n");
		const screen = await runCli([], inside(broken));
		expect(screen.code).toBe(2);
		expect(screen.stderr).toContain(`${name}:1:1: There is no fact "gaol". Did you mean goal?`);
	});

	test("cannot be read: that is no reason to go on without it", async () => {
		const readFile = () => Promise.reject(Object.assign(new Error(), { code: "EACCES" }));
		const screen = await runCli([], { readFile });
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain("it may not be read");
	});
});

test.each(["", "\n\n"])(
	"an empty text %j is a mistake, and not a file of comments",
	async (stdin) => {
		expect((await runCli(["-a", "-"], { stdin })).code).toBe(2);
	},
);
