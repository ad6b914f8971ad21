import { atLeast, over, roundUp, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * n, copies of the model: peak requests a second divided by what one copy serves, rounded up, at least one.
 * Calls come in the hours that the GPUs are on.
 * Source: arithmetic; the peak is an assumption (2 to 3 times the average).
 */
export const replicas = formula({
	symbol: "n",
	says: "copies of the model for the busiest time",
	unit: "copies",
	source: "arithmetic",
	inputs: {
		calls: { symbol: "R", says: "calls a month", unit: "calls per month", moves: "up" },
		peak: { symbol: "k", says: "busiest time against the average", unit: "times", moves: "up" },
		capacity: {
			symbol: "v",
			says: "calls that one copy serves",
			unit: "calls per second",
			moves: "down",
		},
		hours: { symbol: "t", says: "hours switched on", unit: "hours per month", moves: "down" },
	},
	is: atLeast(1, roundUp(over(times("calls", "peak"), times("capacity", "hours", 3600)))),
});

/**
 * g, GPUs that hold one copy: 2 bytes for each parameter, in 90% of the memory.
 * Source: vLLM's default of gpu_memory_utilization, 0.9.
 */
export const gpusPerReplica = formula({
	symbol: "g",
	says: "GPUs that hold one copy",
	unit: "GPUs",
	source: "2 bytes for each parameter; vLLM uses 90% of the memory",
	inputs: {
		parameters: { symbol: "N", says: "size of the model", unit: "billion parameters", moves: "up" },
		memory: { symbol: "m", says: "memory of a GPU", unit: "GB", moves: "down" },
	},
	is: atLeast(1, roundUp(over(times(2, "parameters"), times(0.9, "memory")))),
});
