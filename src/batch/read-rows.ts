/** The rows of CSV, each with the line that it begins in; as many at a time as come together. */
import { isUtf8 } from "node:buffer";
import { type CsvError, Parser } from "csv-parse";
import type { Problem } from "../core/problems.ts";
import { mostCharacters } from "../io/limits.ts";
import type { Block } from "./block.ts";
import { fileFault } from "./file-fault.ts";
import { notUtf8 } from "./not-utf8.ts";
import type { Input } from "./read-blocks.ts";
import { splitLines } from "./split-lines.ts";

export interface Form {
	separator: string;
	/** Whether the first row names the separator, and is no header. */
	isNamed: boolean;
}

export interface Row {
	cells: string[];
	number: number;
	fault?: Problem | undefined;
}

export async function* readRows(
	{ name, chunks, size }: Omit<Input, "columns">,
	{ separator, isNamed }: Form,
): AsyncGenerator<Row[]> {
	const parser = openParser(separator);
	let line = 1;
	let hasQuotes = false;
	const locate = (cells: string[], isText: boolean): Row[] => {
		const number = line;
		// Only in quotes a cell can go on in the next line.
		line += hasQuotes ? cells.reduce(countBreaks, 1) : 1;
		const isBlank = cells.length === 1 && cells[0] === "";
		if (isBlank || (isNamed && number === 1)) return [];
		return [{ cells, number, fault: isText ? undefined : notUtf8(cells.join()) }];
	};
	for await (const bytes of endedBy(splitLines(chunks, name, size))) {
		hasQuotes ||= bytes?.includes(quote) ?? false;
		const isText = bytes === undefined || isUtf8(bytes);
		const { rows, error } = await parser(bytes);
		yield rows.flatMap((cells) => locate(cells, isText));
		if (error) throw fileFault({ ...faultOf(error), at: { file: name, line } });
	}
}

const quote = 34;

const countBreaks = (count: number, cell: string): number =>
	cell.includes("\n") ? count + cell.split("\n").length - 1 : count;

/** Undefined after the last block. */
async function* endedBy(blocks: AsyncIterable<Block>): AsyncGenerator<Uint8Array | undefined> {
	for await (const { bytes } of blocks) yield bytes;
	yield undefined;
}

interface Parsed {
	rows: string[][];
	error: CsvError | undefined;
}

/** The function takes bytes, and in the end undefined. Blank lines are rows, too, so that lines can be counted. */
function openParser(separator: string): (bytes: Uint8Array | undefined) => Promise<Parsed> {
	const parser = new Parser({
		trim: true,
		relax_quotes: true,
		relax_column_count: true,
		delimiter: separator,
		record_delimiter: ["\r\n", "\n"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: mostCharacters,
	});
	parser.on("error", () => undefined);
	return async (bytes) => {
		const rows: string[][] = [];
		const readAll = () => {
			for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row);
		};
		const settled = new Promise<unknown>((resolve) =>
			bytes ? parser.write(bytes, resolve) : parser.end(resolve),
		);
		// At once, since with a fault the stream drops the rows that wait in it; and what comes in the end.
		readAll();
		const error = (await settled) as CsvError | undefined;
		readAll();
		return { rows, error };
	};
}

const faultOf = ({ code }: CsvError): Problem => ({
	code: "bad-csv",
	message:
		code === "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE"
			? "The row has a cell that goes on after its closing quote."
			: "The row has no end: a quote is opened and not closed, or the row has more than a million characters.",
	hint: "A quote within a quoted cell is written twice.",
});
