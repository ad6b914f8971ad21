/** `check`: recorded decisions decided again, and refreshed in place where that is asked for. */

import { good, type Problem } from "../core/problems.ts";
import type { CheckedFiles, CheckedRecord } from "../core/records/check-record.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadIndexedCases } from "../io/load-cases.ts";
import { findFiles } from "../io/record-files.ts";
import { formatChecks } from "../report/records/reports.ts";
import { broken, type CheckFileOptions, checkFile } from "./check-file.ts";
import type { checkFlags, Given } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

export async function checkRecords(
	names: string[],
	flags: Given<typeof checkFlags>,
	{ rules, folder, world }: Surroundings,
): Promise<ExitCode> {
	const { write = false, format = "text", expect, strict = false, "as-of": date } = flags;
	const cases = write ? await loadIndexedCases(rules) : good([]);
	if (!cases.ok) return refuse(world, cases.problems);
	const asOf = date ?? world.today;
	const options: CheckFileOptions = {
		asOf,
		expect,
		strict,
		write,
		isDated: date !== undefined,
		isChosen: folder !== undefined,
		cases: cases.value,
	};
	const { files, problems } = await findFiles(names);
	const records: CheckedRecord[] = problems.map(cannotRead);
	const without: string[] = [];
	for (const named of files) {
		const found = await checkFile(named, rules, options);
		records.push(...found);
		if (found.length === 0 && named.isNamed) without.push(named.file);
	}
	if (records.length === 0 && without.length > 0) return refuse(world, without.map(noRecord));
	const ruleset = `${rules.name} ${rules.edition}`;
	const run = { ruleset, asOf, records, without, files: files.length, isWriting: write };
	world.print(formatChecks(format, run, world.style), format === "github");
	return exitOf(run);
}

const cannotRead = (problem: Problem): CheckedRecord =>
	broken({ file: problem.at?.file ?? "" }, [problem]);

const noRecord = (file: string): Problem => ({
	code: "no-record",
	message: "It contains no recorded decision.",
	hint: "Reports that --output writes as Markdown, ADR or HTML contain records; a record in a code fence is skipped as an example.",
	at: { file },
});

/** What had to be refreshed is told once: the next run finds it unchanged. */
function exitOf({ records }: CheckedFiles): ExitCode {
	const states = new Set(records.map(({ state }) => state));
	if (states.has("broken") || states.has("unsettled")) return exit.refused;
	states.delete("unchanged");
	return states.size > 0 ? exit.unexpected : exit.done;
}
