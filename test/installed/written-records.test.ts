/** From a report of the command line to a record that is checked: the two ends meet. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/decision/decide.ts";
import { report } from "../../src/report/reports.ts";
import { rules } from "../built-in.ts";
import { outdated, today } from "../core/records/documents.ts";
import { folderOf, run } from "./program.ts";

const style = { width: 80, color: false, unicode: true };

describe.each([
	["markdown", "a.md"],
	["adr", "a.md"],
	["html", "a.html"],
])("%s", (format, name) => {
	const cwd = folderOf({ "facts.yaml": "goal: task-quality\nexamples: 700\n" });
	const read = () => readFileSync(join(cwd, name), "utf8");
	const write = (...flags: string[]) =>
		run(["-a", "facts.yaml", "--no-input", "-f", format, "-o", name, ...flags], { cwd });
	const check = (...flags: string[]) => run(["check", name, "--as-of", today, ...flags], { cwd });

	test("is unchanged when it is new, with a day or without", async () => {
		for (const flags of [[], ["--as-of", today]]) {
			expect(await write(...flags)).toMatchObject({ code: 0 });
			expect(read().includes(`decided: "${today}"`)).toBe(flags.length > 0);
			expect(await check()).toMatchObject({ code: 0 });
		}
	});

	test("is refreshed to what the report would be", async () => {
		await write("--as-of", today);
		const fresh = read();
		writeFileSync(join(cwd, name), outdated.moved(fresh));
		expect(await check("--write")).toMatchObject({ code: 1 });
		expect(read()).toBe(fresh);
	});
});

test("a document names files from where it stands, and stays as long and as named as it was", async () => {
	const cwd = folderOf({
		"facts.yaml": "title: Support bot\ngoal: task-quality\n",
		"docs/adr/0001.md": "",
		"docs/note.md": "",
	});
	const read = (name: string) => readFileSync(join(cwd, name), "utf8");
	for (const [name, format] of [
		["docs/adr/0001.md", "adr"],
		["docs/note.md", "markdown"],
	] as const) {
		const flags = ["-a", "facts.yaml", "--examples", "700", "--brief", "-f", format, "-o", name];
		expect(await run([...flags, "--no-input", "--as-of", today], { cwd })).toMatchObject({
			code: 0,
		});
		const fresh = read(name);
		expect(fresh).toContain("\n# Support bot\n");
		expect(fresh).toContain(
			`goal: "${name.replace(/[^/]+\//g, "../").replace(/[^/]+$/, "")}facts.yaml:2"`,
		);
		expect(fresh).toContain('examples: "--examples"');
		writeFileSync(join(cwd, name), outdated.moved(fresh));
		expect(await run(["check", name, "--write", "--as-of", today], { cwd })).toMatchObject({
			code: 1,
		});
		expect(read(name)).toBe(fresh);
	}
});

test("a bare record is decided again too, but not refreshed", async () => {
	const decision = decide(rules, {});
	const bare = report("markdown", decision, rules, style);
	const cwd = folderOf({
		"a.md": bare
			.replace("<!-- should-i-finetune:begin -->", "")
			.replace(/^fingerprints:\n.*\n.*\n/m, "")
			.replace(/^confidence: .*$/m, "confidence: 0.51"),
	});
	const before = readFileSync(join(cwd, "a.md"), "utf8");
	const { stdout, code } = await run(["check", "a.md", "--write"], { cwd });
	expect(stdout).toContain("moved, but it has no block that can be refreshed");
	expect(code).toBe(1);
	expect(readFileSync(join(cwd, "a.md"), "utf8")).toBe(before);
});
