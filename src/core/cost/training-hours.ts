import { over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/** Floating point operations for each parameter and token. */
export const flopsPerToken = { full: 6, lora: 4, qlora: 4 } as const;

/**
 * GPU hours of a training run on your own GPUs: tokens × parameters × floating point operations, over what
 * the GPUs do. For a mixture of experts only the active parameters count.
 * Source: measured utilization: 0.5 packed and compiled on A100, 0.25 usual, 0.1 eager with short rows;
 * cost-examples.csv (rented-h100-4b, rented-4090-4b).
 */
export const trainingHours = formula({
	symbol: "T",
	says: "GPU hours of a training run",
	unit: "GPU hours",
	source: "torchtune, litgpt, PEFT and mistral-finetune benchmarks",
	inputs: {
		tokens: { symbol: "D", says: "tokens times epochs", unit: "million tokens", moves: "up" },
		parameters: { symbol: "N", says: "size of the model", unit: "billion parameters", moves: "up" },
		flops: {
			symbol: "a",
			says: "operations for each parameter and token (6 full, 4 LoRA)",
			unit: "operations",
			moves: "up",
		},
		speed: { symbol: "f", says: "peak speed of a GPU", unit: "TFLOPS (bf16)", moves: "down" },
		utilization: {
			symbol: "U",
			says: "share of the peak speed that training reaches",
			unit: "0 to 1",
			moves: "down",
		},
		start: { symbol: "s", says: "hours to start up", unit: "hours", moves: "up" },
	},
	is: plus(
		over(times("tokens", "parameters", "flops", 1000), times("speed", "utilization", 3600)),
		"start",
	),
});
