/** CSV and the like: the header and the rows. */
import { Readable } from "node:stream";
import { type CsvError, parse as makeParser } from "csv-parse";
import { bad, good, type Problem, type Result } from "../../core/problems.ts";
import type { Lean } from "../../io/json-values.ts";
import { mostCharactersOfRow, mostColumns, mostRows } from "./limits.ts";
import type { Content } from "./source.ts";

/** @param start enough of the text to see what separates cells */
export async function readTable(
	text: AsyncIterable<Uint8Array>,
	start: string,
	{ file, lean }: { file: string; lean: Lean },
): Promise<Result<Content>> {
	const parser = makeParser({
		skip_empty_lines: true,
		relax_quotes: true,
		relax_column_count: true,
		delimiter: separatorIn(start),
		record_delimiter: ["\r\n", "\n", "\r"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: mostCharactersOfRow,
	});
	const rows: string[][] = [];
	const source = Readable.from(text);
	try {
		for await (const cells of source.pipe(parser)) {
			const row = lean(cells);
			if ("why" in row) return bad(tooLarge(file, row.why));
			rows.push(row.value as string[]);
			if (rows.length > mostRows) return bad(tooLarge(file, "It has too many rows."));
		}
	} catch (error) {
		if (!(error instanceof Error && "code" in error && isCsvError(error))) throw error;
		return bad(notCsv(file, rows.length + 1));
	} finally {
		source.destroy();
	}
	const [header = [], ...others] = rows;
	if (header.length > mostColumns) return bad(tooLarge(file, "It has too many columns."));
	if (header.length < 2 || others.length === 0) return bad(noTable(file));
	return good({ kind: "table", header: header.map((name) => name.trim()), rows: others });
}

const isCsvError = (error: object): error is CsvError =>
	"code" in error && String(error.code).startsWith("CSV_");

/** Whatever stands most often between the cells of the header; what stands in quotes does not count. */
function separatorIn(start: string): string {
	const header = /^(?:"(?:[^"]|"")*(?:"|$)|[^"\r\n])*/.exec(start.trimStart())?.[0] ?? "";
	const plain = header.replaceAll(/"(?:[^"]|"")*(?:"|$)/g, "");
	const count = (mark: string) => plain.split(mark).length;
	return [";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

const tooLarge = (file: string, why: string): Problem => ({
	code: "too-large",
	message: `${file} cannot be read. ${why}`,
	hint: "Export fewer columns or rows.",
});

const notCsv = (file: string, row: number): Problem => ({
	code: "bad-csv",
	message: `${file} is not valid CSV: row ${row} has no end, or a cell goes on after its closing quote.`,
	hint: "Write a quote within a quoted cell twice.",
	at: { file },
});

const noTable = (file: string): Problem => ({
	code: "no-evals",
	message: `${file} is neither JSON nor a table with a header and rows.`,
	hint: "Give eval results as JSON, JSON Lines, YAML, CSV or an Inspect log.",
});
