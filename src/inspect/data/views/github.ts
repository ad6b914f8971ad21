/** Findings as workflow commands, which GitHub shows beside the lines of a change. */
import { annotation, escapeMessage } from "../../../report/github.ts";
import type { DataReport } from "../findings/report.ts";
import { sayFile, sayFinding, sayVerdict } from "./sentences.ts";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

export const dataGithub = (report: DataReport): string =>
	[
		...report.findings.map((finding) => {
			const [place] = finding.rows;
			const properties = {
				file: place?.file ?? report.files[0]?.file ?? "",
				...(place?.line !== undefined && { line: String(place.line) }),
				title: `Training data: ${finding.code}`,
			};
			const says = `${sayFinding(finding, report)}\n${finding.fix}`;
			return annotation(commands[finding.level], properties, says);
		}),
		escapeMessage(sayVerdict(report)),
		// A name may begin like a command.
		...report.files.map((file) => escapeMessage(`Read ${sayFile(file, report)}`)),
	].join("\n");
