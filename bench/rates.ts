/** Evaluations per second of CPU time: all candidates in every round, so that a busy machine slows all alike. */
import { cpuTime, medianOf } from "./measure.ts";

export interface Candidate {
	what: string;
	/** Evaluates so many answers, and sums up their results so that none is left out. */
	run(times: number): number | Promise<number>;
}

/** How long a candidate runs in each round, in milliseconds. */
const share = 100;

/** By candidate, by round. */
export async function ratesOf(
	candidates: readonly Candidate[],
	{ rounds = 11 } = {},
): Promise<number[][]> {
	const times: number[] = [];
	for (const candidate of candidates) times.push(await timesOf(candidate));
	const rates = candidates.map((): number[] => []);
	for (let round = 0; round < rounds; round += 1)
		for (const [place, candidate] of candidates.entries()) {
			const count = times[place] as number;
			rates[place]?.push((count / (await timeOf(candidate, count))) * 1000);
		}
	return rates;
}

/** How long a candidate runs alone before the rounds, to be compiled. */
const warmUp = 500;

/** How many evaluations fill a candidate's share of a round. */
async function timesOf(candidate: Candidate): Promise<number> {
	let times = 64;
	while ((await timeOf(candidate, times)) < share) times *= 2;
	for (let spent = 0; spent < warmUp; ) spent += await timeOf(candidate, times);
	return Math.ceil((times * share) / (await timeOf(candidate, times)));
}

async function timeOf({ what, run }: Candidate, times: number): Promise<number> {
	const start = cpuTime();
	const sum = await run(times);
	if (!Number.isFinite(sum)) throw new Error(`${what}: the results do not add up.`);
	return cpuTime() - start;
}

/** The median of one candidate's rates over another's, round by round. */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): number =>
	medianOf(ours.map((rate, round) => rate / (theirs[round] as number)));

/** `15.2 M/s`, `840,000/s`. */
export function formatRate(rate: number): string {
	if (rate >= 999_500) return `${Number((rate / 1e6).toPrecision(3))} M/s`;
	return `${Number(rate.toPrecision(3)).toLocaleString("en")}/s`;
}
