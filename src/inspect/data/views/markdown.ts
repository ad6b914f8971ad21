/** The report for a pull request or a wiki. */
import { formatNumber } from "../../../core/answers/numbers.ts";
import { bullets, escapeMarkdown, markdownTable } from "../../../report/markdown/escape.ts";
import type { DataReport } from "../findings/report.ts";
import {
	sayFeatures,
	sayFile,
	sayFinding,
	sayFixed,
	sayProvider,
	sayTokens,
	sayVerdict,
} from "./sentences.ts";

export function dataMarkdown(report: DataReport): string {
	const { files, findings, providers, format } = report;
	const features = sayFeatures(report);
	return [
		"# Training data",
		`**${escapeMarkdown(sayVerdict(report))}**`,
		bullets(files.map((file) => escapeMarkdown(sayFile(file, report)))),
		...[features, format.note].flatMap((line) => (line ? [escapeMarkdown(line)] : [])),
		"## Findings",
		findings.length > 0 ? findingTable(report) : "No problems found.",
		"## Providers and trainers",
		markdownTable(
			["Provider", "Usable examples", "", "Checked"],
			providers.map((provider) => [
				escapeMarkdown(provider.name),
				formatNumber(provider.examples),
				escapeMarkdown(sayProvider(provider)),
				provider.checked,
			]),
			["---", "--:", "---", "---"],
		),
		...listSection("Tokens", sayTokens(report)),
		...listSection("Clean set", sayFixed(report)),
	].join("\n\n");
}

const findingTable = (report: DataReport): string =>
	markdownTable(
		["Level", "Finding", "Why it matters", "What to do"],
		report.findings.map((finding) => [
			finding.level,
			escapeMarkdown(sayFinding(finding, report)),
			escapeMarkdown(finding.why),
			escapeMarkdown(finding.fix),
		]),
	);

const listSection = (title: string, lines: readonly string[]): string[] =>
	lines.length > 0 ? [`## ${title}`, bullets(lines.map(escapeMarkdown))] : [];
