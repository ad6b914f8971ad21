/** CSV: the header names facts, and each row becomes a line of JSON. */

import { fileFault } from "../io/file-fault.ts";
import { type Block, type Line, packLines } from "./block.ts";
import type { Input } from "./read-blocks.ts";
import { type Form, type Row, readRows } from "./read-rows.ts";
import { headerProblems } from "./table-header.ts";
import { makeRowReader, type ReadRow } from "./table-row.ts";

/** @param start at least the line of the header */
export async function* splitTable(start: Uint8Array, input: Input): AsyncGenerator<Block> {
	const { name, size } = input;
	const form = formOf(Buffer.from(start).toString("latin1"));
	yield* packLines(linesOf(readRows(input, form), input, form), name, size);
}

async function* linesOf(
	all: AsyncIterable<Row[]>,
	input: Input,
	form: Form,
): AsyncGenerator<Line[]> {
	let readRow: ReadRow | undefined;
	for await (const rows of all) {
		if (rows.length > 0) readRow ??= openHeader(rows.shift() as Row, input, form);
		yield readRow ? rows.map(readRow) : [];
	}
}

function openHeader({ cells, number, fault }: Row, { name, columns }: Input, form: Form): ReadRow {
	const at = { file: name, line: number };
	const problems = fault ? [{ ...fault, at }] : headerProblems(cells, columns, at);
	if (problems.length > 0) throw fileFault(...problems);
	return makeRowReader(cells, columns, form.separator);
}

/** What a spreadsheet puts between cells depends on the country it is in; Excel can say it in a line of its own. */
function formOf(start: string): Form {
	const [, named] = /^"?sep=([^\r\n"])"?\r?\n/i.exec(start) ?? [];
	if (named !== undefined) return { separator: named, isNamed: true };
	const [header = ""] = start.trimStart().split("\n");
	const count = (mark: string) => header.split(mark).length;
	const separator = [";", "\t"].reduce(
		(best, mark) => (count(mark) > count(best) ? mark : best),
		",",
	);
	return { separator, isNamed: false };
}
