/** Blocks from CSV: the header names facts, and each row becomes a line of JSON. */
import { Readable } from "node:stream";
import { type Info, Parser } from "csv-parse";
import { type Block, longestLine, makeBlock } from "./block.ts";

interface Row {
	record: string[];
	info: Info;
}

export interface Table {
	header: string[];
	/** @param size bytes after which a block is sent on */
	blocks(size: number): AsyncGenerator<Block>;
}

/** Reads the header, whose first bytes are in `start`. Rejects with the parser's error when a row has no end. */
export async function openTable(
	start: Uint8Array,
	chunks: AsyncIterable<Uint8Array>,
): Promise<Table> {
	const parser = new Parser({
		info: true,
		trim: true,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: true,
		delimiter: delimiterOf(Buffer.from(start).toString("latin1")),
		record_delimiter: ["\r\n", "\n"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: longestLine,
	});
	const source = Readable.from(chunks).on("error", (error) => parser.destroy(error));
	const rows: AsyncIterator<Row> = source.pipe(parser)[Symbol.asyncIterator]();
	const first = await rows.next();
	const header: string[] = first.done ? [] : first.value.record;
	return {
		header,
		blocks: (size) => blocksOf({ [Symbol.asyncIterator]: () => rows }, header, size),
	};
}

/** What a spreadsheet puts between cells depends on the country it is in. */
function delimiterOf(start: string): string {
	const [header = ""] = start.trimStart().split("\n");
	const count = (mark: string) => header.split(mark).length;
	return [";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

async function* blocksOf(
	rows: AsyncIterable<Row>,
	header: readonly string[],
	size: number,
): AsyncGenerator<Block> {
	let lines: string[] = [];
	let numbers: number[] = [];
	let length = 0;
	// The parser takes a carriage return within a cell for a line of its own.
	let returns = countIn(header, "\r");
	const flush = (): Block => {
		const block = makeBlock([Buffer.from(lines.join(""))], numbers);
		[lines, numbers, length] = [[], [], 0];
		return block;
	};
	for await (const { record, info } of rows) {
		const line = formatRow(record, header);
		lines.push(line);
		length += line.length;
		returns += countIn(record, "\r");
		numbers.push(info.lines - returns - countIn(record, "\n"));
		if (length >= size) yield flush();
	}
	if (length > 0) yield flush();
}

const countIn = (cells: readonly string[], letter: string): number =>
	cells.join("").split(letter).length - 1;

/** A name or a column that is kept may look like a number: only one that is printed just so becomes one. */
const isNumber = (cell: string): boolean => /^[\d.]+$/.test(cell) && String(Number(cell)) === cell;

/** An empty cell is an answer that is not known. A cell too many has no fact. */
function formatRow(record: readonly string[], header: readonly string[]): string {
	const cells = record.flatMap((cell, column) =>
		cell === ""
			? []
			: [
					`${JSON.stringify(header[column] ?? `column ${column + 1}`)}:${isNumber(cell) ? cell : JSON.stringify(cell)}`,
				],
	);
	return `{${cells.join(",")}}\n`;
}
