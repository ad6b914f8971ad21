/** `check`: recorded decisions decided again, and refreshed in place where that is asked for. */

import { good, type Problem, type Result } from "../core/problems.ts";
import type { CheckedFiles, CheckedRecord } from "../core/records/check-record.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadIndexedCases } from "../io/load-cases.ts";
import { findFiles } from "../io/record-files.ts";
import type { World } from "../io/world.ts";
import type { RecordsFormat } from "../report/records/formats.ts";
import { formatChecks } from "../report/records/reports.ts";
import { broken, type CheckFileOptions, checkFile } from "./check-file.ts";
import { parseOptions } from "./options.ts";

/** As commander hands them over. */
export interface CheckFlags {
	write?: boolean;
	format: RecordsFormat;
	asOf?: string;
	expect?: string;
	strict?: boolean;
	rules?: string;
}

export async function checkRecords(
	names: string[],
	flags: CheckFlags,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<ExitCode> {
	const options = await parseFlags(flags, { rules, world });
	if (!options.ok) return refuse(world, options.problems);
	const { files, problems } = await findFiles(names);
	const records: CheckedRecord[] = problems.map(cannotRead);
	const without: string[] = [];
	for (const named of files) {
		const found = await checkFile(named, rules, options.value);
		records.push(...found);
		if (found.length === 0 && named.isNamed) without.push(named.file);
	}
	if (records.length === 0 && without.length > 0) return refuse(world, without.map(noRecord));
	const { asOf, write } = options.value;
	const ruleset = `${rules.name} ${rules.edition}`;
	const run = { ruleset, asOf, records, without, files: files.length, isWriting: write };
	world.print(formatChecks(flags.format, run, world.style));
	return exitOf(run);
}

/** --as-of, --expect and --strict are those of the default command. */
async function parseFlags(
	flags: CheckFlags,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<Result<CheckFileOptions>> {
	const { format: _, write = false, rules: folder, ...shared } = flags;
	const options = parseOptions({ ...shared, input: false }, world);
	if (!options.ok) return options;
	const cases = write ? await loadIndexedCases(rules) : good([]);
	if (!cases.ok) return cases;
	const { asOf, date, expect, strict } = options.value;
	return good({
		asOf,
		expect,
		strict,
		write,
		isDated: date !== undefined,
		isChosen: folder !== undefined,
		cases: cases.value,
	});
}

const cannotRead = (problem: Problem): CheckedRecord =>
	broken({ file: problem.at?.file ?? "" }, [problem]);

const noRecord = (file: string): Problem => ({
	code: "no-record",
	message: "It holds no record of a decision.",
	hint: "Records stand in reports that --output writes as Markdown, ADR or HTML; in a code fence they are examples.",
	at: { file },
});

/** What had to be refreshed is told once: the next run finds it unchanged. */
function exitOf({ records }: CheckedFiles): ExitCode {
	const states = new Set(records.map(({ state }) => state));
	if (states.has("broken") || states.has("unsettled")) return exit.refused;
	states.delete("unchanged");
	return states.size > 0 ? exit.unexpected : exit.done;
}
