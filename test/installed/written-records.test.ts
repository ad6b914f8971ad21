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
