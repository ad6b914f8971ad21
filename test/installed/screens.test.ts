/** Every command on every kind of screen, with names and answers of any script: it fits, and nothing breaks. */
import { stripVTControlCharacters } from "node:util";
import widthOf from "fast-string-width";
import { describe, expect, test } from "vitest";
import { folderOf, open, run } from "./program.ts";

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

type Row = [name: string, code: number, argv: string[]];

/** For people: no line is wider than the screen. */
const forPeople: Row[] = [
	["a report of nothing", 0, ["--no-input", ...day]],
	["a report", 0, answers],
	["a report by other rules", 0, [...answers, "--rules", "規則"]],
	["not as expected", 1, [...answers, "--expect", "fine-tuning"]],
	["a report into a file", 0, [...answers, "-o", "報告🎉.html"]],
	["explain a fact", 0, ["explain", "examples"]],
	["explain a rule", 0, ["explain", "prompt-limits.fresh-and-cited"]],
	["explain a gate", 0, ["explain", "tunable"]],
	["explain a row", 0, ["explain", "what-changes"]],
	["explain a source", 0, ["explain", "ovadia-2023"]],
	["explain a case", 0, ["explain", "airbnb-test-migration"]],
	["explain a provider", 0, ["explain", "openai"]],
	["explain weights", 0, ["explain", "weights", ...answers.slice(0, 2)]],
	["rules check", 0, ["rules", "check"]],
	["rules test", 0, ["rules", "test"]],
	["rules diff", 0, ["rules", "diff", "built-in", "規則"]],
	["check", 0, ["check", "記録🎉.md", ...day]],
	["diff", 0, ["diff", "契約🤖.yaml", "新しい.yaml", ...day]],
	["batch as a summary", 0, ["batch", "portfolio.csv", "--keep", "project", "--summary"]],
	["init", 0, ["init", "答え🙂.yaml", "--force"]],
	["help", 0, ["--help"]],
	["help on a command", 0, ["check", "--help"]],
	["help on a topic", 0, ["help", "answers"]],
	["version", 0, ["--version"]],
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

/** What nobody may ever see. */
const crash = /\b(?:Type|Reference|Syntax|Range)Error\b|^ +at .*[:(]|node:internal|This is a bug/m;
const escape = "\x1b";

interface Look {
	columns: number;
	env?: Record<string, string>;
}

/** Command lines that ran already are not run again. */
const screens = new Map<string, Promise<{ code: number; raw: string }>>();

function show(argv: string[], { columns, env = {} }: Look) {
	const key = JSON.stringify([argv, columns, env]);
	const screen = screens.get(key) ?? open(argv, { cwd, columns, env }).end();
	screens.set(key, screen);
	return screen;
}

const textOf = (raw: string) => stripVTControlCharacters(raw).replaceAll("\r", "");
const tooWide = (text: string, columns: number) =>
	text.split("\n").filter((line) => widthOf(line) > columns);

/** A pseudo-terminal of Windows draws by itself what it is sent. */
describe.skipIf(process.platform === "win32")("in a terminal", () => {
	describe.each([40, 60, 80, 120, 200])("of %i columns, in colour", (columns) => {
		test.concurrent.each(forPeople)("%s", async (_name, code, argv) => {
			const screen = await show(argv, { columns });
			const text = textOf(screen.raw);
			expect(text).not.toMatch(crash);
			expect(screen.code).toBe(code);
			expect(text).not.toBe("");
			expect(tooWide(text, columns)).toEqual([]);
		});
	});

	describe.each<[string, Look]>([
		["with NO_COLOR", { columns: 80, env: { NO_COLOR: "1" } }],
		["that is dumb", { columns: 80, env: { TERM: "dumb" } }],
	])("%s", (name, look) => {
		test.concurrent.each([...forPeople, ...forPrograms])("%s", async (_name, code, argv) => {
			const { raw, ...screen } = await show(argv, look);
			expect(raw).not.toMatch(crash);
			expect(screen.code).toBe(code);
			expect(raw).not.toContain(escape);
			if (name !== "with NO_COLOR") return;
			const inColour = await show(argv, { columns: look.columns });
			expect(textOf(inColour.raw)).toBe(textOf(raw));
		});
	});

	test.each([
		["a report", answers],
		["explain", ["explain", "examples"]],
		["check", ["check", "記録🎉.md", ...day]],
		["diff", ["diff", "契約🤖.yaml", "新しい.yaml"]],
	])("%s has colour where nothing forbids it", async (_name, argv) => {
		expect((await show(argv, { columns: 80 })).raw).toContain(`${escape}[`);
	});
});

describe("piped", () => {
	test.concurrent.each([...forPeople, ...forPrograms])("%s", async (_name, code, argv) => {
		const { stdout, stderr, ...screen } = await run(argv, { cwd });
		expect(screen.code).toBe(code);
		expect(stdout + stderr).not.toMatch(crash);
		expect(stdout + stderr).not.toContain(escape);
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
