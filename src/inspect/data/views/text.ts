/** The report for the terminal: short unless everything is asked for. */
import { formatNumber } from "../../../core/answers/numbers.ts";
import { oneLine } from "../../../core/harmless.ts";
import type { Style } from "../../../report/style.ts";
import { type Page, pad, padLeft, pageOf, paragraph, section } from "../../../report/text/page.ts";
import type { Level } from "../findings/catalogue.ts";
import type { Finding } from "../findings/find.ts";
import type { DataReport } from "../findings/report.ts";
import type { ShownRow } from "../show-rows.ts";
import {
	levelTitles,
	sayFeatures,
	sayFile,
	sayFinding,
	sayFixed,
	sayProvider,
	sayTokens,
	sayVerdict,
} from "./sentences.ts";

export function dataText(
	report: DataReport,
	style: Style,
	shown: readonly ShownRow[] = [],
): string {
	const page = pageOf(style);
	const { findings, labels, format } = report;
	const about = [
		...report.files.map((file) => sayFile(file, report)),
		sayFeatures(report),
		format.note,
	].filter((line) => line !== undefined);
	return [
		...paragraph(page, page.strong(sayVerdict(report)), ""),
		"",
		...about.flatMap((line) => paragraph(page, line, "")),
		...(["error", "warning", "note"] as const).flatMap((level) =>
			section(page, levelTitles[level], findingLines(level, report, page)),
		),
		...(findings.length === 0 ? ["", ...paragraph(page, "No problems found.", "")] : []),
		...section(page, "Most common answers", labelLines(labels?.labels ?? [], page)),
		...section(page, "Providers and trainers", providerLines(report, page)),
		...section(
			page,
			"Tokens",
			sayTokens(report).flatMap((line) => paragraph(page, line)),
		),
		...section(
			page,
			"Clean set",
			sayFixed(report).flatMap((line) => paragraph(page, line)),
		),
		...section(
			page,
			"Examples",
			shown.flatMap((one) => paragraph(page, sayShown(one))),
		),
	].join("\n");
}

function findingLines(level: Level, report: DataReport, page: Page): string[] {
	const paint = { error: page.bad, warning: page.warn, note: page.faint }[level];
	return report.findings
		.filter((finding) => finding.level === level)
		.flatMap((finding: Finding) => [
			...paragraph(page, paint(sayFinding(finding, report))),
			...paragraph(page, finding.fix, "    "),
		]);
}

/** Labels that are shown to people. */
const mostLabels = 5;

function labelLines(labels: readonly { label: string; count: number }[], page: Page): string[] {
	return labels
		.slice(0, mostLabels)
		.flatMap(({ label, count }) =>
			paragraph(page, `${formatNumber(count)}  ${label || "(empty)"}`),
		);
}

function providerLines({ providers }: DataReport, page: Page): string[] {
	const taking = providers.filter(({ takes }) => takes !== "no");
	const nameWidth = Math.max(0, ...taking.map(({ name }) => name.length));
	const countWidth = Math.max(0, ...taking.map(({ examples }) => formatNumber(examples).length));
	const others = providers.filter(({ takes }) => takes === "no").map(({ name }) => name);
	return [
		...taking.flatMap((provider) =>
			paragraph(
				page,
				sayProvider(provider),
				`  ${pad(provider.name, nameWidth)}  ${padLeft(formatNumber(provider.examples), countWidth)}  `,
			),
		),
		...(others.length > 0 ? paragraph(page, `Not in this format: ${others.join(", ")}.`) : []),
	];
}

const sayShown = ({ code, file, row, text }: ShownRow): string =>
	oneLine(`${code}, ${file}:${row}: ${text}`);
