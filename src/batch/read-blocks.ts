/** Opens input of any of the forms: a line for each set of answers, a JSON array of them, or CSV. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { mostCharacters } from "../io/limits.ts";
import { type Block, packLines } from "./block.ts";
import { openArray } from "./split-array.ts";
import { splitLines } from "./split-lines.ts";

export interface Input {
	/** Its name in messages. */
	name: string;
	chunks: AsyncIterable<Uint8Array>;
	/** What the columns of CSV may be. */
	columns: readonly string[];
	/** Bytes of a block, about. */
	size: number;
}

/** The first character that is no blank tells the form. */
export async function readBlocks(input: Input): Promise<Result<AsyncIterable<Block>>> {
	const { name, columns, size } = input;
	const source = input.chunks[Symbol.asyncIterator]();
	const start = await readStart(source);
	const chunks = follow(start, source);
	const [, form = ""] = /^\s*(\S?)/.exec(start.toString("latin1")) ?? [];
	if (form === "{" || form === "") return good(splitLines(chunks, name, size));
	if (form === "[") {
		const lines = await openArray(name, chunks);
		return lines.ok ? good(packLines(lines.value, name, size)) : lines;
	}
	const { openTable } = await import("./split-table.ts");
	const { header, lines } = await openTable(start, chunks);
	const problems = header.flatMap((column, place) => {
		if (header.indexOf(column) < place) return [twice(column, name)];
		return columns.includes(column) ? [] : [noFact(column, columns, name)];
	});
	return problems.length > 0 ? bad(...problems) : good(packLines(lines, name, size));
}

const byteOrderMark = Buffer.from("\ufeff");

/** The first chunks, up to a brace or bracket or the end of a header; without the mark that some editors begin a file with. */
async function readStart(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
	let start = Buffer.alloc(0);
	for (;;) {
		const { value, done } = await source.next();
		if (done) return start;
		start = Buffer.concat([start, value]);
		if (start.subarray(0, 3).equals(byteOrderMark)) start = start.subarray(3);
		const isTold = /^[{[]|\n/.test(start.toString("latin1").trimStart());
		if (isTold || start.length > mostCharacters) return start;
	}
}

async function* follow(
	start: Uint8Array,
	source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	yield start;
	yield* { [Symbol.asyncIterator]: () => source };
}

const noFact = (column: string, columns: readonly string[], file: string): Problem => ({
	code: "unknown-fact",
	message: `There is no fact ${formatRaw(column)}.${didYouMean(column, columns)}`,
	hint: "A batch is JSON lines, a JSON array, or CSV whose header names facts; name other columns with --keep.",
	at: { file, line: 1 },
});

const twice = (column: string, file: string): Problem => ({
	code: "duplicate-key",
	message: `The column ${formatRaw(column)} is there twice.`,
	hint: "Keep one of the two.",
	at: { file, line: 1 },
});
