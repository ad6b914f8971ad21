/** What no user should ever meet, and what the system may do to a run. */
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, home, program, run } from "./program.ts";

describe("a bug", () => {
	const broken = folderOf();
	cpSync(home, broken, { recursive: true });
	writeFileSync(join(broken, "dist/rules.json"), "{}");
	const command = [process.execPath, join(broken, "bin/should-i-finetune.js")];

	test("is told in two lines, with where to report it, and has an exit code of its own", async () => {
		const { code, stdout, stderr } = await run(["--no-input"], { command });
		expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
		expect(stderr.trimEnd().split("\n")).toHaveLength(2);
		expect(stderr).toContain("This is a bug in should-i-finetune: TypeError");
		expect(stderr).toContain("npm bugs should-i-finetune");
	});

	test("shows where it is when that is asked for", async () => {
		const { code, stderr } = await run(["--no-input"], { command, env: { DEBUG: "1" } });
		expect(code).toBe(70);
		expect(stderr).toMatch(/^ +at /m);
	});
});

const shell = (line: string) =>
	run([], { command: ["bash", "-c", line.replaceAll("PROGRAM", `"$0" "$1"`), ...program] });

describe.skipIf(!existsSync("/dev/full"))("an output that is full", () => {
	test.each(["--no-input", "--help", "--version", "explain goal", "rules docs", "rules check"])(
		"%s: one line, and exit code 2",
		async (line) => {
			const { code, stderr } = await shell(`PROGRAM ${line} > /dev/full`);
			expect({ code, stderr }).toEqual({
				code: 2,
				stderr: "error: The output cannot be written: the disk is full.\n",
			});
		},
	);
});

test.each(["--no-input", "rules docs", "--no-input --format html"])(
	"%s: a reader that leaves early is no fault",
	async (line) => {
		const { code, stderr } = await shell(
			`PROGRAM ${line} | head -n 1 > /dev/null; exit \${PIPESTATUS[0]}`,
		);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	},
);
