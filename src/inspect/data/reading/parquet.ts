/** Parquet, one row group at a time. Its reader is loaded only for such a file. */
import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { fileFault } from "../../../io/file-fault.ts";
import { readWithin } from "../../../io/read-bytes.ts";
import { mostBytesInMemory, mostBytesOfGroup, mostRowsOfGroup } from "../../limits.ts";
import type { DataRow } from "./data-file.ts";

/** @param path a file on a disk; otherwise all of it has to fit into memory */
export async function* readParquet(
	chunks: AsyncIterable<Uint8Array>,
	file: string,
	path: string | undefined,
): AsyncGenerator<DataRow[]> {
	const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import(
		"hyparquet"
	);
	const { compressors } = await import("hyparquet-compressors");
	const buffer =
		path === undefined ? await bufferOf(chunks, file) : await asyncBufferFromFile(path);
	const metadata = await orDamaged(file, () => parquetMetadataAsync(buffer));
	let rowStart = 0;
	for (const size of groupsOf(metadata, file)) {
		const rowEnd = rowStart + size;
		const rows = await orDamaged(file, () =>
			parquetReadObjects({ file: buffer, metadata, compressors, rowStart, rowEnd }),
		);
		const from = rowStart + 1;
		yield rows.map((row, place) => ({
			number: from + place,
			line: undefined,
			value: plain(row),
		}));
		rowStart = rowEnd;
	}
}

async function bufferOf(chunks: AsyncIterable<Uint8Array>, file: string): Promise<AsyncBuffer> {
	const read = await readWithin(chunks, mostBytesInMemory);
	if ("why" in read) throw fileFault(tooLarge(file));
	const { buffer, byteOffset, byteLength } = read.bytes;
	return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

/** Rows of each group; a group that would not fit into memory is refused before it is read. */
function groupsOf({ row_groups: groups }: FileMetaData, file: string): number[] {
	for (const { num_rows: rows, total_byte_size: bytes } of groups)
		if (rows < 0 || rows > mostRowsOfGroup || bytes > mostBytesOfGroup)
			throw fileFault(largeGroup(file));
	return groups.map(({ num_rows }) => Number(num_rows));
}

/** The reader throws plain errors of many kinds for what is no Parquet. */
async function orDamaged<T>(file: string, read: () => Promise<T> | T): Promise<T> {
	try {
		return await read();
	} catch {
		throw fileFault(damaged(file));
	}
}

/** As JSON would hold it. */
function plain(value: unknown): unknown {
	if (typeof value === "bigint") {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
	if (ArrayBuffer.isView(value))
		return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

const howConverted = `duckdb -c "COPY (FROM 'data.parquet') TO 'data.jsonl'"`;

const tooLarge = (file: string) => ({
	code: "too-large",
	message: `${file} is Parquet of more than 256 MB that is compressed or comes from a pipe.`,
	hint: `Give it as a file, or convert it: ${howConverted}`,
});

const largeGroup = (file: string) => ({
	code: "too-large",
	message: `${file} has a row group of more than 512 MB or 1,100,000 rows, which does not fit into memory.`,
	hint: `Convert it to JSON lines: ${howConverted}`,
});

const damaged = (file: string) => ({
	code: "bad-parquet",
	message: `${file} is not a Parquet file that can be read: it is damaged, encrypted or cut off.`,
	hint: `Write it again, or convert it to JSON lines: ${howConverted}`,
});
