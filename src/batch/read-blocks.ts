/** Opens input of any of the forms: a line for each set of answers, a JSON array of them, or CSV. */
import { formatRaw } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { type Block, longestLine } from "./block.ts";
import { splitLines } from "./split-lines.ts";
import { splitList } from "./split-list.ts";

export interface Input {
	/** Its name in messages. */
	name: string;
	chunks: AsyncIterable<Uint8Array>;
	/** What the columns of CSV may be. */
	columns: readonly string[];
	/** Bytes of a block. */
	size: number;
}

/** The first character that is no blank tells the form. */
export async function readBlocks({
	name,
	chunks,
	columns,
	size,
}: Input): Promise<Result<AsyncIterable<Block>>> {
	const source = chunks[Symbol.asyncIterator]();
	const start = await startOf(source);
	const all = follow(start, source);
	const [, form = ""] = /^\s*(\S?)/.exec(start.toString("latin1")) ?? [];
	if (form === "{" || form === "") return good(splitLines(all, size));
	if (form === "[") return good(splitList(all, size));
	const { openTable } = await import("./split-table.ts");
	const table = await openTable(start, all);
	const problems = table.header.flatMap((column, place) => {
		if (table.header.indexOf(column) < place) return [twice(column, name)];
		return columns.includes(column) ? [] : [noFact(column, columns, name)];
	});
	return problems.length > 0 ? bad(...problems) : good(table.blocks(size));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first chunks, up to a brace or bracket or the end of a header; without the mark that some editors begin a file with. */
async function startOf(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
	let start = Buffer.alloc(0);
	for (;;) {
		const { value, done } = await source.next();
		if (done) return start;
		start = Buffer.concat([start, value]);
		if (start.subarray(0, 3).equals(byteOrderMark)) start = start.subarray(3);
		const isTold = /^[{[]|\n/.test(start.toString("latin1").trimStart());
		if (isTold || start.length > longestLine) return start;
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
