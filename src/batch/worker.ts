/** A thread that decides blocks. It reads the rules itself: they are too large to be handed over. */
import { parentPort, workerData } from "node:worker_threads";
import { loadIndexedCases } from "../io/load-cases.ts";
import { loadRules } from "../io/load-rules.ts";
import type { ThreadData } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { type DecideBlock, makeDecideBlock } from "./decide-block.ts";

const { folder, options }: ThreadData = workerData;
const ready = prepare();

parentPort?.on("message", async (block: Block) => {
	const decideBlock = await ready;
	const decided = decideBlock(block);
	parentPort?.postMessage(decided, [decided.rows.buffer]);
});

async function prepare(): Promise<DecideBlock> {
	const rules = await loadRules(folder);
	if (!rules.ok) throw new Error(rules.problems[0]?.message);
	const cases = await loadIndexedCases(rules.value);
	if (!cases.ok) throw new Error(cases.problems[0]?.message);
	return makeDecideBlock(rules.value, { cases: cases.value, options });
}
