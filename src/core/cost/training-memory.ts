import { over, plus, times } from "./expression.ts";
import { apply, formula, type Values } from "./formula.ts";
import type { ModelShape } from "./model-shapes.ts";
import { exactly, type Range } from "./range.ts";

export const methods = ["full", "lora", "qlora"] as const;
export type Method = (typeof methods)[number];

/** How a training run is set up; what is left out is as a careful run does it. */
export interface Setup {
	method: Method;
	/** Rows of a micro-batch times their padded length. */
	tokens: number;
	/** Recomputes activations instead of keeping them. */
	isCheckpointed: boolean;
	isCompiled?: boolean;
	/** Bytes for each token and word of the vocabulary: 16 Hugging Face, 10 litgpt, 0.25 in chunks. */
	logits?: number;
	/** Billion parameters that are trained; of an adapter, r × (d_in + d_out) over all matrices. */
	trained?: number;
	/** Bytes for each parameter that is trained. */
	state?: number;
	/** GPUs that share the weights and the optimizer; each has its own micro-batch. */
	gpus?: number;
	/** Quantizes the constants of the quantization as well. */
	isDoubleQuantized?: boolean;
}

/** What a trained parameter takes besides its weight: gradient and AdamW, in bf16, with a master copy in fp32, or of an adapter. */
const stateBytes = { bf16: 6, master: 14, adapter: 16 } as const;
const nf4 = { plain: 0.5625, double: 0.516 } as const;
const bf16 = 2;
/** Dequantized buffers of bitsandbytes, for each parameter, where nothing is recomputed. */
const dequantized = 0.25;
/** What torch.compile leaves of the activations. */
const compiled = 0.67;

/**
 * GB on a GPU that trains: weights, gradients and optimizer of what is trained, activations, logits.
 * Source: 26 measured points of litgpt, torchtune and PEFT (memory-points.csv); median error 4%.
 */
export const trainingMemory = formula({
	symbol: "G",
	says: "memory of a training run",
	unit: "GB",
	source: "measured runs of litgpt, torchtune and PEFT",
	inputs: {
		body: { symbol: "N − N_emb", says: "parameters", unit: "billion", moves: "up" },
		weight: { symbol: "b", says: "bytes of a parameter", unit: "bytes", moves: "up" },
		embeddings: { symbol: "N_emb", says: "embeddings and head", unit: "billion", moves: "up" },
		trained: { symbol: "A", says: "parameters that are trained", unit: "billion", moves: "up" },
		state: { symbol: "s", says: "gradient and optimizer", unit: "bytes", moves: "up" },
		gpus: { symbol: "g", says: "GPUs that share the weights", unit: "GPUs", moves: "down" },
		tokens: { symbol: "T", says: "tokens in a micro-batch", unit: "tokens", moves: "up" },
		activations: { symbol: "a", says: "activations", unit: "bytes per token", moves: "up" },
		logits: { symbol: "l", says: "logits", unit: "bytes per token", moves: "up" },
	},
	is: plus(
		over(
			plus(times("body", "weight"), times(bf16, "embeddings"), times("trained", "state")),
			"gpus",
		),
		over(times("tokens", plus("activations", "logits")), 1e9),
	),
});

function memoryValues(shape: ModelShape, setup: Setup): Values<keyof typeof trainingMemory.inputs> {
	const { method, tokens, isCheckpointed, logits = 16 } = setup;
	const { parameters, embeddings, vocabulary } = shape;
	const isFull = method === "full";
	const values = {
		body: parameters - embeddings,
		weight: bytesOfWeight(setup),
		embeddings,
		trained: setup.trained ?? (isFull ? parameters : adapterOf(shape)),
		state: setup.state ?? (isFull ? stateBytes.bf16 : stateBytes.adapter),
		gpus: setup.gpus ?? 1,
		tokens,
		activations: activationBytes(shape, { isCheckpointed, isCompiled: setup.isCompiled ?? false }),
		logits: logits * vocabulary,
	};
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, exactly(value)]),
	) as Values<keyof typeof values>;
}

function bytesOfWeight({ method, isCheckpointed, isDoubleQuantized = false }: Setup): number {
	if (method !== "qlora") return bf16;
	return (isDoubleQuantized ? nf4.double : nf4.plain) + (isCheckpointed ? 0 : dequantized);
}

/** Billion parameters of an adapter of rank 16 on every matrix of a layer. */
function adapterOf({ layers, hidden, feedForward, isGated }: ModelShape): number {
	const attention = 4 * (hidden + hidden);
	const feed = (isGated ? 3 : 2) * (hidden + feedForward);
	return (16 * layers * (attention + feed)) / 1e9;
}

/** Bytes that a token leaves in all layers; where they are recomputed, one layer at a time. */
function activationBytes(
	{ layers, hidden, feedForward, isGated }: ModelShape,
	{ isCheckpointed, isCompiled }: { isCheckpointed: boolean; isCompiled: boolean },
): number {
	const whole = isGated ? 22 * hidden + 8 * feedForward : 12 * hidden + 4 * feedForward;
	const layer = whole * (isCompiled ? compiled : 1);
	return isCheckpointed ? 2 * hidden * layers + layer : layer * layers;
}

/** The formula is a few percent off either way; what it leaves out (CUDA context, gathered layers, buffers on the CPU) only adds. */
const memoryBand = { least: 0.9, most: 1.25 } as const;

export function memoryOf(shape: ModelShape, setup: Setup): Range {
	const { usual } = apply(trainingMemory, memoryValues(shape, setup));
	return { low: usual * memoryBand.least, usual, high: usual * memoryBand.most };
}
