/** Blocks of whole lines, from bytes as they come. */
import { mostCharacters } from "../io/limits.ts";
import type { Block } from "./block.ts";

const lineBreak = 10;

/** A character has at most so many bytes in UTF-8: what is kept of a longer line is still too long. */
const bytesOfCharacter = 4;

/** @param size bytes that are looked at together */
export async function* splitLines(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	size: number,
): AsyncGenerator<Block> {
	let line = 1;
	let begun = new Uint8Array();
	for await (const piece of piecesOf(chunks, size)) {
		const end = piece.lastIndexOf(lineBreak) + 1;
		if (end > 0) {
			const bytes = join(begun, piece.subarray(0, end));
			const count = countLines(bytes);
			yield { file, bytes, lines: line };
			line += count;
			begun = new Uint8Array();
		}
		// A line without an end must not fill the memory.
		if (begun.length <= bytesOfCharacter * mostCharacters) begun = join(begun, piece.subarray(end));
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

function countLines(bytes: Uint8Array): number {
	let count = 0;
	for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, at + 1))
		count += 1;
	return count;
}
