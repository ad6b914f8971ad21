/** The rows of CSV, each with the line that it begins in; as many at a time as come together. */
import { isUtf8 } from "node:buffer";
import { type CsvError, type Info, Parser } from "csv-parse";
import type { Problem } from "../core/problems.ts";
import { fileFault } from "../io/file-fault.ts";
import { mostCharacters } from "../io/limits.ts";
import { withoutStacks } from "../io/without-stacks.ts";
import type { Block } from "./block.ts";
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
	const parse = openParser(separator);
	/** Where the last row ends. */
	let line = 0;
	let blankLines = 0;
	let returns = 0;
	let hasQuotes = false;
	let isText = true;
	const locate = ({ record: cells, info }: ParsedRow): Row => {
		// Only in quotes a cell can go on in the next line; a carriage return there is taken for one more.
		if (hasQuotes) returns += countIn(cells, "\r");
		line = info.lines - returns;
		blankLines = info.empty_lines;
		const number = line - (hasQuotes ? countIn(cells, "\n") : 0);
		return { cells, number, fault: isText ? undefined : notUtf8(cells.join()) };
	};
	for await (const bytes of endedBy(splitLines(chunks, name, size))) {
		hasQuotes ||= bytes?.includes(quote) ?? false;
		// The parser may keep a row until more has come, so what was no text counts for the rest.
		isText &&= bytes === undefined || isUtf8(bytes);
		const { rows, error } = await parse(bytes);
		const located = rows.map(locate);
		if (isNamed && located[0]?.number === 1) located.shift();
		yield located;
		if (!error) continue;
		const next = line + Number(error.empty_lines) - blankLines + 1;
		throw fileFault({ ...faultOf(error), at: { file: name, line: next } });
	}
}

const quote = 34;

const countIn = (cells: readonly string[], mark: string): number =>
	cells.reduce((sum, cell) => (cell.includes(mark) ? sum + cell.split(mark).length - 1 : sum), 0);

/** Undefined after the last block. */
async function* endedBy(blocks: AsyncIterable<Block>): AsyncGenerator<Uint8Array | undefined> {
	for await (const { bytes } of blocks) yield bytes;
	yield undefined;
}

interface ParsedRow {
	record: string[];
	info: Info;
}

interface Parsed {
	rows: ParsedRow[];
	error: CsvError | undefined;
}

/** The function takes bytes, and in the end undefined. */
function openParser(separator: string): (bytes: Uint8Array | undefined) => Promise<Parsed> {
	const parser = new Parser({
		info: true,
		trim: true,
		skip_empty_lines: true,
		relax_quotes: true,
		relax_column_count: true,
		delimiter: separator,
		record_delimiter: ["\r\n", "\n"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: mostCharacters,
	});
	parser.on("error", () => undefined);
	return async (bytes) => {
		const rows: ParsedRow[] = [];
		const readAll = () => {
			for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row);
		};
		const settled = new Promise<unknown>((resolve) =>
			// It makes an error of each row that is not as long as the header, and forgets it.
			withoutStacks(() => (bytes ? parser.write(bytes, resolve) : parser.end(resolve))),
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
			? "The row has a cell that continues after its closing quote."
			: "The row has no end: a quote is not closed, or the row has more than a million characters.",
	hint: "Write a quote inside a quoted cell twice.",
});
