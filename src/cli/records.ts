/** The commands about recorded decisions: `check` and `diff`. */
import { InvalidArgumentError, Option } from "commander";
import type { CheckFlags } from "../commands/check-records.ts";
import type { DiffFlags } from "../commands/diff-answers.ts";
import { isRecordsFormat, type RecordsFormat, recordsFormats } from "../report/records/formats.ts";
import { type AddCommands, asOfOption, rulesOption, shapeOption } from "./options.ts";

export const addRecordsCommands: AddCommands = (program, rules, world, finish) => {
	program
		.command("check")
		.argument("<file...>", "Markdown or HTML files with records, or directories to search")
		.description("decide recorded decisions again: unchanged, moved, stale, edited or broken")
		.option("--write", "refresh what is out of date, hand edits in its block included")
		.addOption(
			new Option("-f, --format <name>", recordsFormats.join(" | "))
				.argParser(asRecordsFormat)
				.default("text"),
		)
		.addOption(asOfOption())
		.option(
			"--expect <verdict>",
			"exit with 1 when the verdict of a record is another: prompt-engineering | fine-tuning",
		)
		.option("--strict", "exit with 2 when an unknown fact could change the verdict of a record")
		.addOption(rulesOption())
		.addHelpText("after", checkHelp)
		.action(async (files: string[], flags: CheckFlags) => {
			const { checkRecords } = await import("../commands/check-records.ts");
			finish(await checkRecords(files, flags, { rules, world }));
		});
	program
		.command("diff")
		.argument("<old>", "a file of answers, or a report that holds them; - is stdin")
		.argument("<new>", "the same, to compare with")
		.description("which answers changed, and what that did to each score, gate and the verdict")
		.addOption(shapeOption())
		.addOption(asOfOption())
		.option("--exit-code", "exit with 1 when the verdict differs")
		.addOption(rulesOption())
		.action(async (before: string, after: string, flags: DiffFlags) => {
			const { diffFiles } = await import("../commands/diff-answers.ts");
			finish(await diffFiles([before, after], flags, { rules, world }));
		});
};

function asRecordsFormat(word: string): RecordsFormat {
	if (isRecordsFormat(word)) return word;
	throw new InvalidArgumentError(`It is ${recordsFormats.join(", ")}.`);
}

const checkHelp = `
Examples:
  should-i-finetune check docs
  should-i-finetune check decision.md --write
  should-i-finetune check docs --format junit > records.xml

A record is the hidden comment in a Markdown, ADR or HTML report. It is stale
from its re-decide-by day on, or when what providers offer has changed. A record
in a code fence is an example and left alone. Files without a record are told
only when they are named.

Exit codes: 0 all unchanged; 1 something is moved, stale, edited or not as
expected, also when --write has just refreshed it; 2 a record is broken, or a
file cannot be read or holds no record where nothing else does.`;
