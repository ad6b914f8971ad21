/** Values of rows, of which nothing is known. */

export type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a key says something: tables and Parquet have every column in every row. */
export const has = (row: Fields, key: string): boolean =>
	Object.hasOwn(row, key) && row[key] !== null && row[key] !== undefined;

export const isText = (value: unknown): value is string => typeof value === "string";

export const isRecords = (value: unknown): value is Fields[] =>
	Array.isArray(value) && value.length > 0 && value.every(isRecord);
