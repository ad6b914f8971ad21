/** Blocks of whole lines, from bytes as they come. */
import { type Block, bytesIn, lineBreak, longestLine, makeBlock } from "./block.ts";

const newLine = Uint8Array.of(lineBreak);

/** @param size bytes after which a block is sent on */
export async function* splitLines(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
): AsyncGenerator<Block> {
	let line = 1;
	/** Whole lines, and the line that has only begun. */
	let whole: Uint8Array[] = [];
	let begun: Uint8Array[] = [];

	const takeWhole = (): Block => {
		const block = makeBlock(whole, line);
		whole = [];
		line += countLines(block);
		return block;
	};

	for await (const piece of piecesOf(chunks, size)) {
		const first = piece.indexOf(lineBreak) + 1;
		if (first === 0) {
			begun.push(piece.subarray(0, roomLeft(begun)));
			continue;
		}
		const last = piece.lastIndexOf(lineBreak) + 1;
		whole.push(...begun, piece.subarray(0, first - 1).subarray(0, roomLeft(begun)));
		whole.push(piece.subarray(first - 1, last));
		begun = [piece.subarray(last)];
		if (bytesIn(whole) >= size) yield takeWhole();
	}
	if (bytesIn(begun) > 0) whole.push(...begun, newLine);
	if (whole.length > 0) yield takeWhole();
}

const roomLeft = (begun: readonly Uint8Array[]): number =>
	Math.max(0, longestLine + 1 - bytesIn(begun));

/** No piece is longer than a block. */
async function* piecesOf(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks)
		for (let start = 0; start < chunk.length; start += size)
			yield chunk.subarray(start, start + size);
}

function countLines({ bytes, length }: Block): number {
	let count = 0;
	let at = bytes.indexOf(lineBreak);
	for (; at >= 0 && at < length; at = bytes.indexOf(lineBreak, at + 1)) count += 1;
	return count;
}
