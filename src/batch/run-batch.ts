/** Runs a batch: input in, rows out in the order of the lines, and the counts of both. */

import { addTally, emptyTally, type Tally } from "../core/bulk/tally.ts";
import type { Cases } from "../core/decision/decide.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { unreadable } from "../io/read-answers.ts";
import type { World } from "../io/world.ts";
import type { BatchOptions } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { type BadLine, type Decided, makeDecideBlock } from "./decide-block.ts";
import { makePool } from "./pool.ts";
import { isQuick } from "./quick-lines.ts";
import { readBlocks } from "./read-blocks.ts";

export interface Ran {
	tally: Tally;
	firstBad?: BadLine;
}

export interface Course {
	rules: RuleSet;
	cases: Cases;
	options: BatchOptions;
	world: World;
	/** Told now and then how many lines are done. */
	onProgress?: (lines: number) => void;
}

/** Bytes of a block. A whole decision is longer than its line by far, and all those of a block wait to be written. */
const blockSize = { quick: 2 ** 20, full: 2 ** 14 };

export async function runBatch(files: readonly string[], course: Course): Promise<Result<Ran>> {
	const { rules, options, world } = course;
	const { deliver, ran } = makeDelivery(course);
	const size = isQuick(options) ? blockSize.quick : blockSize.full;
	const pool = makePool(() => makeDecideBlock(rules, course), options, size);
	const columns = [...Object.keys(rules.questions), ...options.keep];

	/** Whether to go on with what comes after. */
	const runFile = async (name: string, blocks: AsyncIterable<Block>): Promise<boolean> => {
		const pending: Promise<Decided>[] = [];
		for await (const block of blocks) {
			pending.push(pool.decide(block, name));
			if (pending.length > pool.room && !(await deliver(pending))) return false;
		}
		while (pending.length > 0) if (!(await deliver(pending))) return false;
		return true;
	};

	try {
		for (const path of files) {
			const name = path === "-" ? "stdin" : path;
			try {
				const blocks = await readBlocks({ name, chunks: world.readBytes(path), columns, size });
				if (!blocks.ok) return blocks;
				if (!(await runFile(name, blocks.value))) break;
			} catch (error) {
				return bad(faultOf(name, error as NodeJS.ErrnoException));
			}
		}
		return good(ran);
	} finally {
		await pool.close();
	}
}

/** Takes what was decided in its order, writes its rows and adds up its counts. */
function makeDelivery({ rules, options, world, onProgress }: Course) {
	const ran: Ran = { tally: emptyTally(rules) };
	const deliver = async (pending: Promise<Decided>[]): Promise<boolean> => {
		const { rows, tally, firstBad } = (await pending.shift()) as Decided;
		addTally(ran.tally, tally);
		if (firstBad) ran.firstBad ??= firstBad;
		onProgress?.(ran.tally.decisions + ran.tally.bad);
		const isRead = rows.length === 0 || (await world.write(rows));
		return isRead && !(options.strict && ran.firstBad);
	};
	return { ran, deliver };
}

/** What the system or the parser of CSV says; anything else is a bug. */
function faultOf(name: string, error: NodeJS.ErrnoException): Problem {
	if (error.syscall !== undefined) return unreadable(name, error);
	if (!error.code?.startsWith("CSV_")) throw error;
	return {
		code: "bad-csv",
		message: `${name} has a row without an end: a quote is opened and not closed, or the row has more than a million characters.`,
		hint: "A quote within a quoted cell is written twice.",
	};
}
