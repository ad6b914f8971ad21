/** Runs a batch: input in, rows out in the order of the lines, and the counts of both. */

import { addTally, emptyTally, type Tally } from "../core/bulk/tally.ts";
import type { Problem } from "../core/problems.ts";
import { isFileFault } from "../io/file-fault.ts";
import { unreadable } from "../io/read-text.ts";
import { whyRefused } from "../io/system-errors.ts";
import type { World } from "../io/world.ts";
import { type BadLine, type Decided, mostNamed } from "./decide-block.ts";
import { isQuick } from "./decide-line.ts";
import { type Decider, makePool } from "./pool.ts";
import { readBlocks } from "./read-blocks.ts";
import { writeRows } from "./write-rows.ts";

interface BatchRun extends Decider {
	world: World;
	/** Told now and then how many lines are done. */
	onProgress?: (lines: number) => void;
}

export interface Ran {
	tally: Tally;
	firstBad: BadLine[];
	/** What was to be kept and is in some line. */
	kept: Set<string>;
	/** Whether all lines were read: not if nobody reads the rows, or the first bad line is the last. */
	isWhole: boolean;
	/** What ended the reading. */
	faults: Problem[];
}

/** Bytes of a block. A whole decision is longer than its line by far, and all those of a block wait to be written. */
const blockSize = { quick: 2 ** 18, full: 2 ** 13 };

export async function runBatch(files: readonly string[], run: BatchRun): Promise<Ran> {
	const { rules, options, world } = run;
	const ran: Ran = {
		tally: emptyTally(rules),
		firstBad: [],
		kept: new Set(),
		isWhole: false,
		faults: [],
	};
	const size = isQuick(options) ? blockSize.quick : blockSize.full;
	const facts = Object.keys(rules.questions);
	const numbers = facts.filter((fact) => rules.questions[fact]?.number);
	const columns = { facts, numbers, keep: options.keep };
	const pool = makePool(run, size);
	try {
		for (const path of files) {
			const name = path === "-" ? "stdin" : path;
			try {
				const blocks = readBlocks({ name, chunks: world.readBytes(path), columns, size });
				for await (const one of pool.decideAll(blocks))
					if (!(await deliver(one, ran, run))) return ran;
			} catch (error) {
				return { ...ran, faults: faultsOf(name, error as NodeJS.ErrnoException) };
			}
		}
		return { ...ran, isWhole: true };
	} finally {
		await pool.close();
	}
}

/** Writes rows and adds up counts; false when nothing after them is wanted. */
async function deliver(
	{ rows, tally, kept, firstBad }: Decided,
	ran: Ran,
	{ options, world, onProgress }: BatchRun,
): Promise<boolean> {
	addTally(ran.tally, tally);
	for (const key of kept) ran.kept.add(key);
	ran.firstBad.push(...firstBad.slice(0, mostNamed - ran.firstBad.length));
	onProgress?.(ran.tally.decisions + ran.tally.bad);
	return (await writeRows(rows, world)) && !(options.strict && ran.firstBad.length > 0);
}

/** What the system or a form of input says; anything else is a bug. */
function faultsOf(name: string, error: NodeJS.ErrnoException): Problem[] {
	if (isFileFault(error)) return error.problems;
	if (error.syscall !== undefined) return [unreadable(name, whyRefused(error))];
	throw error;
}
