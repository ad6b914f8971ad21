/** Input in pieces, and the lines that come out of its blocks. */
import type { Block } from "../../src/batch/block.ts";
import { readBlocks } from "../../src/batch/read-blocks.ts";
import type { Random } from "../exact/random-rules.ts";

interface Pieces {
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

/** All lines behind their numbers. */
export async function linesOf(blocks: AsyncIterable<Block>): Promise<string[]> {
	const all: string[] = [];
	for await (const { bytes, lines } of blocks) {
		const texts = Buffer.from(bytes).toString().split("\n");
		if (Array.isArray(lines) && lines.length !== texts.length)
			throw new Error(`${texts.length} lines have ${lines.length} numbers`);
		// After the last line break of a block nothing begins.
		if (!Array.isArray(lines) && texts.at(-1) === "") texts.pop();
		for (const [place, text] of texts.entries())
			all.push(`${Array.isArray(lines) ? lines[place] : lines + place} ${text}`);
	}
	return all;
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
