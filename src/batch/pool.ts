/** Hands blocks to threads, as many as there are cores, and gives back what they decided. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BatchOptions } from "./batch-options.ts";
import type { Block } from "./block.ts";
import type { DecideBlock, Decided } from "./decide-block.ts";
import type { Work } from "./worker.ts";

export interface Pool {
	decide(block: Block, file: string): Promise<Decided>;
	/** Blocks that may wait for a thread at a time. */
	room: number;
	close(): Promise<void>;
}

const mostThreads = 8;

/** Only the build has it: from source all is decided in this thread. */
const program = join(import.meta.dirname, "batch-worker.cjs");

/**
 * @param prepare makes what decides in this thread: input of less than one block, since to start threads takes longer, and all where there is but one core
 * @param size bytes that every block has but the last of its file
 */
export function makePool(prepare: () => DecideBlock, options: BatchOptions, size: number): Pool {
	const cores = existsSync(program) ? Math.min(mostThreads, availableParallelism()) : 1;
	const threads: Thread[] = [];
	let here: DecideBlock | undefined;
	let blocks = 0;
	return {
		room: 2 * cores,
		async decide(block, file) {
			blocks += 1;
			if (cores === 1 || (blocks === 1 && block.length < size)) {
				here ??= prepare();
				return here(block, file);
			}
			if (threads.length < cores) threads.push(startThread(options));
			return (threads[blocks % threads.length] as Thread).decide({ block, file });
		},
		async close() {
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

interface Thread {
	decide(work: Work): Promise<Decided>;
	close(): Promise<unknown>;
}

/** What a line leaves behind is of no use any more: room for little of it is enough. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Work is done in the order in which it comes. */
function startThread(options: BatchOptions): Thread {
	const worker = new Worker(program, { workerData: options, resourceLimits });
	const waiting: { resolve(decided: Decided): void; reject(error: unknown): void }[] = [];
	worker.on("message", (decided: Decided) => waiting.shift()?.resolve(decided));
	worker.on("error", (error) => {
		for (const { reject } of waiting.splice(0)) reject(error);
	});
	return {
		decide: (work) =>
			new Promise((resolve, reject) => {
				waiting.push({ resolve, reject });
				worker.postMessage(work, [work.block.bytes.buffer as ArrayBuffer]);
			}),
		close: () => worker.terminate(),
	};
}
