/** A JSON array, element by element: an array of any size fits. */
import { isUtf8 } from "node:buffer";
import { fileFault } from "../../../io/file-fault.ts";
import { mostBytesOfRow } from "../../limits.ts";
import type { DataRow } from "./data-file.ts";
import { readRow } from "./json-lines.ts";

const [lineBreak, quote, backslash, comma] = [10, 34, 92, 44];
const [openList, closeList, open, close] = [91, 93, 123, 125];
const isBlank = (byte: number): boolean =>
	byte === 32 || byte === lineBreak || byte === 13 || byte === 9;

interface Scan {
	/** Lists and objects that are open, the array itself among them. */
	depth: number;
	isInString: boolean;
	isEscaped: boolean;
	line: number;
	/** The line in which the element begins; 0 before it has begun. */
	begin: number;
	count: number;
	/** Bytes of the element that came with earlier chunks. */
	kept: Uint8Array[];
	keptSize: number;
	isEnded: boolean;
}

/** @param chunks begin with the bracket, but for blanks */
export async function* readJsonArray(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
): AsyncGenerator<DataRow[]> {
	const scan: Scan = {
		depth: 0,
		isInString: false,
		isEscaped: false,
		line: 1,
		begin: 0,
		count: 0,
		kept: [],
		keptSize: 0,
		isEnded: false,
	};
	for await (const chunk of chunks) {
		const rows = scanChunk(scan, chunk, file);
		if (rows.length > 0) yield rows;
	}
	if (scan.isEnded) return;
	// What was cut off is a row that cannot be read, not the end of all work.
	scan.count += 1;
	yield [{ number: scan.count, line: scan.begin || scan.line, fault: "not-json" }];
}

/** The rows that end in a chunk. */
function scanChunk(scan: Scan, chunk: Uint8Array, file: string): DataRow[] {
	const rows: DataRow[] = [];
	let start = 0;
	for (let at = 0; at < chunk.length; at += 1) {
		const byte = chunk[at] as number;
		if (byte === lineBreak) scan.line += 1;
		if (scan.isEnded) {
			if (!isBlank(byte)) throw fileFault(moreAfter(file, scan.line));
			continue;
		}
		if (scan.isInString) {
			if (scan.isEscaped) scan.isEscaped = false;
			else if (byte === backslash) scan.isEscaped = true;
			else if (byte === quote) scan.isInString = false;
			continue;
		}
		if (isBlank(byte)) continue;
		if (scan.depth === 0) {
			[scan.depth, start] = [1, at + 1];
			continue;
		}
		const isEnd = scan.depth === 1 && (byte === comma || byte === closeList);
		if (isEnd) {
			const row = endElement(scan, chunk.subarray(start, at), byte === comma);
			if (row) rows.push(row);
			start = at + 1;
			scan.isEnded = byte === closeList;
			continue;
		}
		if (scan.begin === 0) [scan.begin, start, scan.kept, scan.keptSize] = [scan.line, at, [], 0];
		if (byte === quote) scan.isInString = true;
		else if (byte === openList || byte === open) scan.depth += 1;
		else if (byte === closeList || byte === close) scan.depth -= 1;
	}
	if (scan.begin > 0) keep(scan, chunk.subarray(start));
	return rows;
}

function keep(scan: Scan, bytes: Uint8Array): void {
	scan.keptSize += bytes.length;
	// Of an element that is too long nothing is needed any more.
	if (scan.keptSize > mostBytesOfRow) scan.kept = [];
	else scan.kept.push(Uint8Array.from(bytes));
}

/** Nothing for an array without elements. */
function endElement(scan: Scan, last: Uint8Array, isComma: boolean): DataRow | undefined {
	const { begin, kept, keptSize, line } = scan;
	[scan.begin, scan.kept, scan.keptSize] = [0, [], 0];
	if (begin === 0 && !isComma && scan.count === 0) return undefined;
	scan.count += 1;
	const place = { number: scan.count, line: begin || line };
	if (begin === 0) return { ...place, fault: "not-json" };
	if (keptSize + last.length > mostBytesOfRow) return { ...place, fault: "too-long" };
	const bytes = kept.length > 0 ? Buffer.concat([...kept, last]) : Buffer.from(last);
	return { ...readRow(bytes.toString("utf8"), 0, isUtf8(bytes)), ...place };
}

const moreAfter = (file: string, line: number) => ({
	code: "bad-json",
	message: "The file continues after the end of its JSON array.",
	hint: "Put each array in its own file, or convert them to JSON lines: jq -c '.[]'",
	at: { file, line },
});
