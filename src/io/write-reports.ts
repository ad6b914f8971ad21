/** Reports into files: each written under a temporary name and renamed, so that none is ever half there. */
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Decision } from "../core/decision/decision.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { Assets } from "../report/assets.ts";
import { type Format, report } from "../report/reports.ts";
import { fileStyle } from "../report/style.ts";

export interface OutputFile {
	file: string;
	format: Format;
}

/** Writes all, or says what stands in the way before anything is written. */
export async function writeReports(
	output: OutputFile[],
	{ decision, rules, assets }: { decision: Decision; rules: RuleSet; assets?: Assets },
): Promise<Problem[]> {
	const contents = output.map(({ file, format }) => ({
		file,
		content: `${report(format, decision, rules, fileStyle, assets)}\n`,
	}));
	const checked = await Promise.all(contents.map(({ file }) => blockedBy(file)));
	const problems = checked.flat();
	for (const { file, content } of problems.length > 0 ? [] : contents)
		try {
			await writeFileAtomic(file, content);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			// Without a code it is no refusal of the system but a bug.
			if (code === undefined) throw error;
			problems.push(unwritable(file, code));
		}
	return problems;
}

async function blockedBy(file: string): Promise<Problem[]> {
	const folder = await stat(dirname(file)).catch(() => undefined);
	if (!folder?.isDirectory()) return [unwritable(file, "its folder does not exist")];
	const there = await stat(file).catch(() => undefined);
	return there?.isDirectory() ? [unwritable(file, "it is a folder")] : [];
}

const unwritable = (file: string, why: string): Problem => ({
	code: "not-written",
	message: `${file} cannot be written: ${why}.`,
	hint: "Name a file in a folder that exists and may be written.",
});
