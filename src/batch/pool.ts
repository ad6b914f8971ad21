/** Hands blocks to threads, as many as there are cores, and gives back what they decided, in order. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Cases } from "../core/decision/decide.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { ThreadData } from "./batch-options.ts";
import type { Block } from "./block.ts";
import { type DecideBlock, type Decided, makeDecideBlock } from "./decide-block.ts";

/** What decides: the rules here, and where threads find the same. */
export interface Decider extends ThreadData {
	rules: RuleSet;
	cases: Cases;
}

interface Pool {
	decideAll(blocks: AsyncIterable<Block>): AsyncGenerator<Decided>;
	close(): Promise<void>;
}

/** Each takes about 40 MB. The thread that reads and writes has no time for more of them. */
const mostThreads = 4;

/** Only the build has it: from source all is decided in this thread. */
const program = join(import.meta.dirname, "batch-worker.cjs");

/** @param size bytes of a block: a first one with less is decided here, since to start threads takes longer */
export function makePool(decider: Decider, size: number): Pool {
	const cores = existsSync(program) ? Math.min(mostThreads, availableParallelism()) : 1;
	const threads: Thread[] = [];
	let here: DecideBlock | undefined;
	let blocks = 0;

	const decide = async (block: Block): Promise<Decided> => {
		blocks += 1;
		if (cores === 1 || (blocks === 1 && block.bytes.length < size)) {
			here ??= makeDecideBlock(decider.rules, decider);
			return here(block);
		}
		if (threads.length < cores) threads.push(startThread(decider));
		return (threads[blocks % threads.length] as Thread).decide(block);
	};

	return {
		async *decideAll(all) {
			const pending: Promise<Decided>[] = [];
			let fault: unknown;
			try {
				for await (const block of all) {
					pending.push(decide(block));
					if (pending.length > 2 * cores) yield (await pending.shift()) as Decided;
				}
			} catch (error) {
				fault = error;
			}
			// What stands above a fault is delivered.
			for (const decided of pending) yield await decided;
			if (fault) throw fault;
		},
		async close() {
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

/** Nothing of a line outlives its block: with more room, which is the default, a thread takes 40 MB more and is no faster. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

interface Thread {
	decide(block: Block): Promise<Decided>;
	close(): Promise<unknown>;
}

/** Work is done in the order in which it comes. */
function startThread({ folder, options }: ThreadData): Thread {
	const workerData: ThreadData = { folder, options };
	const worker = new Worker(program, { workerData, resourceLimits });
	const waiting: { resolve(decided: Decided): void; reject(error: unknown): void }[] = [];
	worker.on("message", (decided: Decided) => waiting.shift()?.resolve(decided));
	worker.on("error", (error) => {
		for (const { reject } of waiting.splice(0)) reject(error);
	});
	return {
		decide: (block) =>
			new Promise((resolve, reject) => {
				waiting.push({ resolve, reject });
				worker.postMessage(block, [block.bytes.buffer]);
			}),
		close: () => worker.terminate(),
	};
}
