/** Every command on every kind of screen, with names and answers of any script: it fits, and nothing breaks. */
import { stripVTControlCharacters } from "node:util";
import widthOf from "fast-string-width";
import { describe, expect, test } from "vitest";
import { keys } from "../interviews/terminal.ts";
import { folderOf, open, program, run } from "./program.ts";

const model = "模型-🚀-ñandú-gpt";
const cwd = folderOf({
	"契約🤖.yaml": `goal: task-quality\ntask: narrow\nexamples: 500..2000\nmodel: ${model}\n`,
	"新しい.yaml": `goal: new-knowledge\ncitations: yes\nmodel: ${model}-2\n`,
	"broken.yaml": `goal: 目標\ntsk: narrow\nmodel: [${model}\n`,
	"misspelt.yaml": "gaol: 目標🎯\ntask: 狭い\n",
	"portfolio.csv": "project,goal,examples\n病院🏥,task-quality,5000\n契約,new-knowledge,\n",
	"bad.ndjson": '{"goal":"task-quality"}\n{"goal":"目標🎯"}\n',
	"規則/rules.yaml": "extends: built-in\nname: 私たち\n",
});
const day = ["--as-of", "2026-11-22"];
const answers = ["-a", "契約🤖.yaml", "--no-input", ...day];
await run([...answers, "-o", "記録🎉.md"], { cwd });

type Row = [name: string, code: number, argv: string[], from?: number];

/** Laid out for people: no line is wider than the screen, from so many columns up. */
const laidOut: Row[] = [
	["a report of nothing", 0, ["--no-input", ...day]],
	["a report", 0, answers],
	["a report by other rules", 0, [...answers, "--rules", "規則"]],
	["explain a fact", 0, ["explain", "examples"]],
	["explain a rule", 0, ["explain", "domain-specificity.fresh-and-cited"]],
	["explain a case", 0, ["explain", "airbnb-test-migration"]],
	["explain cases", 0, ["explain", "cases"]],
	["explain a provider", 0, ["explain", "openai"]],
	["explain weights", 0, ["explain", "weights", ...answers.slice(0, 2)]],
	["check", 0, ["check", "記録🎉.md", ...day], 60],
	["diff", 0, ["diff", "契約🤖.yaml", "新しい.yaml", ...day], 60],
	["batch as a summary", 0, ["batch", "portfolio.csv", "--keep", "project", "--summary"]],
	["help", 0, ["--help"], 80],
	["help on a command", 0, ["check", "--help"], 80],
	["help on a topic", 0, ["help", "answers"]],
	["version", 0, ["--version"]],
	["init", 0, ["init", "答え🙂.yaml", "--force"]],
	["a report into a file", 0, [...answers, "-o", "報告🎉.html"]],
	["not as expected", 1, [...answers, "--expect", "fine-tuning"]],
	["a value that is none", 2, ["--goal", "目標🎯", "--task", "狭い"]],
	["a flag that is none", 2, ["--目標", "x"]],
	["an id that is none", 2, ["explain", "目標"]],
	["a command that is none", 2, ["explian", "goal"]],
	["a file that is not there", 2, ["-a", "無い.yaml", "--no-input"]],
	["a broken file", 2, ["-a", "broken.yaml", "--no-input"]],
	["a misspelt file", 2, ["-a", "misspelt.yaml", "--no-input"]],
	["rules that are not there", 2, ["--rules", "無い"]],
	["a folder that is not there", 2, [...answers, "-o", "無い/報告.md"]],
];

/** A line for each thing that is said, as linters print them: a terminal breaks it, a search finds it whole. */
const lines: Row[] = [
	["rules check", 0, ["rules", "check"]],
	["rules test", 0, ["rules", "test"]],
	["rules diff", 0, ["rules", "diff", "built-in", "規則"]],
];

/** For programs and documents, whatever the screen. */
const forPrograms: Row[] = [
	...["markdown", "adr", "json", "html"].map(
		(format): Row => [`a report as ${format}`, 0, [...answers, "--format", format]],
	),
	["check as JUnit", 0, ["check", "記録🎉.md", "--format", "junit", ...day]],
	["batch", 0, ["batch", "portfolio.csv", "--keep", "project", "--fields", "verdict,answers"]],
	["batch with a bad line", 2, ["batch", "bad.ndjson", "--fields", "verdict"]],
	["rules docs", 0, ["rules", "docs"]],
	["rules schema", 0, ["rules", "schema"]],
	["completion", 0, ["completion", "bash"]],
];
const all = [...laidOut, ...lines, ...forPrograms];

/** What nobody may ever see. */
const crash = /\b(?:Type|Reference|Syntax|Range)Error\b|^ +at .*[:(]|node:internal|This is a bug/m;
/** Codes that colour, and codes of any kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about.
const colour = /\u001b\[[\d;]*m/;
const control = "\u001b";

interface Look {
	columns: number;
	env?: Record<string, string>;
}

/** Command lines that ran already are not run again. */
const screens = new Map<string, Promise<{ code: number; raw: string }>>();

function show(argv: string[], look: Look) {
	const key = JSON.stringify([argv, look]);
	const screen = screens.get(key) ?? lookAt(argv, look);
	screens.set(key, screen);
	return screen;
}

/** What a command line leaves on a screen. The shell waits at its end: a terminal that closes may swallow what nobody has read yet. */
async function lookAt(argv: string[], { columns, env = {} }: Look) {
	const command = ["sh", "-c", '"$@"; echo "exit $?"; read _', "sh", ...program];
	const session = open(argv, { cwd, columns, env, command });
	await session.see(/^exit \d+\n$/m);
	session.send(keys.enter);
	const { raw } = await session.end();
	const [, shown = "", code] = /^([\s\S]*?)exit (\d+)\r\n/m.exec(raw) ?? [];
	return { raw: shown, code: Number(code) };
}

const textOf = (raw: string) => stripVTControlCharacters(raw).replaceAll("\r", "");

/** A word that has a line to itself, such as a link, and a command to copy stay in one piece. */
const isWhole = (line: string) => /^ *\S+$|^ +should-i-finetune /.test(line);
const tooWide = (text: string, columns: number) =>
	text.split("\n").filter((line) => widthOf(line) > columns && !isWhole(line));

/** A pseudo-terminal of Windows draws by itself what it is sent. */
describe.skipIf(process.platform === "win32")("in a terminal", () => {
	describe.each([40, 60, 80, 120, 200])("of %i columns, in colour", (columns) => {
		test.concurrent.each(laidOut)("%s", async (_name, code, argv, from = 0) => {
			const screen = await show(argv, { columns });
			const text = textOf(screen.raw);
			expect(text).not.toMatch(crash);
			expect(screen.code).toBe(code);
			expect(text).not.toBe("");
			if (columns >= from) expect(tooWide(text, columns)).toEqual([]);
		});
	});

	describe.each<[string, Look]>([
		["with NO_COLOR", { columns: 80, env: { NO_COLOR: "1" } }],
		["that is dumb", { columns: 80, env: { TERM: "dumb" } }],
	])("%s", (_look, look) => {
		test.concurrent.each(all)("%s", async (_name, code, argv) => {
			const { raw, ...screen } = await show(argv, look);
			expect(raw).not.toMatch(crash);
			expect(screen.code).toBe(code);
			// The progress of a batch goes back to the start of its line, which is no colour.
			expect(raw).not.toMatch(look.env?.NO_COLOR ? colour : control);
			if (!look.env?.NO_COLOR) return;
			const inColour = await show(argv, { columns: look.columns });
			expect(textOf(inColour.raw)).toBe(textOf(raw));
		});
	});

	test("a report has colour where nothing forbids it", async () =>
		expect((await show(answers, { columns: 80 })).raw).toMatch(colour));
});

describe("piped", () => {
	test.concurrent.each(all)("%s", async (_name, code, argv) => {
		const { stdout, stderr, ...screen } = await run(argv, { cwd });
		expect(screen.code).toBe(code);
		expect(stdout + stderr).not.toMatch(crash);
		expect(stdout + stderr).not.toContain(control);
		if (code === 2 && argv[0] !== "batch") expect(stdout).toBe("");
	});

	test.each([
		["a report", answers],
		["markdown", [...answers, "--format", "markdown"]],
		["adr", [...answers, "--format", "adr"]],
		["html", [...answers, "--format", "html"]],
		["json", [...answers, "--format", "json"]],
		["rows", ["batch", "portfolio.csv", "--keep", "project", "--fields", "verdict"]],
		["summary", ["batch", "portfolio.csv", "--summary"]],
	])("%s, with FORCE_COLOR: the same words", async (_name, argv) => {
		const plain = await run(argv, { cwd });
		const forced = await run(argv, { cwd, env: { FORCE_COLOR: "1" } });
		expect(stripVTControlCharacters(forced.stdout)).toBe(plain.stdout);
	});

	test.each(["markdown", "adr", "json", "html"])("%s names the model as it is", async (format) => {
		const { stdout } = await run([...answers, "--format", format], { cwd });
		expect(stdout).toContain(model);
	});
});
