/** A decision as files, each in its format. */
import type { Decision } from "../core/decision/decision.ts";
import type { Problem } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { loadPanel } from "../io/load-panel.ts";
import { writeFiles } from "../io/write-files.ts";
import { report } from "../report/reports.ts";
import { fileStyle } from "../report/style.ts";
import type { OutputFile } from "./options.ts";

/** @param date the day to write on the reports, YYYY-MM-DD */
export async function writeReports(
	output: readonly OutputFile[],
	{ decision, rules, date }: { decision: Decision; rules: RuleSet; date: string | undefined },
): Promise<Problem[]> {
	const hasPage = output.some(({ format }) => format === "html");
	const assets = { whatIf: hasPage ? await loadPanel() : undefined, asOf: date };
	return writeFiles(
		output.map(({ file, format }) => ({
			file,
			content: `${report(format, decision, rules, fileStyle, assets)}\n`,
		})),
	);
}
