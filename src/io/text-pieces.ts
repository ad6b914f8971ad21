/** Bytes that come piece by piece, looked at from the start and handed on as UTF-8 without a mark. */

import type { Problem } from "../core/problems.ts";
import { encodingOf } from "./encoding.ts";
import { fileFault } from "./file-fault.ts";

/** What has begun to come. */
export interface Begun {
	start: Buffer;
	/** All of it, the start as well. */
	chunks: AsyncIterable<Uint8Array>;
}

/** Reads chunks until it is enough. */
export async function begin(
	chunks: AsyncIterable<Uint8Array>,
	isEnough: (start: Buffer) => boolean,
): Promise<Begun> {
	const source = chunks[Symbol.asyncIterator]();
	let start = Buffer.alloc(0);
	while (!isEnough(start)) {
		const { value, done } = await source.next();
		if (done) break;
		start = Buffer.concat([start, value]);
	}
	return { start, chunks: follow(start, source) };
}

async function* follow(
	start: Uint8Array,
	source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	yield start;
	yield* { [Symbol.asyncIterator]: () => source };
}

const byteOrderMark = Buffer.from("\ufeff");

/** The same text in UTF-8. PowerShell's `>` writes UTF-16. */
export async function* decodePieces(
	{ start, chunks }: Begun,
	name: string,
): AsyncGenerator<Uint8Array> {
	const encoding = encodingOf(start);
	if (encoding !== "utf-8") return yield* decodeWide(chunks, encoding, name);
	let skipped = start.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark.length : 0;
	for await (const chunk of chunks) {
		yield chunk.subarray(skipped);
		skipped = 0;
	}
}

async function* decodeWide(
	chunks: AsyncIterable<Uint8Array>,
	encoding: string,
	name: string,
): AsyncGenerator<Uint8Array> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	const encoder = new TextEncoder();
	try {
		for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
		decoder.decode();
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw fileFault(damaged(name));
	}
}

const damaged = (name: string): Problem => ({
	code: "not-text",
	message: `${name} starts like UTF-16, but is cut off or damaged.`,
	hint: "Save it again as UTF-8.",
});

/** Every second byte of what is written in letters of English. */
export const isWide = ([first, second]: string): boolean => (first === "\0") !== (second === "\0");
