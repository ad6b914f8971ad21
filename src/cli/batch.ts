/** The command for many decisions: `batch`. */
import { Option } from "commander";
import type { BatchFlags } from "../commands/batch.ts";
import { type AddCommands, asOfOption, rulesOption, shapeOption } from "./options.ts";

export const addBatchCommand: AddCommands = (program, rules, world, finish) => {
	program
		.command("batch")
		.argument("[file...]", "JSON lines, a JSON array or CSV with a header; - is stdin (default)")
		.description("decide many sets of answers: a line in, a line out, in the same order")
		.addOption(
			listOption(
				"--fields <names>",
				"write only these parts of each decision, such as verdict,total.points",
			),
		)
		.addOption(
			listOption("--keep <names>", "keys or columns that are no facts: copied into the decision"),
		)
		.option("--summary", "print counts instead of decisions: verdicts, strengths, gates, reasons")
		.addOption(shapeOption("of the summary: text | json"))
		.option("--strict", "stop at the first bad line")
		.addOption(asOfOption())
		.addOption(rulesOption())
		.addHelpText("after", batchHelp)
		.action(async (files: string[], flags: BatchFlags & { rules?: string }) => {
			const { batch } = await import("../commands/batch.ts");
			finish(await batch(files, flags, { rules, folder: flags.rules, world }));
		});
};

/** Names with commas between them, in one flag or in several. */
const listOption = (flags: string, about: string): Option =>
	new Option(flags, about).argParser((value, before: string[] = []) => [
		...before,
		...value.split(",").map((name) => name.trim()),
	]);

const batchHelp = `
Examples:
  should-i-finetune batch portfolio.csv --keep project --fields verdict
  should-i-finetune batch simulated.ndjson --summary

Each line or row is what a file of answers is to a single run; answers may lie
under a key answers or facts, as in a report in JSON. Without --fields a line of
output is the whole decision. A bad line gives {"file", "line", "problems"} in
its place; blank lines are left out. Facts from flags, the environment and
should-i-finetune.yaml do not come in. Verdict, outlook, strength, headline and
total.points are decided far faster than other fields.

Exit codes: 0 every line is decided; 2 a line is bad, or could not do as asked.`;
