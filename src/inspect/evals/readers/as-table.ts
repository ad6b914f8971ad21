/** Flat JSON as a table: rows of objects, and the ways in which pandas turns a table into JSON. */
import { fieldOf, isFields, listOf, objectsOf, type Source, textOf } from "../source.ts";

export interface Table {
	header: readonly string[];
	rows: readonly (readonly string[])[];
}

/** Objects with plain values are rows, also below one key, such as `rows` of Azure's evaluate(). */
export function tableOf({ content }: Source): Table | undefined {
	if (content.kind === "table") return content;
	if (content.kind === "value") {
		const pandas = splitTable(content.value) ?? columnTable(content.value);
		if (pandas) return pandas;
	}
	const rows = objectsOf(content.kind === "rows" ? content.rows : listBelow(content.value));
	if (rows.length === 0) return undefined;
	const flat = rows.map(flatten);
	const header = [...new Set(flat.flatMap((row) => [...row.keys()]))];
	return { header, rows: flat.map((row) => header.map((name) => cellOf(row.get(name)))) };
}

const cellOf = (value: unknown): string =>
	value === null || value === undefined ? "" : (textOf(value) ?? JSON.stringify(value));

/** `scores: { faithfulness: 1 }` is a column `scores.faithfulness`. */
const flatten = (row: object): Map<string, unknown> =>
	new Map(
		Object.entries(row).flatMap(([name, value]): [string, unknown][] =>
			isFields(value) && Object.values(value).every(isResult)
				? Object.entries(value).map(([key, part]) => [`${name}.${key}`, part])
				: [[name, value]],
		),
	);

const isResult = (value: unknown): boolean =>
	value === null || typeof value === "number" || typeof value === "boolean";

/** The only list of objects below a key. */
function listBelow(value: unknown): unknown {
	const lists = Object.values(isFields(value) ? value : {}).filter(
		(one) => objectsOf(one).length > 0,
	);
	return fieldOf(value, "rows") ?? (lists.length === 1 ? lists[0] : undefined);
}

/** What pandas calls the orientation "split", and MLflow writes. */
function splitTable(value: unknown): Table | undefined {
	if (!Array.isArray(fieldOf(value, "columns"))) return undefined;
	const header = listOf(fieldOf(value, "columns")).map(cellOf);
	const rows = listOf(fieldOf(value, "data")).map((row) => listOf(row).map(cellOf));
	return rows.length > 0 ? { header, rows } : undefined;
}

/** The orientations "columns", which pandas writes unless told otherwise, and "list". */
function columnTable(value: unknown): Table | undefined {
	const columns = Object.entries(isFields(value) ? value : {});
	const cells = columns.map(([, column]) =>
		Array.isArray(column) ? Object.entries(column) : isFields(column) ? Object.entries(column) : [],
	);
	const places = cells[0]?.map(([place]) => place) ?? [];
	const isTable =
		columns.length > 1 &&
		places.length > 0 &&
		cells.every(
			(column) =>
				column.length === places.length &&
				column.every(([place], at) => place === places[at] && /^\d+$/.test(place)),
		);
	if (!isTable) return undefined;
	const rows = places.map((_, row) => cells.map((column) => cellOf(column[row]?.[1])));
	return { header: columns.map(([name]) => name), rows };
}
