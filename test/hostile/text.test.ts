/**
 * Hostile text at every door out: whatever hides, steers a screen or commands a log is spelt out.
 * A door runs with all texts that can come in there; each kind is then looked for in what came out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { programOf } from "../../src/cli/program.ts";
import { formats, recordsFormats } from "../../src/report/formats.ts";
import { allCommands } from "../../src/report/usage.ts";
import { rules } from "../built-in.ts";
import { folderOf, open } from "../installed/program.ts";
import { keys } from "../interviews/terminal.ts";
import { blobsOf, commandsIn, hidden, kinds, spelledOut, squash } from "./characters.ts";
import { type Door, doors, inAnswers, inRules, inTitles } from "./doors.ts";
import { hostileRules, nameOf } from "./hostile-rules.ts";
import { attempt, expectCivil } from "./trial.ts";

/** What a door let out, all its runs together. */
async function outputOf({ door, runs, writes = [] }: Door): Promise<string> {
	const outcomes = await Promise.all(runs.map((run) => attempt({ what: door, ...run })));
	for (const outcome of outcomes) expectCivil(outcome);
	return outcomes
		.flatMap(({ stdout, stderr, folder }) => [
			stdout,
			stderr,
			...writes.map((file) => readFileSync(join(folder, file), "utf8")),
		])
		.join("\n");
}

/** The texts of a kind that go in at a door. */
function givenAt({ runs }: Door, kind: (typeof kinds)[number]) {
	const given = JSON.stringify(runs);
	return spelledOut(kind).filter(({ found }) => given.includes(found));
}

let inputs = 0;

describe.each(doors)("$door", (door) => {
	let output = "";
	beforeAll(async () => {
		output = await outputOf(door);
	});

	test("only our own commands begin a line", () => {
		const own = door.isOfCommands ? /^::(?:error|warning|notice) file=/ : /(?!)/;
		expect(commandsIn(output).filter((line) => !own.test(line))).toEqual([]);
	});

	test.each(kinds.filter((kind) => givenAt(door, kind).length > 0))("$kind", (kind) => {
		const given = givenAt(door, kind);
		const shown = squash(output);
		inputs += given.length;
		expect(hidden(output)).toEqual([]);
		if (door.isSilent) return;
		expect(given.filter(({ looks }) => !shown.includes(looks))).toEqual([]);
	});
});

describe("what a program reads is what went in", () => {
	const json = (argv: string[], files: Record<string, string>, stdin = "") =>
		attempt({ what: "JSON", argv, files, stdin }).then(({ stdout }) => JSON.parse(stdout));

	test.each(inRules)("a rule set in JSON", async (text) => {
		const files = { "r/a.yaml": hostileRules(text) };
		const decision = await json(["--no-input", "--rules", "r", "--format", "json"], files);
		expect(decision).toMatchObject({ headline: text, ruleset: { name: nameOf(text) } });
	});

	test.each(inAnswers)("an answer in JSON", async (model) => {
		const decision = await json(["--no-input", "--model", model, "--format", "json"], {});
		expect(decision.answers.model.value).toBe(model);
	});

	test.each(inTitles)("a title in JSON, by each way in", async (title) => {
		const titleOf = async (argv: string[], env = {}) =>
			JSON.parse(
				(
					await attempt({
						what: "title",
						argv: ["--no-input", ...argv, "--format", "json"],
						files: { "a.json": JSON.stringify({ title }) },
						env,
					})
				).stdout,
			).title;
		expect(await titleOf(["--title", title])).toBe(title);
		expect(await titleOf(["-a", "a.json"])).toBe(title);
		expect(await titleOf([], { SHOULD_I_FINETUNE_TITLE: title })).toBe(title);
		const { folder } = await attempt({
			what: "record",
			argv: ["--no-input", "--title", title, "-o", "o.md"],
		});
		expect(await titleOf(["-a", join(folder, "o.md")])).toBe(title);
		const row = await json(["batch", "--fields", "title"], {}, JSON.stringify({ title }));
		expect(row).toEqual({ title });
	});

	test.each(inAnswers)("an answer in a batch", async (model) => {
		const row = await json(["batch", "--keep", "k"], {}, JSON.stringify({ model, k: model }));
		expect([row.k, row.answers.model.value]).toEqual([model, model]);
	});

	test.each(inAnswers)("an answer in a record", async (model) => {
		const { folder } = await attempt({
			what: "record",
			argv: ["--no-input", "--model", model, "-o", "o.md"],
		});
		const files = { "o.md": readFileSync(join(folder, "o.md"), "utf8") };
		const decision = await json(["--no-input", "-a", "o.md", "--format", "json"], files);
		expect(decision.answers.model.value).toBe(model);
	});
});

/** A pseudo-terminal of Windows draws by itself what it is sent. */
describe.skipIf(process.platform === "win32")("an interview", () => {
	test("shows questions, choices and results as they may be shown", async () => {
		const cwd = folderOf({ "r/a.yaml": hostileRules(blobsOf(500, undefined, 1).join(" ")) });
		const [model = ""] = inAnswers;
		const given = [
			"--citations",
			"yes",
			"--examples",
			"5",
			"--model",
			model,
			"--as-of",
			"2026-05-05",
		];
		const session = open(["--all", "--rules", "r", ...given], { cwd, columns: 100 });
		await session.see("what are you building");
		session.send(keys.enter);
		await session.choose("Why do you ask");
		await session.next("Ctrl-C leaves");
		await session.choose("daily");
		await session.see("Save your answers");
		await session.choose("Save them as");
		await session.see("Saved should-i-finetune.yaml");
		const { raw, text } = await session.end();
		// inquirer draws with controls of its own.
		expect(hidden(raw).filter((code) => Number.parseInt(code, 16) > 0x7f)).toEqual([]);
		for (const started of ["\u001b]", "\u001bP", "\u001bc", "\u001b[8m"])
			expect(raw).not.toContain(started);
		for (const kind of kinds) expect(squash(text)).toContain(spelledOut(kind)[0]?.looks);
		const saved = parse(readFileSync(join(cwd, "should-i-finetune.yaml"), "utf8"));
		expect(saved.model).toBe(model);
	});
});

test("no command and no format is without a door", () => {
	const lines = doors.flatMap(({ runs }) => runs.map(({ argv }) => argv.join(" ")));
	const silent = ["rules schema"];
	const commands = allCommands(programOf(rules))
		.filter(({ path, usage }) => usage.commands.length === 0 && !silent.includes(path))
		.map(({ path }) => path);
	const asked = [
		...commands,
		...formats.map(
			(format) => `--no-input --change daily --model gpt --as-of 2026-05-05 --format ${format}`,
		),
		...recordsFormats.map((format) => `--format ${format}`),
	];
	expect(asked.filter((part) => !lines.some((line) => line.includes(part)))).toEqual([]);
});

test("every text went in at many doors", () => expect(inputs).toBeGreaterThan(3_000));
