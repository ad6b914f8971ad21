/**
 * Runs what makes an error of every bad line, at which nobody looks: to write down their stacks takes
 * longer than all else that is done for them. With DEBUG those of bugs are wanted.
 */
export function withoutStacks<Value>(run: () => Value): Value {
	if (process.env.DEBUG) return run();
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return run();
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}
