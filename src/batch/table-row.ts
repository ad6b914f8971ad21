/** A row of CSV as a line of JSON. */
import { formatRaw } from "../core/answers/answers.ts";
import type { Problem } from "../core/problems.ts";
import type { Line } from "./block.ts";
import type { Columns } from "./read-blocks.ts";
import type { Row } from "./read-rows.ts";

export type ReadRow = (row: Row) => Line;

export function makeRowReader(
	header: readonly string[],
	{ numbers }: Columns,
	separator: string,
): ReadRow {
	const keys = header.map((column) => JSON.stringify(column));
	const numberColumns = [...header.keys()].filter((column) =>
		numbers.includes(header[column] as string),
	);
	return ({ cells, number, fault = faultIn(cells) }) => {
		if (fault) return { text: "", number, fault };
		const entries: string[] = [];
		// An empty cell is an answer that is not known.
		for (const [column, cell] of cells.entries())
			if (cell !== "") entries.push(`${keys[column]}:${formatCell(cell)}`);
		return { text: `{${entries.join(",")}}`, number };
	};

	/** A cell too few is no fault: Excel leaves out those at the end that are empty. */
	function faultIn(cells: readonly string[]): Problem | undefined {
		if (cells.length > header.length && cells.some((cell, place) => cell && place >= header.length))
			return tooMany(cells.length, header.length);
		const wrong = numberColumns.find((column) => isAmbiguous(cells[column] ?? "", separator));
		return wrong === undefined
			? undefined
			: ambiguous(header[wrong] as string, cells[wrong] as string);
	}
}

/** Only what is printed just so becomes a number: a name, or a column that is kept, may look like one. */
const formatCell = (cell: string): string =>
	/^[\d.]+$/.test(cell) && String(Number(cell)) === cell ? cell : JSON.stringify(cell);

/** 1,500 is a thousand and more in one country, and a fraction in those where semicolons separate cells; 0,500 never is a thousand. */
const isAmbiguous = (cell: string, separator: string): boolean =>
	cell.includes(",") && (separator === ";" ? /\d,\d/ : /(?:^|\D)0\d*,\d/).test(cell);

const tooMany = (found: number, expected: number): Problem => ({
	code: "bad-row",
	message: `The row has ${found} cells, but the header has ${expected}.`,
	hint: "Put a cell that contains the separator or a quote in quotes, and write fractions as 0.5.",
});

const ambiguous = (column: string, cell: string): Problem => ({
	code: "bad-answer",
	message: `${formatRaw(cell)} is ambiguous in ${column}: its comma can separate thousands or decimals.`,
	hint: "Write 0.5 for a decimal and 1500 for thousands.",
});
