import type { CostComparison } from "./compare-costs.ts";
import { shapeOf } from "./model-shapes.ts";
import type { Gpu } from "./prices.ts";
import type { Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { type Method, memoryOf, methods } from "./training-memory.ts";

/** What `cost` compares: the ways, and what it takes to train on one's own GPU. */
export interface WholeComparison extends CostComparison {
	memory: Memory[];
}

/** Memory to train the model on one's own GPUs. */
export interface Memory {
	method: Method;
	/** GB, and the smallest GPUs that one run fits on. */
	gigabytes: Range;
	fits: string[];
}

/** Rows of 2,048 tokens, two at a time, activations recomputed: what a first run on one GPU looks like. */
const firstRun = { tokens: 2 * 2048, isCheckpointed: true } as const;

export function memoryTable({ size }: Quantities, gpus: readonly Gpu[]): Memory[] {
	const shape = shapeOf(size.value.usual);
	return methods.map((method) => {
		const gigabytes = memoryOf(shape, { ...firstRun, method, isDoubleQuantized: true });
		const large = gpus.filter(({ memory }) => memory >= gigabytes.high);
		const least = Math.min(...large.map(({ memory }) => memory));
		const fits = large.filter(({ memory }) => memory === least).map(({ gpu }) => gpu);
		return { method, gigabytes, fits };
	});
}
