/** Help, its topics, and the manual page. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeManPage } from "../../scripts/man.ts";
import { home, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const { stdout: help } = await run(["--help"]);

/** The first words of the entries of a part of the help. */
const entriesOf = (title: string): string[] => {
	const [, part = ""] = help.split(new RegExp(`^${title}.*:\\n`, "m"));
	const [entries = ""] = part.split("\n\n");
	return [...entries.matchAll(/^ {2}(\S.*?)(?: {2}|$)/gm)].map(([, entry = ""]) => entry);
};
const flagsOf = (title: string) =>
	entriesOf(title).map((entry) => /--(?:no-)?([\w-]+)/.exec(entry)?.[1] ?? "");
const topics = /More: should-i-finetune help (.*)/.exec(help)?.[1]?.split(" | ") ?? [];
const commands = entriesOf("Commands").map((entry) => entry.split(" ")[0] ?? "");
const parts = [
	...["check", "test", "diff", "docs", "schema"].map((part) => `rules ${part}`),
	"inspect data",
];

const longest = (text: string) => Math.max(...text.split("\n").map(({ length }) => length));

describe("help", () => {
	test("names its topics, commands and facts", () => {
		expect(topics).toEqual(["answers", "environment", "exit-codes"]);
		expect(commands).toEqual(
			expect.arrayContaining(["explain", "rules", "check", "diff", "batch", "init", "completion"]),
		);
		expect(flagsOf("Facts")).toContain("monthly-requests");
	});

	test.each(topics)("on %s fits 80 columns", async (topic) => {
		const { stdout } = await expectTranscript(`help on ${topic}`, ["help", topic], { code: 0 });
		expect(longest(stdout)).toBeLessThanOrEqual(80);
	});

	test.each(["", ...commands.filter((name) => name !== "help"), ...parts])(
		"on `%s` is its --help",
		async (path) => {
			const words = path.split(" ").filter(Boolean);
			const { code, stdout } = await run(["help", ...words]);
			expect(code).toBe(0);
			expect(stdout).toBe((await run([...words, "--help"])).stdout);
			expect(longest(stdout)).toBeLessThanOrEqual(80);
		},
	);

	test.each([
		[["exit-code"], "Did you mean exit-codes?"],
		[["rules", "chek"], "Did you mean check?"],
		[["init", "file"], "Remove it."],
	])("on %j is refused", async (words, hint) => {
		const screen = await run(["help", ...words]);
		expect(screen).toMatchObject({ code: 2, stdout: "" });
		expect(screen.stderr).toContain(hint);
	});
});

describe("the manual page", () => {
	const file = join(home, "man/should-i-finetune.1");
	const page = readFileSync(file, "utf8");

	test("is current", async () => {
		await expect(await makeManPage()).toMatchFileSnapshot("../../man/should-i-finetune.1");
	});

	test("is the one that package.json names", () => {
		const { man } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
		expect(join(home, man)).toBe(file);
	});

	test.skipIf(spawnSync("groff", ["--version"]).status !== 0)(
		"is rendered without a warning (needs groff)",
		() => {
			const flags = ["-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=80n"];
			const { stdout, stderr } = spawnSync("groff", flags, { input: page, encoding: "utf8" });
			expect(stderr).toBe("");
			for (const flag of [...flagsOf("Options"), ...flagsOf("Facts")])
				expect(stdout).toMatch(new RegExp(`--(no-)?${flag}\\b`));
			expect(stdout).toContain("should-i-finetune rules check --rules our-rules");
		},
	);

	test.skipIf(process.platform !== "linux" || spawnSync("man", ["--version"]).status !== 0)(
		"is shown by man (needs man)",
		() => {
			const env = { ...process.env, MANWIDTH: "80", LANG: "C.UTF-8" };
			const shown = execFileSync("man", ["--warnings", "-l", file], { encoding: "utf8", env });
			expect(shown).toContain("EXIT CODES");
		},
	);
});
