/**
 * Hostile text at every door out: whatever hides, steers a screen or commands a log is spelt out.
 * A door runs with all texts that can come in there; each kind is then looked for in what came out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { programOf } from "../../src/cli/program.ts";
import { formats, recordsFormats } from "../../src/report/formats.ts";
import { allCommands } from "../../src/report/usage.ts";
import { rules } from "../built-in.ts";
import { commandsIn, hidden, kinds, spelledOut, squash } from "./characters.ts";
import { type Door, doors } from "./doors.ts";
import { attempt, expectCivil } from "./trial.ts";

/** What a door let out, all its runs together. */
async function outputOf({ door, runs, writes = [] }: Door): Promise<string> {
	const outcomes = await Promise.all(runs.map((run) => attempt({ what: door, ...run })));
	for (const outcome of outcomes) {
		const { stdout, stderr } = outcome;
		// check tells in its report what is broken.
		expectCivil({ ...outcome, stderr: stderr + stdout.replace(/^.*(broken)/m, "error: $1") });
	}
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
