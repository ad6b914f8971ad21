/** A cost comparison for a terminal. */
import type { WholeComparison } from "../../core/cost/memory-table.ts";
import { oneLine } from "../../core/harmless.ts";
import { mapStrings, toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { columnsOf, wrap } from "../text/columns.ts";
import { type Page, pad, padLeft, pageOf, paragraph, section } from "../text/page.ts";
import { type CostSection, costSections } from "./sections.ts";
import { costHeadline, costSummary } from "./verdict.ts";

export function costText(comparison: WholeComparison, style: Style, withFormulas: boolean): string {
	const page = pageOf(style);
	const show = (raw: string) => (style.unicode ? oneLine(raw) : toAscii(oneLine(raw)));
	const shown = mapStrings(
		{
			headline: costHeadline(comparison),
			summary: costSummary(comparison),
			sections: costSections(comparison, withFormulas),
		},
		show,
	);
	return [
		...paragraph(page, page.strong(shown.headline), ""),
		page.symbols.rule.repeat(page.width),
		...shown.summary.flatMap((line) => paragraph(page, line, "")),
		...shown.sections.flatMap((part) => section(page, part.title, sectionLines(part, page))),
	].join("\n");
}

function sectionLines({ table, lines }: CostSection, page: Page): string[] {
	return [
		...(table ? tableLines([table.head, ...table.rows], page) : []),
		...lines.flatMap((line) => paragraph(page, line, `  ${page.symbols.bullet} `)),
	];
}

/** The first column takes what the numbers leave; a long name goes on below. */
function tableLines(rows: readonly string[][], { width }: Page): string[] {
	const numbers = (rows[0] ?? [])
		.slice(1)
		.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column + 1] ?? ""))));
	const room = width - 2 - numbers.reduce((sum, one) => sum + one + 2, 0);
	const widest = Math.max(...rows.map(([name = ""]) => columnsOf(name)));
	const first = Math.max(10, Math.min(widest, room));
	return rows.flatMap(([name = "", ...cells]) => {
		const [start = "", ...more] = wrap(name, first);
		const row = cells.map((cell, column) => padLeft(cell, (numbers[column] ?? 0) + 2)).join("");
		return [`  ${pad(start, first)}${row}`, ...more.map((line) => `  ${line}`)];
	});
}
