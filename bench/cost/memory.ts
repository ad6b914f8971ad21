/** Measured memory of training runs, beside what the formula says. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { ModelShape } from "../../src/core/cost/model-shapes.ts";
import { type Method, memoryOf, type Setup } from "../../src/core/cost/training-memory.ts";

/** Parameters and embeddings in billions, layers, width, feed-forward, vocabulary; from each config.json. */
const shape = (
	[parameters, embeddings]: [number, number],
	[layers, hidden, feedForward, vocabulary]: [number, number, number, number],
	isGated = true,
): ModelShape => ({ parameters, embeddings, layers, hidden, feedForward, vocabulary, isGated });

const shapes: Record<string, ModelShape> = {
	"phi-1.5": shape([1.418, 0.21], [24, 2048, 8192, 51_200], false),
	"StableLM-Alpha-3B": shape([3.638, 0.415], [16, 4096, 16_384, 50_688], false),
	"Llama-2-7B": shape([6.738, 0.262], [32, 4096, 11_008, 32_000]),
	"Llama-2-13B": shape([13.016, 0.328], [40, 5120, 13_824, 32_000]),
	"Llama-3.1-8B": shape([8.03, 1.05], [32, 4096, 14_336, 128_256]),
	"Llama-3.1-70B": shape([70.6, 2.1], [80, 8192, 28_672, 128_256]),
	"Llama-3.1-405B": shape([405.9, 4.2], [126, 16_384, 53_248, 128_256]),
	"Llama-3.2-3B": shape([3.213, 0.394], [28, 3072, 8192, 128_256]),
};

export interface Point {
	what: string;
	measured: number;
	estimate: { low: number; usual: number; high: number };
	isWithin: boolean;
}

const gigabyte = 2 ** 30 / 1e9;

/** Points that were measured, with a known model, length and batch. The others are minimums and estimates of vendors. */
export function readPoints(): { points: Point[]; others: number } {
	const text = readFileSync(new URL("memory-points.csv", import.meta.url), "utf8");
	const rows: Record<string, string>[] = parse(text, { columns: true });
	const points = rows.flatMap((row) => pointOf(row) ?? []);
	return { points, others: rows.length - points.length };
}

function pointOf(row: Record<string, string>): Point | undefined {
	const known = shapes[row.model ?? ""];
	if (!known || row.kind !== "measured" || !row.seq_len || !row.micro_batch) return undefined;
	const gpus = Number(row.gpus);
	const measured = Number(row.peak_mem_gb_per_gpu) * (row.mem_unit === "GiB" ? gigabyte : 1);
	const estimate = memoryOf(known, setupOf(row, gpus));
	const { model, method, quant, seq_len, micro_batch } = row;
	return {
		what: `${model} ${method} ${quant}, ${micro_batch} × ${seq_len} tokens, ${row.gpu}`,
		measured,
		estimate,
		isWithin: measured >= estimate.low && measured <= estimate.high,
	};
}

/** What the notes of a row say of the run. */
function setupOf(row: Record<string, string>, gpus: number): Setup {
	const note = row.optimizer_note ?? "";
	const isLitgpt = row.source?.includes("litgpt");
	const isTorchtune = row.source?.includes("torchtune");
	const isPlain = note.includes("plain cross entropy");
	const adapter = adapterOf(note, isLitgpt);
	const state = backwardState(note);
	return {
		// What the column holds.
		method: row.method as Method,
		tokens: Number(row.seq_len) * Number(row.micro_batch),
		isCheckpointed: row.grad_checkpoint === "yes",
		isCompiled: Boolean(isTorchtune) && !isPlain,
		logits: isLitgpt || isPlain ? 10 : isTorchtune ? 0.25 : 16,
		isDoubleQuantized: row.quant === "nf4-dq",
		gpus,
		...(row.method !== "full" && adapter !== undefined && { trained: adapter }),
		...(state !== undefined && { state }),
	};
}

/** Billion parameters of an adapter. */
function adapterOf(note: string, isLitgpt = false): number | undefined {
	if (isLitgpt) return 0.003;
	if (note.startsWith("r=32")) return 0.00918;
	return note.startsWith("r=64") ? 0.0184 : undefined;
}

/** With the optimizer in the backward pass no gradients are kept: 8-bit states, which may be paged out. */
function backwardState(note: string): number | undefined {
	if (!/optimizer.in.backward/.test(note)) return undefined;
	return note.includes("paged") ? 0 : 2;
}
