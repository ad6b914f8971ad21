/** A decision as files, each in its format. */
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { Decision } from "../core/decision/decision.ts";
import type { Problem } from "../core/problems.ts";
import { holdsRecords } from "../core/records/record.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { loadPanel } from "../io/load-panel.ts";
import { writeFiles } from "../io/write-files.ts";
import { report } from "../report/reports.ts";
import { fileStyle } from "../report/style.ts";
import type { OutputFile } from "./options.ts";

interface Written {
	decision: Decision;
	rules: RuleSet;
	/** The day to write on the reports, YYYY-MM-DD. */
	date: string | undefined;
	/** One page each. */
	brief: boolean;
	/** Whether the text report says everything. */
	full: boolean;
}

export async function writeReports(
	output: readonly OutputFile[],
	{ decision, rules, date, brief, full }: Written,
): Promise<Problem[]> {
	const hasPage = output.some(({ format }) => format === "html");
	const assets = { whatIf: hasPage ? await loadPanel() : undefined, asOf: date, brief };
	return writeFiles(
		output.map(({ file, format }) => {
			const shown = holdsRecords(format) ? fromDocument(decision, file) : decision;
			return {
				file,
				content: `${report(format, shown, rules, { ...fileStyle, full }, { ...assets, file })}\n`,
			};
		}),
	);
}

/** A document is read where it stands: the files that answers come from are named from there. */
function fromDocument(decision: Decision, document: string): Decision {
	const folder = dirname(document);
	const answers = Object.entries(decision.answers).map(([fact, answer]) => {
		const [, file, line] = /^(.+):(\d+)$/.exec(answer.from) ?? [];
		if (file === undefined || isAbsolute(file) || file === "stdin") return [fact, answer] as const;
		const path = relative(folder, file).split(sep).join("/");
		return [fact, { ...answer, from: `${path}:${line}` }] as const;
	});
	return { ...decision, answers: Object.fromEntries(answers) };
}
