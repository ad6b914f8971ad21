/** Opens input of any of the forms: a line for each set of answers, a JSON array of them, or CSV. */

import { fileFault } from "../io/file-fault.ts";
import type { Block } from "./block.ts";
import { openText } from "./open-text.ts";
import { splitArray } from "./split-array.ts";
import { splitLines } from "./split-lines.ts";

/** What columns of CSV may be called. */
export interface Columns {
	facts: readonly string[];
	/** Facts that are numbers. */
	numbers: readonly string[];
	/** Those that are no facts. */
	keep: readonly string[];
}

export interface Input {
	/** Its name in messages. */
	name: string;
	chunks: AsyncIterable<Uint8Array>;
	columns: Columns;
	/** Bytes of a block, about. */
	size: number;
}

/** The first character that is no blank tells the form. */
export async function* readBlocks(input: Input): AsyncGenerator<Block> {
	try {
		yield* blocksOf(input);
	} finally {
		// A file of which only the start was read is still open.
		await input.chunks[Symbol.asyncIterator]().return?.();
	}
}

async function* blocksOf({ name, columns, size, ...input }: Input): AsyncGenerator<Block> {
	const text = await openText(name, input.chunks);
	if (!text.ok) throw fileFault(...text.problems);
	const { start, chunks } = text.value;
	const [, form = ""] = /^\s*(\S?)/.exec(start.toString("latin1")) ?? [];
	if (form === "{" || form === "") return yield* splitLines(chunks, name, size);
	if (form === "[") return yield* splitArray(chunks, name, size);
	const { splitTable } = await import("./split-table.ts");
	yield* splitTable(start, { name, chunks, columns, size });
}
