/** Input in pieces, and the lines that come out of its blocks. */
import { type Block, lineBreak, lineOf } from "../../src/batch/block.ts";
import { readBlocks } from "../../src/batch/read-blocks.ts";
import type { Random } from "../exact/random-rules.ts";

export interface Pieces {
	/** How many bytes come at a time. */
	chunk: () => number;
	/** Bytes of a block. */
	size: number;
}

export const atOnce: Pieces = { chunk: () => Number.POSITIVE_INFINITY, size: 2 ** 20 };

/** From one byte at a time to all at once. */
export const randomPieces = (random: Random): Pieces => {
	const most = random.pick([1, 2, 7, 40, 1000, 100_000]);
	return { chunk: () => random.int(1, most), size: random.pick([1, 10, 100, 1000, 2 ** 20]) };
};

export async function* chunksOf(text: string | Uint8Array, { chunk }: Pieces) {
	const bytes = Buffer.from(text);
	for (let start = 0, end = 0; start < bytes.length; start = end) {
		end = Math.min(bytes.length, start + chunk());
		yield bytes.subarray(start, end);
	}
}

/** All lines behind their numbers, once each block is found to be what readers of lines rely on. */
export async function linesOf(blocks: AsyncIterable<Block>): Promise<string[]> {
	const lines: string[] = [];
	for await (const block of blocks) {
		const { bytes, length } = block;
		const padding = Buffer.from(bytes.subarray(length)).toString();
		if (padding !== '""""""""') throw new Error(`after the lines comes ${padding}`);
		if (length === 0 || bytes[length - 1] !== lineBreak)
			throw new Error("no line break at the end");
		const texts = Buffer.from(bytes.subarray(0, length - 1))
			.toString()
			.split("\n");
		if (Array.isArray(block.lines) && block.lines.length !== texts.length)
			throw new Error(`${texts.length} lines have ${block.lines.length} numbers`);
		for (const [place, text] of texts.entries()) lines.push(`${lineOf(block, place)} ${text}`);
	}
	return lines;
}

/** The lines of input whose form is found out; its problems where it cannot be read at all. */
export async function readLines(
	text: string | Uint8Array,
	pieces: Pieces,
	columns: string[] = [],
): Promise<string[]> {
	const { size } = pieces;
	const chunks = chunksOf(text, pieces);
	const blocks = await readBlocks({ name: "file", chunks, columns, size });
	return blocks.ok ? linesOf(blocks.value) : blocks.problems.map(({ message }) => message);
}
