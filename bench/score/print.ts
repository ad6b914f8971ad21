/** Sections with tables, as text for a terminal or as Markdown. */
import { wrapAnsi } from "fast-wrap-ansi";

export interface Section {
	title: string;
	/** The first column is words, the others are numbers. */
	table?: { head: string[]; rows: string[][] };
	lines?: string[];
}

export const toText = (sections: readonly Section[]): string =>
	sections
		.map(({ title, table, lines = [] }) =>
			[
				title,
				...(table ? alignRows([table.head, ...table.rows]) : []),
				...lines.map((line) => fold(line)),
			].join("\n"),
		)
		.join("\n\n");

const width = 120;

/** The rest of a line stands two columns further in. */
function fold(line: string): string {
	const indent = /^ */.exec(line)?.[0] ?? "";
	const folded = wrapAnsi(line.trim(), width - indent.length - 2);
	return `${indent}${folded.replaceAll("\n", `\n${indent}  `)}`;
}

function alignRows(rows: string[][]): string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? "").length)),
	);
	return rows.map((row) => {
		const cells = row.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
		);
		return `  ${cells.join("  ")}`.trimEnd();
	});
}

export const toMarkdown = (sections: readonly Section[]): string =>
	sections
		.map(({ title, table, lines = [] }) =>
			[
				`**${title}**`,
				...(table ? [markdownTable(table)] : []),
				...(lines.length > 0 ? [lines.map((line) => `- ${line.trim()}`).join("\n")] : []),
			].join("\n\n"),
		)
		.join("\n\n");

function markdownTable({ head, rows }: { head: string[]; rows: string[][] }): string {
	const line = (cells: string[]) =>
		`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
	return [line(head), line(rule), ...rows.map(line)].join("\n");
}

export const percent = (share: number | undefined): string =>
	share === undefined ? "–" : (share * 100).toFixed(1);

export const decimals = (value: number | undefined): string =>
	value === undefined ? "–" : value.toFixed(3);
