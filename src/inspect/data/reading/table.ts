/** CSV and TSV: rows named by the header. */
import { isUtf8 } from "node:buffer";
import { type CsvError, type Info, Parser } from "csv-parse";
import { fileFault } from "../../../io/file-fault.ts";
import { mostCharactersOfTableRow } from "../../limits.ts";
import type { DataRow } from "./data-file.ts";

interface Parsed {
	record: string[];
	info: Info;
}

/** @param start holds the header and some lines after it */
export async function* readTable(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	start: string,
): AsyncGenerator<DataRow[]> {
	const separator = separatorOf(start);
	const parser = new Parser({
		info: true,
		skip_empty_lines: true,
		relax_quotes: true,
		relax_column_count: true,
		delimiter: separator,
		record_delimiter: ["\r\n", "\n"],
		// A quote that is never closed would swallow the rest of the file.
		max_record_size: mostCharactersOfTableRow,
		...(!isQuoted(start, separator) && { quote: null }),
	});
	parser.on("error", () => undefined);
	let header: string[] | undefined;
	let count = 0;
	let line = 1;
	let isWhole = true;
	for await (const bytes of endedBy(chunks)) {
		isWhole &&= bytes === undefined || isUtf8(bytes) || isCutUtf8(bytes);
		const rows: DataRow[] = [];
		const collect = () => {
			for (let row: Parsed | null = parser.read(); row !== null; row = parser.read()) {
				const begun = line;
				line = row.info.lines + 1;
				if (header) rows.push(rowOf(row.record, header, ++count, begun, isWhole));
				else header = row.record.map((name) => name.trim().toLowerCase());
			}
		};
		const settled = new Promise<unknown>((resolve) => {
			if (bytes) parser.write(bytes, resolve);
			else parser.end(resolve);
		});
		collect();
		const error = (await settled) as CsvError | undefined;
		collect();
		yield rows;
		if (error) throw fileFault(badTable(file, line));
	}
}

async function* endedBy(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
	yield* chunks;
	yield undefined;
}

/** A chunk may begin or end within a character. */
function isCutUtf8(bytes: Uint8Array): boolean {
	for (let before = 0; before <= 3; before += 1)
		for (let after = 0; after <= 3; after += 1)
			if (isUtf8(bytes.subarray(before, bytes.length - after))) return true;
	return false;
}

/** A cell that holds JSON is read as such: that is how tables hold messages. */
function rowOf(
	cells: string[],
	header: string[],
	number: number,
	line: number,
	isWhole: boolean,
): DataRow {
	if (!isWhole && cells.some((cell) => cell.includes("\ufffd")))
		return { number, line, fault: "not-utf8" };
	const value = Object.fromEntries(
		header.map((name, place) => {
			const cell = cells[place] ?? "";
			return [name, holdsJson.test(name) ? readCell(cell) : cell];
		}),
	);
	return { number, line, value };
}

const holdsJson =
	/^(?:messages|conversations?|contents|tools|images|chosen|rejected|prompt|completion|history|preferred_output|non_preferred_output|input|label)$/;

function readCell(cell: string): unknown {
	if (/^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === "true";
	if (!/^\s*(?:\[\s*[{[]|\{\s*")/.test(cell)) return cell;
	try {
		return JSON.parse(cell);
	} catch {
		return cell;
	}
}

export const separators = [",", ";", "\t", "|"] as const;

/** The one that the header has most of. */
function separatorOf(start: string): string {
	const [header = ""] = start.split(/\r?\n/);
	const counts = separators.map((mark) => header.split(mark).length - 1);
	return separators[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Tab-separated text has quotes as they come, unless every cell that begins with one also ends with one. */
function isQuoted(start: string, separator: string): boolean {
	if (separator !== "\t") return true;
	const cells = start
		.split(/\r?\n/)
		.slice(0, -1)
		.flatMap((line) => line.split("\t"));
	const quoted = cells.filter((cell) => cell.startsWith('"'));
	return quoted.length > 0 && quoted.every((cell) => /^"(?:[^"]|"")*"$/.test(cell));
}

const badTable = (file: string, line: number) => ({
	code: "bad-csv",
	message:
		"The row has no end: a quote is not closed, text follows a closing quote, or the row has more than 8 million characters.",
	hint: "Write a quote inside a quoted cell twice.",
	at: { file, line },
});
