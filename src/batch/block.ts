/** Lines of input, as many as are handed to a thread at a time. */
import { mostCharacters } from "../io/limits.ts";

export interface Block {
	/** Lines that end with a line break, and quotes after them, at which reading past the end stops. */
	bytes: Uint8Array;
	length: number;
	/** The number of the first line in its file, from 1; or that of every line. */
	lines: number | number[];
}

export const lineBreak = 10;
const quote = 34;

/** A reader looks at four bytes at a time, and at some more. */
const linePadding = 8;

/** A line with more bytes is not read; what is kept of it is just enough to tell. */
export const longestLine = mostCharacters;

export function makeBlock(parts: readonly Uint8Array[], lines: Block["lines"]): Block {
	const length = bytesIn(parts);
	const bytes = new Uint8Array(length + linePadding).fill(quote, length);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return { bytes, length, lines };
}

export const bytesIn = (parts: readonly Uint8Array[]): number =>
	parts.reduce((sum, part) => sum + part.length, 0);

/** The number of a line of a block. */
export const lineOf = ({ lines }: Block, place: number): number =>
	typeof lines === "number" ? lines + place : (lines[place] as number);
