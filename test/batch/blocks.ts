/** Input in pieces, and the lines that come out of its blocks. */
import type { Block } from "../../src/batch/block.ts";
import { type Columns, readBlocks } from "../../src/batch/read-blocks.ts";
import type { Problem } from "../../src/core/problems.ts";
import { isFileFault } from "../../src/io/file-fault.ts";
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

/** All lines behind their numbers, and then what is wrong with the file. */
export async function allLines(blocks: AsyncIterable<Block>): Promise<string[]> {
	const all: string[] = [];
	try {
		for await (const block of blocks) all.push(...linesOfBlock(block));
	} catch (error) {
		if (!isFileFault(error)) throw error;
		all.push(...error.problems.map(formatProblem));
	}
	return all;
}

function linesOfBlock({ bytes, lines, faults }: Block): string[] {
	const texts = Buffer.from(bytes).toString().split("\n");
	// After the last line break of a block nothing begins.
	if (texts.at(-1) === "" && texts.length !== (lines as number[]).length) texts.pop();
	if (Array.isArray(lines) && lines.length !== texts.length)
		throw new Error(`${texts.length} lines have ${lines.length} numbers`);
	const faultAt = new Map(faults);
	return texts.flatMap((text, place) => {
		const fault = faultAt.get(place);
		if (fault) return [`${(lines as number[])[place]} ! ${fault.message}`];
		if (!Array.isArray(lines)) return [`${lines + place} ${text}`];
		// Of a list a line is left for the brackets, and blank lines are not decided.
		return text.trim() === "" ? [] : [`${lines[place]} ${text.trim()}`];
	});
}

/** The lines of input whose form is found out. */
export function readLines(
	text: string | Uint8Array,
	pieces: Pieces,
	{ facts = [], numbers = [], keep = [] }: Partial<Columns> = {},
): Promise<string[]> {
	const chunks = chunksOf(text, pieces);
	const columns = { facts, numbers, keep };
	return allLines(readBlocks({ name: "file", chunks, columns, size: pieces.size }));
}

const formatProblem = ({ at, message }: Problem): string =>
	at?.line === undefined ? message : `${at.line}: ${message}`;
