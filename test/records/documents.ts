/** Documents with records in them, and the command line run on them in a folder of their own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { makeProgram } from "../../src/cli/program.ts";
import { run } from "../../src/cli/run.ts";
import type { CheckFileOptions } from "../../src/commands/check-file.ts";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { wrapRecord } from "../../src/core/records/record.ts";
import { builtInFolder, readRuleFolder } from "../../src/io/read-rule-folder.ts";
import type { World } from "../../src/io/world.ts";
import { markdown } from "../../src/report/markdown/markdown.ts";
import { onScreen, type Screen } from "../world.ts";

const read = await readRuleFolder(builtInFolder, "rules");
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
export const rules = read.value.rules;

export const today = "2026-11-22";

/** One cell each, so that deciding is fast. */
export const facts = { goal: "task-quality", task: "narrow", examples: 700, model: "gpt-4.1-mini" };

export interface BlockOptions {
	given?: Record<string, string | number>;
	/** The day on the record; null leaves it out. */
	asOf?: string | null;
}

/** A block as a Markdown report holds it. */
export function blockOf({ given = facts, asOf = today }: BlockOptions = {}): string {
	const raw = Object.entries(given).map(([fact, value]) => ({ fact, value, from: `--${fact}` }));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems, null, 2));
	const decision = decide(rules, answers.value, { asOf: asOf ?? today });
	const made = { format: "markdown", asOf: asOf ?? undefined, rules } as const;
	return wrapRecord(markdown(decision, rules), decision, made);
}

/** A part of a block replaced; it is a mistake of the test when it is not there. */
export function change(block: string, from: string | RegExp, to: string): string {
	const changed = block.replace(from, () => to);
	if (changed === block) throw new Error(`There is no ${from} to change.`);
	return changed;
}

/** Ways in which a block gets out of date, with the state it is then in. */
export const outdated = {
	moved: (block: string) => change(block, /^confidence: .*$/m, "confidence: 0.51"),
	edited: (block: string) => change(block, "### Why", "### Why not"),
	stale: (block: string) =>
		change(block, /^verdict:/m, 're-decide-by: "2026-01-01"\nverdict:').replace(
			/^re-decide-by: "2027.*\n/m,
			"",
		),
};

export const options: CheckFileOptions = {
	asOf: today,
	write: false,
	isDated: false,
	isChosen: false,
	cases: [],
};

const folders: string[] = [];
afterAll(() => {
	for (const place of folders) rmSync(place, { recursive: true, force: true });
});

/** A new folder, gone after the tests of a file. */
export function folder(): string {
	const place = mkdtempSync(join(tmpdir(), "should-i-finetune-records-"));
	folders.push(place);
	return place;
}

/** Writes files into a new folder and gives back their folder. */
export function filesOf(contents: Record<string, string | Uint8Array>): {
	path: (name: string) => string;
	read: (name: string) => string;
	bytes: (name: string) => Buffer;
} {
	const place = folder();
	const path = (name: string) => join(place, name);
	for (const [name, content] of Object.entries(contents)) writeFileSync(path(name), content);
	return {
		path,
		read: (name) => readFileSync(path(name), "utf8"),
		bytes: (name) => readFileSync(path(name)),
	};
}

/** As `run` does it, but for the rules, which are read once for all tests. */
export const runCli = (argv: string[], changes: Partial<World> = {}): Promise<Screen> =>
	onScreen(async (world) => {
		let code = 0;
		const program = makeProgram(rules, world, (result) => {
			code = result;
		});
		await program.parseAsync(argv, { from: "user" });
		return code;
	}, changes);

/** The whole of `run`. */
export const runWhole = (argv: string[], changes: Partial<World> = {}): Promise<Screen> =>
	onScreen((world) => run(argv, world), changes);
