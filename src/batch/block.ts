/** Lines of input, as many as are handed to a thread at a time. */
import type { Problem } from "../core/problems.ts";

export interface Block {
	file: string;
	/** Lines with a line break between them, in memory of their own: a thread takes it over. */
	bytes: Uint8Array<ArrayBuffer>;
	/** The number of the first line in its file, from 1; or that of every line. */
	lines: number | number[];
	/** What is wrong with lines that are not even to be read, by their places in the block. */
	faults?: [place: number, problem: Problem][];
}

/** A set of answers as a line of JSON, or what is wrong with it. */
export interface Line {
	text: string;
	/** Where it begins in its file. */
	number: number;
	fault?: Problem | undefined;
}

/** A row can be longer than its line by far, and all those of a block wait to be written: short lines fill it, too. */
const leastBytesOfLine = 64;

/** Lines of a block at most. */
export const mostLines = (size: number): number => Math.max(1, Math.floor(size / leastBytesOfLine));

/** @param size characters after which a block is sent on */
export async function* packLines(
	parts: AsyncIterable<Line[]>,
	file: string,
	size: number,
): AsyncGenerator<Block> {
	let packed: Line[] = [];
	let length = 0;
	try {
		for await (const lines of parts)
			for (const line of lines) {
				packed.push(line);
				length += line.text.length;
				if (length < size && packed.length < mostLines(size)) continue;
				yield pack(packed, file);
				[packed, length] = [[], 0];
			}
	} catch (error) {
		// What stands above a fault is read.
		if (packed.length > 0) yield pack(packed, file);
		throw error;
	}
	if (packed.length > 0) yield pack(packed, file);
}

const pack = (lines: readonly Line[], file: string): Block => ({
	file,
	bytes: new TextEncoder().encode(lines.map(({ text }) => text).join("\n")),
	lines: lines.map(({ number }) => number),
	faults: faultsOf(lines),
});

export const faultsOf = (lines: readonly { fault?: Problem | undefined }[]): [number, Problem][] =>
	lines.flatMap(({ fault }, place): [number, Problem][] => (fault ? [[place, fault]] : []));
