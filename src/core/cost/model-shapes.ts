/** Shapes of open models: what memory and speed of a model follow from. */
export interface ModelShape {
	/** Billion parameters. */
	parameters: number;
	/** Those of the embeddings and the head, which quantization leaves at 16 bits. */
	embeddings: number;
	layers: number;
	/** Width of a token, and of the feed-forward part. */
	hidden: number;
	feedForward: number;
	vocabulary: number;
	/** Whether the feed-forward part has a gate: three matrices, not two. */
	isGated: boolean;
}

const gated = (
	parameters: number,
	[embeddings, layers, hidden, feedForward, vocabulary]: [number, number, number, number, number],
): ModelShape => ({
	...{ parameters, embeddings, layers, hidden, feedForward, vocabulary },
	isGated: true,
});

/** By size in billions. Source: config.json of Llama-3.2-3B, Llama-3.1-8B, Qwen3-14B, Qwen3-32B and Llama-3.1-70B. */
const modelShapes: readonly ModelShape[] = [
	gated(3.2, [0.39, 28, 3072, 8192, 128_256]),
	gated(8, [1.05, 32, 4096, 14_336, 128_256]),
	gated(14.8, [1.56, 40, 5120, 17_408, 151_936]),
	gated(32.8, [1.56, 64, 5120, 25_600, 151_936]),
	gated(70.6, [2.1, 80, 8192, 28_672, 128_256]),
];

/** The shape of the next larger model: it is the safer guess. */
export const shapeOf = (parameters: number): ModelShape => {
	const near =
		modelShapes.find((shape) => shape.parameters >= parameters * 0.9) ??
		(modelShapes.at(-1) as ModelShape);
	return { ...near, parameters };
};
