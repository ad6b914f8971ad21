/** Bytes from outside: never more than were asked for, and never waiting for what nobody sends. */
import { constants, type Stats } from "node:fs";
import * as fs from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { whyRefused } from "./system-errors.ts";

/** All bytes; or why not, as half a sentence. */
export type BytesRead = { bytes: Buffer } | { why: string; isTooLarge?: true };

/** A plain file, or a pipe such as a shell makes of `<(command)`. */
export async function readFileWithin(path: string, most: number): Promise<BytesRead> {
	try {
		// Before it is opened: to open a device may already do something.
		const there = await fs.stat(path);
		if (!there.isFile() && !there.isFIFO()) return { why: `it is ${kindOf(there)}` };
		if (there.size > most) return tooLarge;
		// Without O_NONBLOCK (which Windows has not) a pipe would be opened only once somebody writes to it.
		const handle = await fs.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			return there.isFIFO()
				? await readPipe(handle, most)
				: await readWithin(piecesOf(handle), most);
		} finally {
			await handle.close();
		}
	} catch (error) {
		const link = await fs.lstat(path).catch(() => undefined);
		const isLost = link?.isSymbolicLink() && (error as NodeJS.ErrnoException).code === "ENOENT";
		return { why: isLost ? "it is a broken link" : whyRefused(error) };
	}
}

/** All that comes, such as from stdin. */
export async function readWithin(
	pieces: AsyncIterable<Uint8Array>,
	most: number,
): Promise<BytesRead> {
	const read: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const piece of pieces) {
			size += piece.length;
			if (size > most) return tooLarge;
			read.push(piece);
		}
	} catch (error) {
		return { why: whyRefused(error) };
	}
	return { bytes: Buffer.concat(read) };
}

const tooLarge = { why: "it is too large", isTooLarge: true } as const;

function kindOf(there: Stats): string {
	if (there.isDirectory()) return "a folder";
	return there.isSocket() ? "a socket" : "a device, not a file";
}

/** A file of any size, piece by piece; rejects with what the system says. */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
	const isPipe = (await fs.stat(path)).isFIFO();
	const handle = await fs.open(path, constants.O_RDONLY | (isPipe ? constants.O_NONBLOCK : 0));
	let isSilent = isPipe;
	try {
		for await (const piece of isPipe ? drain(handle) : piecesOf(handle)) {
			isSilent = false;
			yield piece;
		}
		if (isSilent) throw Object.assign(new Error(), { code: "ENODATA", syscall: "read" });
	} finally {
		await handle.close();
	}
}

async function* piecesOf(handle: fs.FileHandle): AsyncGenerator<Uint8Array> {
	for (let piece = await readPiece(handle); piece.length > 0; piece = await readPiece(handle))
		yield piece;
}

async function readPiece(handle: fs.FileHandle): Promise<Uint8Array> {
	const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(65_536) });
	return buffer.subarray(0, bytesRead);
}

/** How long to wait for somebody who writes to a pipe, and for more to come, in milliseconds. */
const patience = 1_000;
const pause = 10;

async function readPipe(pipe: fs.FileHandle, most: number): Promise<BytesRead> {
	const read = await readWithin(drain(pipe), most);
	return "bytes" in read && read.bytes.length === 0
		? { why: whyRefused({ code: "ENODATA" }) }
		: read;
}

/** What is written to a pipe, until all who write have closed it. */
async function* drain(pipe: fs.FileHandle): AsyncGenerator<Uint8Array> {
	const deadline = Date.now() + patience;
	let hasBegun = false;
	for (;;) {
		const piece = await readPiece(pipe).catch(unlessItWaits);
		if (piece?.length) {
			hasBegun = true;
			yield piece;
		} else if (piece && (hasBegun || Date.now() > deadline)) return;
		// Nobody has opened it for writing yet, or nothing new is there.
		else await sleep(pause);
	}
}

/** Somebody has it open, and has written nothing new. */
function unlessItWaits(error: NodeJS.ErrnoException): undefined {
	if (error.code !== "EAGAIN") throw error;
}
