/**
 * A JSON array: each element becomes a line as it is written, so that it is read, and found at
 * fault, like any other line. Single bytes are changed for that: what separates elements becomes a
 * line break, and what was one a carriage return, which may stand in JSON wherever it may.
 */
import type { Problem } from "../core/problems.ts";
import { fileFault } from "../io/file-fault.ts";
import { type Block, faultsOf } from "./block.ts";
import { countLines, splitLines } from "./split-lines.ts";

const byteOf = (mark: string): number => mark.charCodeAt(0);
const [lineBreak, carriageReturn] = [byteOf("\n"), byteOf("\r")];
const [blank, tab] = [byteOf(" "), byteOf("\t")];
const [quote, backslash, comma] = [byteOf('"'), byteOf("\\"), byteOf(",")];
const [openList, closeList, open, close] = [byteOf("["), byteOf("]"), byteOf("{"), byteOf("}")];

/** An element whose end was found. */
interface Element {
	/** The line that it begins in. */
	number: number;
	fault?: Problem;
}

/** @param chunks begin with the bracket, but for blanks */
export async function* splitArray(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	size: number,
): AsyncGenerator<Block> {
	const ended: Element[] = [];
	for await (const { bytes } of splitLines(separate(chunks, file, ended), file, size)) {
		const elements = ended.splice(0, countLines(bytes));
		const lines = elements.map(({ number }) => number);
		if (lines.length > 0) yield { file, bytes, lines, faults: faultsOf(elements) };
	}
}

interface Scan {
	isOpened: boolean;
	/** Lists and objects that are open, the array itself among them. */
	depth: number;
	isInString: boolean;
	isEscaped: boolean;
	line: number;
	/** The line that the element begins in, once it has begun. */
	begin: number | undefined;
	/** Whether an element was missing before. */
	isGap: boolean;
	/** Elements and gaps so far. */
	count: number;
	ended: Element[];
}

/** One line for each element; what is known of those whose end was found is added to `ended`. */
async function* separate(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	ended: Element[],
): AsyncGenerator<Uint8Array> {
	const scan: Scan = {
		isOpened: false,
		depth: 0,
		isInString: false,
		isEscaped: false,
		line: 1,
		begin: undefined,
		isGap: false,
		count: 0,
		ended,
	};
	for await (const chunk of chunks) {
		const bytes = Uint8Array.from(chunk);
		for (let at = 0; at < bytes.length; at += 1) {
			if (bytes[at] === lineBreak) [scan.line, bytes[at]] = [scan.line + 1, carriageReturn];
			const byte = bytes[at] as number;
			if (scan.depth > 0 || !scan.isOpened) bytes[at] = step(scan, byte);
			else if (!isBlank(byte)) {
				yield bytes.subarray(0, at);
				throw fileFault(moreAfter(file, scan.line));
			}
		}
		yield bytes;
	}
	if (scan.depth > 0) throw fileFault(notClosed(file, scan.line));
}

const isBlank = (byte: number): boolean =>
	byte === blank || byte === carriageReturn || byte === tab;

/** Goes one byte on, and tells what becomes of it. */
function step(scan: Scan, byte: number): number {
	if (scan.isInString) {
		if (scan.isEscaped) scan.isEscaped = false;
		else if (byte === backslash) scan.isEscaped = true;
		else if (byte === quote) scan.isInString = false;
		return byte;
	}
	if (isBlank(byte)) return byte;
	if (byte === openList || byte === open) {
		scan.depth += 1;
		if (!scan.isOpened) {
			scan.isOpened = true;
			return blank;
		}
	} else if (byte === closeList || byte === close) scan.depth -= 1;
	else if (byte === quote) scan.isInString = true;
	if (scan.depth === 0 || (scan.depth === 1 && byte === comma)) {
		endElement(scan);
		return lineBreak;
	}
	scan.begin ??= scan.line;
	return byte;
}

/** A comma without an element is a fault, and several are one; that there is no element at all is none. */
function endElement(scan: Scan): void {
	const { begin, line, depth, isGap, count, ended } = scan;
	const isMissing = begin === undefined && (depth > 0 || count > 0);
	ended.push({ number: begin ?? line, ...(isMissing && !isGap && { fault: missing }) });
	scan.isGap = isMissing;
	scan.begin = undefined;
	scan.count += 1;
}

const missing: Problem = {
	code: "bad-json",
	message: "The array has a comma with no element before or after it.",
	hint: "Write one comma between two elements, and none at the end.",
};

const notClosed = (file: string, line: number): Problem => ({
	code: "bad-json",
	message: "The JSON array has no end.",
	hint: "Was the file cut off? All elements except the last one were decided.",
	at: { file, line },
});

const moreAfter = (file: string, line: number): Problem => ({
	code: "bad-json",
	message: "The file continues after the end of its JSON array; only the array was decided.",
	hint: "Put each array in its own file, or convert them to JSON lines: jq -c '.[]'",
	at: { file, line },
});
