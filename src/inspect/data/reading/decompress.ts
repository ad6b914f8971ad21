/** gzip and zstd, unpacked as they come. */
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Problem } from "../../../core/problems.ts";
import { fileFault } from "../../../io/file-fault.ts";
import { leastBytesOfBomb, mostRatio } from "../../limits.ts";

export type Compression = "gzip" | "zstd";

const signs: [kind: Compression, bytes: number[]][] = [
	["gzip", [0x1f, 0x8b]],
	["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
];

export const compressionOf = (start: Uint8Array): Compression | undefined =>
	signs.find(([, bytes]) => bytes.every((byte, place) => start[place] === byte))?.[0];

/** What is packed to far less than text can be is no data, and could fill the memory. */
export async function* decompress(
	chunks: AsyncIterable<Uint8Array>,
	kind: Compression,
	file: string,
): AsyncGenerator<Uint8Array> {
	let [packed, unpacked] = [0, 0];
	async function* counted() {
		for await (const chunk of chunks) {
			packed += chunk.length;
			yield chunk;
		}
	}
	const unpack = kind === "gzip" ? gunzip : unzstd;
	try {
		for await (const chunk of unpack(counted())) {
			unpacked += chunk.length;
			if (unpacked > leastBytesOfBomb && unpacked > mostRatio * packed) throw fileFault(bomb(file));
			yield chunk;
		}
	} catch (error) {
		throw "problems" in (error as Error) || "syscall" in (error as Error)
			? error
			: fileFault(damaged(file, kind));
	}
}

function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
	const unpacked = createGunzip();
	// What goes wrong also ends the stream that is read, which tells it.
	pipeline(Readable.from(chunks), unpacked, () => undefined);
	return unpacked;
}

/** Node has zstd only from 22.15 on. */
async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { Decompress } = await import("fzstd");
	let ready: Uint8Array[] = [];
	const stream = new Decompress((chunk) => ready.push(chunk));
	// A little at a time, since all that it unpacks to comes at once.
	for await (const chunk of chunks)
		for (let at = 0; at < chunk.length; at += 4096) {
			stream.push(chunk.subarray(at, at + 4096));
			yield* ready;
			ready = [];
		}
	stream.push(new Uint8Array(), true);
	yield* ready;
}

const bomb = (file: string): Problem => ({
	code: "too-large",
	message: `${file} unpacks to more than ${mostRatio} times its size, which text does not do.`,
	hint: "Unpack it yourself and look at it first.",
});

const damaged = (file: string, kind: Compression): Problem => ({
	code: "not-text",
	message: `${file} is compressed with ${kind}, but is cut off or damaged.`,
	hint: "Compress it again.",
});
