/** What is said of a list of judgements. */
import type { PublishedCase } from "../../src/core/cases/case-file.ts";

/** One case, judged once. */
export interface Judged {
	of: Pick<PublishedCase, "id" | "kind" | "difficulty" | "outcome">;
	right: boolean;
	/** How likely the judge said that it is right; a rule of thumb does not say. */
	confidence?: number;
}

export const sureFrom = 0.7;

export const mean = (numbers: readonly number[]): number | undefined =>
	numbers.length === 0
		? undefined
		: numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The share that is right. */
export const agreement = (judged: readonly Judged[]): number | undefined =>
	mean(judged.map(({ right }) => Number(right)));

/** The mean squared distance of the confidence from what came; less is better, 0.25 is a coin. */
export function brier(judged: readonly Judged[]): number | undefined {
	const said = judged.filter(({ confidence }) => confidence !== undefined);
	return mean(said.map(({ right, confidence = 0 }) => (confidence - Number(right)) ** 2));
}

export const isSure = ({ confidence = 0 }: Judged): boolean => confidence >= sureFrom;

export interface Bin {
	from: number;
	to: number;
	share: number;
	confidence: number | undefined;
	agreement: number | undefined;
}

const edges = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Confidence in tenths, beside the agreement that it met; the last bin includes 1. */
export function reliability(judged: readonly Judged[]): Bin[] {
	return edges.slice(0, -1).map((from, bin) => {
		const to = edges[bin + 1] as number;
		const inside = judged.filter(
			({ confidence = 0 }) => confidence >= from && (confidence < to || to === 1),
		);
		return {
			from,
			to,
			share: judged.length === 0 ? 0 : inside.length / judged.length,
			confidence: mean(inside.map(({ confidence = 0 }) => confidence)),
			agreement: agreement(inside),
		};
	});
}

/** Half the range in which 95 of 100 such figures would lie, were the cases drawn again. */
export const spreadOf = (share: number, cases: number): number =>
	1.96 * Math.sqrt((share * (1 - share)) / Math.max(1, cases));
