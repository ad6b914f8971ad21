/** One JSON object: a single row, the rows that stand in its only list of objects, or columns. */
import { isUtf8 } from "node:buffer";
import { readWithin } from "../../../io/read-bytes.ts";
import { mostBytesInMemory } from "../../limits.ts";
import { isRecord, isText } from "../record.ts";
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
	if (name === undefined) return rowsOfColumns(value);
	const rows = value[name] as Record<string, unknown>[];
	// The viewer of Hugging Face wraps each row once more.
	return rows.every(({ row }) => isRecord(row)) ? rows.map(({ row }) => row) : rows;
}

/** As pandas writes a table: each column is a list, or an object from row numbers to cells. */
function rowsOfColumns(value: Record<string, unknown>): unknown[] | undefined {
	const columns = Object.entries(value).map(([name, column]) => [name, cellsOf(column)] as const);
	const [first] = columns;
	const length = first?.[1]?.length ?? 0;
	const isTable =
		columns.length > 1 &&
		length > 1 &&
		columns.every(([, cells]) => cells?.length === length) &&
		columns.some(([, cells]) => cells?.some(isText));
	if (!isTable) return undefined;
	return Array.from({ length }, (_, row) =>
		Object.fromEntries(columns.map(([name, cells]) => [name, cells?.[row]])),
	);
}

/** Messages and the like are no cells. */
function cellsOf(column: unknown): unknown[] | undefined {
	const isIndexed = isRecord(column) && Object.keys(column).every((key) => /^\d+$/.test(key));
	const cells = isIndexed ? Object.values(column) : column;
	if (!Array.isArray(cells)) return undefined;
	return cells.some((cell) => typeof cell === "object" && cell !== null) ? undefined : cells;
}
