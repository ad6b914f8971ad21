/** A cost comparison for a design document. */
import type { WholeComparison } from "../../core/cost/memory-table.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { type CostSection, costSections } from "./sections.ts";
import { costHeadline, costSummary } from "./verdict.ts";

export function costMarkdown(comparison: WholeComparison, withFormulas: boolean): string {
	return [
		`# ${escapeMarkdown(costHeadline(comparison))}`,
		...costSummary(comparison).map(escapeMarkdown),
		...costSections(comparison, withFormulas).flatMap(sectionBlocks),
	].join("\n\n");
}

function sectionBlocks({ title, table, lines }: CostSection): string[] {
	const cells = (row: string[]) => row.map(escapeMarkdown);
	return [
		`## ${escapeMarkdown(title)}`,
		...(table
			? [
					markdownTable(cells(table.head), table.rows.map(cells), [
						"---",
						...table.head.slice(1).map(() => "--:"),
					]),
				]
			: []),
		...(lines.length > 0 ? [bullets(lines.map(escapeMarkdown))] : []),
	];
}
