/** What the README shows is what the program prints, and what it suggests works. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { folderOf, run } from "./program.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/```console\n\$ should-i-finetune (.*)\n([\s\S]*?)```/g)];

describe("the README", () => {
	test("shows at least one real verdict", () => expect(blocks.length).toBeGreaterThan(0));

	test.each(blocks.map(([, command = "", shown = ""]) => [command, shown]))(
		"shows what %s prints",
		async (command, shown) => {
			const { stdout } = await run(command.split(" "));
			// A last line of dots stands for the rest of the report.
			const start = shown.replace(/\n?\.\.\.\n$/, "\n");
			expect(stdout.slice(0, start.length)).toBe(start);
			expect(start.split("\n").length).toBeGreaterThan(8);
		},
	);

	/** A YAML block whose first line names its file, written into a folder of its own. */
	const write = (name: string): string => {
		const block =
			new RegExp(`\`\`\`yaml\\n# \\S*${name}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
		expect(block).not.toBe("");
		return folderOf({ [name]: block });
	};

	test("shows an answers file that can be read", async () => {
		const cwd = write("answers.yaml");
		const { code, stdout } = await run(["-a", "answers.yaml", "-f", "json"], { cwd });
		expect(code).toBe(0);
		expect(Object.keys(JSON.parse(stdout).answers)).toHaveLength(6);
	});

	test("shows a rule set of one's own that differs from the built-in one", async () => {
		const folder = write("rules.yaml");
		expect((await run(["rules", "check", "--rules", folder])).code).not.toBe(2);
		const diff = await run(["rules", "diff", "built-in", folder, "--format", "json"]);
		expect(diff.code).toBe(1);
		expect(JSON.parse(diff.stdout).outlook.toPrompts.share).toBeGreaterThan(0);
	});
});
