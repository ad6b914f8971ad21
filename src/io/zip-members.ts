/** Single members of a ZIP file, by their names: of the thousands of an eval log two matter. */
import type * as fs from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

export interface ZipMember {
	name: string;
	method: number;
	packed: number;
	size: number;
	offset: number;
}

/** What is wrong with a ZIP file, as the end of a sentence. */
export class ZipFault extends Error {}

const longestComment = 65_535;
const endSize = 22;
/** Bytes of the table of contents: 100,000 members with names of 100 characters have half of it. */
const mostDirectory = 32_000_000;
const [endSign, directorySign, memberSign] = [0x06054b50, 0x02014b50, 0x04034b50];
/** What stands where a number is too large for the old fields. */
const isElsewhere = 0xffffffff;

export async function listMembers(file: fs.FileHandle): Promise<ZipMember[]> {
	const { size } = await file.stat();
	const tail = await readAt(file, Math.max(0, size - endSize - longestComment), size);
	let end = tail.length - endSize;
	while (end >= 0 && tail.readUInt32LE(end) !== endSign) end -= 1;
	if (end < 0)
		throw new ZipFault("has no table of contents; it was cut off or is still being written");
	const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
	if (start === isElsewhere || length > mostDirectory)
		throw new ZipFault("has too many members to be read");
	const directory = await readAt(file, start, start + length);
	const members: ZipMember[] = [];
	for (let at = 0; at + 46 <= directory.length; ) {
		if (directory.readUInt32LE(at) !== directorySign) throw damaged();
		const nameLength = directory.readUInt16LE(at + 28);
		members.push({
			name: directory.toString("utf8", at + 46, at + 46 + nameLength),
			method: directory.readUInt16LE(at + 10),
			packed: directory.readUInt32LE(at + 20),
			size: directory.readUInt32LE(at + 24),
			offset: directory.readUInt32LE(at + 42),
		});
		at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
	}
	return members;
}

/** The bytes of a member, of which it may have so many. */
export async function readMember(
	file: fs.FileHandle,
	{ method, packed, size, offset, name }: ZipMember,
	most: number,
): Promise<Uint8Array> {
	if (size > most || packed > most) throw new ZipFault(`has a member ${name} that is too large`);
	const head = await readAt(file, offset, offset + 30);
	if (head.length < 30 || head.readUInt32LE(0) !== memberSign) throw damaged();
	const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
	const bytes = await readAt(file, start, start + packed);
	if (bytes.length < packed) throw damaged();
	return unpack(bytes, method, size);
}

async function unpack(bytes: Buffer, method: number, size: number): Promise<Uint8Array> {
	try {
		if (method === 0) return bytes;
		// The size that the file names is the most that comes out, whatever the data say.
		if (method === 8) return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
		if (method === 93) {
			// Node 20 has no Zstandard. Into a buffer of that size: what is more is a fault.
			const { decompressZstd } = await import("hyparquet-compressors");
			return decompressZstd(bytes, new Uint8Array(size));
		}
	} catch {
		throw damaged();
	}
	throw new ZipFault(`uses compression method ${method}, which is not supported`);
}

const damaged = () => new ZipFault("is damaged");

async function readAt(file: fs.FileHandle, start: number, end: number): Promise<Buffer> {
	const buffer = Buffer.alloc(Math.max(0, end - start));
	const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
	return buffer.subarray(0, bytesRead);
}
