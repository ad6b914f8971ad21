/** Every command line that we show runs, in colour, and exits and prints as it says: README, help, manual page and examples. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, home, installed, open, root, run } from "./installed/program.ts";
import { measured, skillLines } from "./installed/skill.ts";
import { plainEnv } from "./interviews/terminal.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");

/** Command lines of a text, without what only installs. */
const linesIn = (text: string): string[] =>
	text.split("\n").flatMap((line) => {
		const [, command] = /^(?:npm ci && )?(.*\bshould-i-finetune\b.*)$/.exec(line.trim()) ?? [];
		return command === undefined ? [] : [command];
	});

/** `help answers | environment` stands for two lines. */
const alternatives = (line: string): string[] => {
	const [first = "", ...others] = line.split(" | ");
	const start = first.slice(0, first.lastIndexOf(" "));
	return [first, ...others.map((word) => `${start} ${word}`)];
};

const examplesOf = (help: string) =>
	[...help.matchAll(/^ {2,4}(should-i-finetune\b.*)$/gm)].map(([, line = ""]) => line);

const helps = ["", "check", "batch"].map((name) => [...name.split(" ").filter(Boolean), "--help"]);
const shown = {
	"the README": [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) =>
		linesIn(text),
	),
	"the README's sentences": [...readme.matchAll(/`(should-i-finetune [^`]+)`/g)].flatMap(
		([, line = ""]) => alternatives(line),
	),
	help: (await Promise.all(helps.map((argv) => run(argv)))).flatMap(({ stdout }) =>
		examplesOf(stdout),
	),
	"the manual page": [
		...readFileSync(join(home, "man/should-i-finetune.1"), "utf8").matchAll(
			/\.nf\n([\s\S]*?)\.fi/g,
		),
	].flatMap(([, text = ""]) => linesIn(text.replaceAll("\\-", "-"))),
	"the skill for coding agents": skillLines,
	"the examples": readdirSync(join(root, "examples"))
		.filter((file) => /\.ya?ml$/.test(file))
		.flatMap((file) =>
			[...read(`examples/${file}`).matchAll(/(npx --no-install should-i-finetune .*)$/gm)].map(
				([, line = ""]) => line,
			),
		),
};

const answers = /```yaml\n# answers\.yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const rules = /```yaml\n# my-rules\/rules\.yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const decision = await run(["--goal", "task-quality", "--format", "markdown"]);
const page = await run(["--goal", "task-quality", "--format", "html"]);

const trainingRows = (from: number, to: number): string =>
	Array.from({ length: to - from }, (_, index) => {
		const number = from + index;
		return `${JSON.stringify({ prompt: `Say ${number} in words.`, completion: `It is number ${number}.` })}\n`;
	}).join("");

/** Sixty tests, of which one in so many fails. */
const evalResults = (failing: number): string =>
	`question,correct\n${Array.from({ length: 60 }, (_, place) => `q${place},${place % failing > 0}\n`).join("")}`;

/** A folder with all that the lines speak of. */
function scratch(): string {
	const cwd = folderOf({
		"answers.yaml": answers,
		"answers.json": '{ "goal": "task-quality" }\n',
		"old.md": decision.stdout,
		"decision.md": decision.stdout,
		"docs/decision.md": decision.stdout,
		"docs/adr/page.html": page.stdout,
		"my-rules/rules.yaml": rules,
		"our-rules/rules.yaml": rules,
		"portfolio.csv": "project,goal\nours,task-quality\n",
		"simulated.ndjson": '{"goal":"task-quality"}\n',
		"train.jsonl": trainingRows(0, 40),
		"test.jsonl": trainingRows(40, 60),
		"v1.csv": evalResults(3),
		"v2.csv": evalResults(9),
		".config/fish/completions/other.fish": "",
		...measured,
	});
	symlinkSync(join(installed.project, "node_modules"), join(cwd, "node_modules"));
	return cwd;
}

/** What a line says of its end; all others end well. */
const codes: [line: RegExp, code: number][] = [
	// An unknown fact could change the verdict.
	[/ --strict/, 2],
	// Another rule set gives another verdict for some answers.
	[/ rules diff built-in my-rules/, 1],
	// And fails a test that was written for the other weight.
];

const hasZsh = spawnSync("zsh", ["--version"]).status === 0;

/** The shell that a line is for. */
const shellOf = (line: string): string[] =>
	line.includes("completion zsh") && hasZsh
		? ["zsh", "-f", "-c", `autoload -U compinit; compinit -u -D; ${line}`]
		: ["bash", "-c", line];

describe.skipIf(process.platform === "win32").each(Object.entries(shown))("%s", (_name, lines) => {
	test("shows some", () => expect(lines.length).toBeGreaterThan(2));

	test.concurrent.each([...new Set(lines)])("%s", async (line) => {
		const cwd = scratch();
		const path = [join(cwd, "node_modules/.bin"), plainEnv.PATH].join(delimiter);
		// With CI nothing is asked.
		const env = { PATH: path, HOME: cwd, CI: "true", GITHUB_STEP_SUMMARY: "summary.md" };
		// What npx adds is npm's: one line shows that it finds the program.
		const isPlain = /^npx should-i-finetune$/.test(line);
		const command = shellOf(isPlain ? line : line.replace(/npx (--no-install )?/, ""));
		const { code, text } = await open([], { cwd, env, command }).end();
		expect(text).not.toMatch(/TypeError|^ +at .*[:(]|node:internal|This is a bug|not found/m);
		const expected = codes.find(([form]) => form.test(line))?.[1] ?? 0;
		expect(`${code}${code === expected ? "" : text}`).toBe(`${expected}`);
	});
});

/** What the README shows of a command, up to a line of dots, which stands for the rest. */
const screens = [
	...readme.matchAll(/```console\n\$ should-i-finetune (.*)\n([\s\S]*?)(?:\n?\.\.\.\n)?```/g),
];

test.each(screens.map(([, command = "", shown = ""]) => [command, shown.trimEnd()]))(
	"the README shows what %s prints",
	async (command, shown) => {
		const { stdout } = await run(command.split(" "));
		expect(stdout.slice(0, shown.length)).toBe(shown);
		expect(shown.split("\n").length).toBeGreaterThan(8);
	},
);

test("the README shows at least one real verdict", () => expect(screens.length).toBeGreaterThan(0));
