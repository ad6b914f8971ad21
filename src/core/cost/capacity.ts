import { over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * v, calls per second that one copy serves: 2 floating point operations for each parameter and token.
 * Source: TensorRT-LLM, vLLM and SGLang benchmarks; at 1,000 tokens in and 200 out, one H100 serves an 8B
 * model at 10 calls a second with vLLM's defaults, 21 tuned (FP8), 41 offline at best.
 */
export const capacity = formula({
	symbol: "v",
	says: "calls that one copy serves",
	unit: "calls per second",
	source: "2 × parameters × tokens; utilization from TensorRT-LLM, vLLM and SGLang benchmarks",
	inputs: {
		utilization: {
			symbol: "U",
			says: "share of the peak speed that serving reaches",
			unit: "0 to 1",
			moves: "up",
		},
		speed: { symbol: "f", says: "peak speed of a GPU", unit: "TFLOPS (bf16)", moves: "up" },
		accelerators: { symbol: "g", says: "GPUs per copy", unit: "GPUs", moves: "up" },
		parameters: {
			symbol: "N",
			says: "size of the model",
			unit: "billion parameters",
			moves: "down",
		},
		input: { symbol: "P'", says: "prompt after fine-tuning", unit: "tokens", moves: "down" },
		output: { symbol: "O", says: "answer", unit: "tokens", moves: "down" },
	},
	is: over(
		times("utilization", "speed", "accelerators", 1000),
		times(2, "parameters", plus("input", "output")),
	),
});
