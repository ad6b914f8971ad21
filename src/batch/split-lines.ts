/** Blocks of whole lines, from bytes as they come. */

import { fileFault } from "../io/file-fault.ts";
import { mostCharacters } from "../io/limits.ts";
import { type Block, mostLines } from "./block.ts";

const lineBreak = 10;

/** A character has at most so many bytes in UTF-8: what is kept of a longer line is still too long. */
const bytesOfCharacter = 4;

/** One line with more is no line that went wrong, but a file without any: some, such as devices, never end. */
const mostBytesOfLine = 64_000_000;

/** @param size bytes that are looked at together */
export async function* splitLines(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	size: number,
): AsyncGenerator<Block> {
	let line = 1;
	let begun = new Uint8Array();
	let dropped = 0;
	for await (const piece of piecesOf(chunks, size)) {
		const end = piece.lastIndexOf(lineBreak) + 1;
		if (end > 0) {
			for (const { bytes, count } of cut(join(begun, piece.subarray(0, end)), mostLines(size))) {
				yield { file, bytes, lines: line };
				line += count;
			}
			[begun, dropped] = [new Uint8Array(), 0];
		}
		// A line without an end must not fill the memory.
		if (begun.length <= bytesOfCharacter * mostCharacters) begun = join(begun, piece.subarray(end));
		else dropped += piece.length;
		if (dropped > mostBytesOfLine) throw fileFault(withoutEnd(file, line));
	}
	if (begun.length > 0) yield { file, bytes: begun, lines: line };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
}

async function* piecesOf(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks)
		for (let start = 0; start < chunk.length; start += size)
			yield chunk.subarray(start, start + size);
}

/** Whole lines, in parts of at most so many. */
function* cut(
	bytes: Uint8Array<ArrayBuffer>,
	most: number,
): Generator<{ bytes: Uint8Array<ArrayBuffer>; count: number }> {
	let [start, count] = [0, 0];
	for (
		let at = bytes.indexOf(lineBreak);
		at + 1 < bytes.length;
		at = bytes.indexOf(lineBreak, at + 1)
	) {
		count += 1;
		if (count < most) continue;
		yield { bytes: bytes.slice(start, at + 1), count };
		[start, count] = [at + 1, 0];
	}
	// Each part has memory of its own; mostly there is but this one.
	yield { bytes: start === 0 ? bytes : bytes.slice(start), count: count + 1 };
}

export function countLines(bytes: Uint8Array): number {
	let count = 0;
	for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, at + 1))
		count += 1;
	return count;
}

const withoutEnd = (file: string, line: number) => ({
	code: "too-large",
	message: "The line is longer than 64 MB.",
	hint: "A batch is JSON lines, a JSON array or CSV.",
	at: { file, line },
});
