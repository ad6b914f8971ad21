/** One row a line. */
import { isUtf8 } from "node:buffer";
import { withoutStacks } from "../../../io/without-stacks.ts";
import { mostBytesOfRow } from "../../limits.ts";
import { blockSize, type DataRow } from "./data-file.ts";

const [lineBreak, blank] = [10, 32];

export async function* readJsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DataRow[]> {
	let line = 1;
	for await (const block of wholeLines(chunks)) {
		if (block === "too-long") {
			yield [{ number: line, line, fault: "too-long" }];
			line += 1;
			continue;
		}
		const isText = isUtf8(block);
		// Without a copy: Node reads the bytes of any Uint8Array.
		const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString("utf8");
		const lines = text.split("\n");
		// What stands after the last line break is no line.
		if (lines.at(-1) === "") lines.pop();
		yield withoutStacks(() => readRows(lines, line, isText));
		line += lines.length;
	}
}

function readRows(lines: readonly string[], first: number, isText: boolean): DataRow[] {
	const rows: DataRow[] = [];
	for (const [place, text] of lines.entries()) {
		const row = readRow(text, first + place, isText);
		if (row) rows.push(row);
	}
	return rows;
}

/** Nothing for a blank line. */
export function readRow(text: string, line: number, isText: boolean): DataRow | undefined {
	// To throw an error takes ten times as long as to read a short row.
	if ((text === "" || text.charCodeAt(0) <= blank) && text.trim() === "") return undefined;
	if (!isText && text.includes("\ufffd")) return { number: line, line, fault: "not-utf8" };
	try {
		return { number: line, line, value: JSON.parse(text) };
	} catch {
		return { number: line, line, fault: "not-json" };
	}
}

/** Blocks of whole lines. A line that is too long is told and its bytes are forgotten. */
async function* wholeLines(
	chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | "too-long"> {
	let kept: Uint8Array[] = [];
	let size = 0;
	let isTooLong = false;
	for await (const chunk of chunks) {
		const end = chunk.lastIndexOf(lineBreak) + 1;
		let start = 0;
		if (isTooLong && end > 0) {
			yield "too-long";
			start = chunk.indexOf(lineBreak) + 1;
			isTooLong = false;
		}
		if (!isTooLong) {
			kept.push(chunk.subarray(start));
			size += chunk.length - start;
		}
		// A block is worth its while only once it is of some size.
		if (end > start && size >= blockSize) {
			const all = Buffer.concat(kept);
			const last = all.lastIndexOf(lineBreak) + 1;
			yield all.subarray(0, last);
			kept = [all.subarray(last)];
			size = all.length - last;
		} else if (end === 0 && size > mostBytesOfRow) {
			const all = Buffer.concat(kept);
			const last = all.lastIndexOf(lineBreak) + 1;
			if (last > 0) yield all.subarray(0, last);
			[kept, size, isTooLong] = [[], 0, true];
		}
	}
	if (isTooLong) yield "too-long";
	else if (size > 0) yield Buffer.concat(kept);
}
