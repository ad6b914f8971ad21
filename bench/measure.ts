/** CPU time in milliseconds, threads of the collector and compiler included: medians of rounds. A busy machine disturbs it least. */

export const medianOf = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export interface Timing {
	/** The median round, and the quickest. */
	median: number;
	least: number;
}

export const cpuTime = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

/** Each round runs `times` times; a first round warms up and does not count. */
export function time(work: () => unknown, { rounds = 15, times = 1 } = {}): Timing {
	const values: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const start = cpuTime();
		for (let run = 0; run < times; run += 1) work();
		if (round > 0) values.push((cpuTime() - start) / times);
	}
	return { median: medianOf(values), least: Math.min(...values) };
}

/** `50 us`, `1.25 ms`, `3.1 s`. */
export function formatTime(milliseconds: number): string {
	if (milliseconds < 0.9) return `${Number((milliseconds * 1000).toPrecision(3))} us`;
	if (milliseconds < 900) return `${Number(milliseconds.toPrecision(3))} ms`;
	return `${Number((milliseconds / 1000).toPrecision(3))} s`;
}
