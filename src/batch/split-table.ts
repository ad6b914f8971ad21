/** CSV: the header names facts, and each row becomes a line of JSON. */
import { Readable } from "node:stream";
import { type Info, Parser } from "csv-parse";
import { mostCharacters } from "../io/limits.ts";
import type { Line } from "./block.ts";

interface Row {
	record: string[];
	info: Info;
}

/** Reads the header, whose first bytes are in `start`. Rejects with the parser's error when a row has no end. */
export async function openTable(start: Uint8Array, chunks: AsyncIterable<Uint8Array>) {
	const parser = new Parser({
		info: true,
		trim: true,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: true,
		delimiter: delimiterOf(Buffer.from(start).toString("latin1")),
		record_delimiter: ["\r\n", "\n"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: mostCharacters,
	});
	const source = Readable.from(chunks).on("error", (error) => parser.destroy(error));
	const rows: AsyncIterator<Row> = source.pipe(parser)[Symbol.asyncIterator]();
	const first = await rows.next();
	const header: string[] = first.done ? [] : first.value.record;
	return { header, lines: linesOf({ [Symbol.asyncIterator]: () => rows }, header) };
}

/** What a spreadsheet puts between cells depends on the country it is in. */
function delimiterOf(start: string): string {
	const [header = ""] = start.trimStart().split("\n");
	const count = (mark: string) => header.split(mark).length;
	return [";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

async function* linesOf(rows: AsyncIterable<Row>, header: readonly string[]): AsyncGenerator<Line> {
	// The parser takes a carriage return within a cell for a line of its own.
	let returns = countIn(header, "\r");
	for await (const { record, info } of rows) {
		returns += countIn(record, "\r");
		yield {
			text: formatRow(record, header),
			number: info.lines - returns - countIn(record, "\n"),
		};
	}
}

const countIn = (cells: readonly string[], letter: string): number =>
	cells.reduce(
		(sum, cell) => (cell.includes(letter) ? sum + cell.split(letter).length - 1 : sum),
		0,
	);

/** A name or a column that is kept may look like a number: only one that is printed just so becomes one. */
const isNumber = (cell: string): boolean => /^[\d.]+$/.test(cell) && String(Number(cell)) === cell;

/** An empty cell is an answer that is not known. A cell too many has no fact. */
function formatRow(record: readonly string[], header: readonly string[]): string {
	const entries: string[] = [];
	for (const [column, cell] of record.entries()) {
		if (cell === "") continue;
		const key = JSON.stringify(header[column] ?? `column ${column + 1}`);
		entries.push(`${key}:${isNumber(cell) ? cell : JSON.stringify(cell)}`);
	}
	return `{${entries.join(",")}}`;
}
