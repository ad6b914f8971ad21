/** One JSON object: a single row, or the rows that stand in its only list of objects. */
import { isUtf8 } from "node:buffer";
import { readWithin } from "../../../io/read-bytes.ts";
import { mostBytesInMemory } from "../../limits.ts";
import { isRecord } from "../record.ts";
import type { DataRow } from "./data-file.ts";
import { readRow } from "./json-lines.ts";

/** Undefined where the text is no single object. */
export async function readJsonObject(
	chunks: AsyncIterable<Uint8Array>,
): Promise<DataRow[] | undefined> {
	const read = await readWithin(chunks, mostBytesInMemory);
	if ("why" in read) return undefined;
	const row = readRow(read.bytes.toString("utf8"), 1, isUtf8(read.bytes));
	if (!row || !isRecord(row.value)) return undefined;
	const rows = rowsWithin(row.value);
	return rows?.map((value, place) => ({ number: place + 1, line: undefined, value })) ?? [row];
}

/** Names under which exports hold their rows. */
const holders = ["data", "rows", "examples", "train", "items", "records"];

function rowsWithin(value: Record<string, unknown>): unknown[] | undefined {
	const name = holders.find((holder) => {
		const rows = value[holder];
		return Array.isArray(rows) && rows.length > 0 && rows.every(isRecord);
	});
	if (name === undefined) return undefined;
	const rows = value[name] as Record<string, unknown>[];
	// The viewer of Hugging Face wraps each row once more.
	return rows.every(({ row }) => isRecord(row)) ? rows.map(({ row }) => row) : rows;
}
