/** A thread that decides blocks. It reads the rules itself: they are shipped ready, and too large to be handed over. */
import { parentPort, workerData } from "node:worker_threads";
import { loadIndexedCases } from "../io/load-cases.ts";
import { loadRules } from "../io/load-rules.ts";
import type { BatchOptions } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { type DecideBlock, makeDecideBlock } from "./decide-block.ts";

/** What a thread is sent. */
export interface Work {
	block: Block;
	file: string;
}

const options: BatchOptions = workerData;
const ready = prepare();

parentPort?.on("message", async ({ block, file }: Work) => {
	const decideBlock = await ready;
	const decided = decideBlock(block, file);
	parentPort?.postMessage(decided, [decided.rows.buffer]);
});

async function prepare(): Promise<DecideBlock> {
	const rules = await loadRules(options.rules);
	if (!rules.ok) throw new Error(rules.problems[0]?.message);
	const cases = await loadIndexedCases(rules.value);
	if (!cases.ok) throw new Error(cases.problems[0]?.message);
	return makeDecideBlock(rules.value, { cases: cases.value, options });
}
