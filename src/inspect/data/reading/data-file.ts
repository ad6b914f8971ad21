/** A file of training data, opened: what it is, and its rows as they come. */

export type Container = "JSON lines" | "JSON array" | "JSON object" | "CSV" | "TSV" | "Parquet";
export type RowFault = "not-json" | "not-utf8" | "too-long" | "too-deep" | "not-an-object";

export interface DataRow {
	/** The line of JSON lines; else the place among the rows. From 1. */
	number: number;
	/** The line that it begins in, where the file has lines. */
	line: number | undefined;
	value?: unknown;
	fault?: RowFault;
}

export interface DataFile {
	file: string;
	container: Container;
	/** Bytes are UTF-8 unless told. */
	encoding: "utf-8" | "utf-16le" | "utf-16be";
	compression: "gzip" | "zstd" | undefined;
	/** Bytes on the disk, where they are known. */
	size: number | undefined;
	/** As many at a time as come together. */
	rows: AsyncIterable<DataRow[]>;
}

/** Bytes that are looked at together. */
export const blockSize = 65_536;
