/** Runs a batch: input in, rows out in the order of the lines, and the counts of both. */

import { addTally, emptyTally, type Tally } from "../core/bulk/tally.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { unreadable } from "../io/read-text.ts";
import { whyRefused } from "../io/system-errors.ts";
import type { World } from "../io/world.ts";
import type { BadLine, Decided } from "./decide-block.ts";
import { isQuick } from "./decide-line.ts";
import { type Decider, makePool } from "./pool.ts";
import { readBlocks } from "./read-blocks.ts";

interface BatchRun extends Decider {
	world: World;
	/** Told now and then how many lines are done. */
	onProgress?: (lines: number) => void;
}

export interface Ran {
	tally: Tally;
	firstBad?: BadLine;
}

/** Bytes of a block. A whole decision is longer than its line by far, and all those of a block wait to be written. */
const blockSize = { quick: 2 ** 18, full: 2 ** 14 };

export async function runBatch(files: readonly string[], run: BatchRun): Promise<Result<Ran>> {
	const { rules, options, world } = run;
	const ran: Ran = { tally: emptyTally(rules) };
	const size = isQuick(options) ? blockSize.quick : blockSize.full;
	const columns = [...Object.keys(rules.questions), ...options.keep];
	const pool = makePool(run, size);
	try {
		for (const path of files) {
			const name = path === "-" ? "stdin" : path;
			try {
				const blocks = await readBlocks({ name, chunks: world.readBytes(path), columns, size });
				if (!blocks.ok) return blocks;
				const decided = pool.decideAll(blocks.value);
				for await (const one of decided) if (!(await deliver(one, ran, run))) return good(ran);
			} catch (error) {
				return bad(faultOf(name, error as NodeJS.ErrnoException));
			}
		}
		return good(ran);
	} finally {
		await pool.close();
	}
}

/** Writes rows and adds up counts; false when nothing after them is wanted. */
async function deliver(
	{ rows, tally, firstBad }: Decided,
	ran: Ran,
	{ options, world, onProgress }: BatchRun,
): Promise<boolean> {
	addTally(ran.tally, tally);
	if (firstBad) ran.firstBad ??= firstBad;
	onProgress?.(ran.tally.decisions + ran.tally.bad);
	const isRead = rows.length === 0 || (await world.write(rows));
	return isRead && !(options.strict && ran.firstBad);
}

/** What the system or the parser of CSV says; anything else is a bug. */
function faultOf(name: string, error: NodeJS.ErrnoException): Problem {
	if (error.syscall !== undefined) return unreadable(name, whyRefused(error));
	if (!error.code?.startsWith("CSV_")) throw error;
	return {
		code: "bad-csv",
		message: `${name} has a row without an end: a quote is opened and not closed, or the row has more than a million characters.`,
		hint: "A quote within a quoted cell is written twice.",
	};
}
