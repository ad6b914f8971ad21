/** A run as a line: its interval, its mean, and the target. */
import type { RunSummary } from "../../core/evals/judgment.ts";
import type { Page } from "../text/page.ts";

export interface Scale {
	low: number;
	high: number;
}

/** Tenths around all that is drawn; nothing where no run has a rate. */
export function scaleOf(
	runs: readonly RunSummary[],
	target: number | undefined,
): Scale | undefined {
	const ends = runs.flatMap(({ low, high }) =>
		low === undefined || high === undefined ? [] : [low, high],
	);
	if (ends.length === 0) return undefined;
	if (target !== undefined && target <= 1) ends.push(target);
	return {
		low: Math.floor(Math.min(...ends) * 10) / 10,
		high: Math.ceil(Math.max(...ends) * 10) / 10,
	};
}

export function drawRange(
	{ low, high, rate }: RunSummary,
	{ scale, width, target }: { scale: Scale; width: number; target: number | undefined },
	{ symbols, faint, strong }: Page,
): string {
	if (low === undefined || high === undefined || rate === undefined) return "";
	const column = (value: number) =>
		Math.max(
			0,
			Math.min(
				width - 1,
				Math.floor(((value - scale.low) / (scale.high - scale.low || 1)) * width),
			),
		);
	const [start, end, middle] = [column(low), column(high), column(rate)];
	const goal = target === undefined ? -1 : column(target);
	return Array.from({ length: width }, (_, at) => {
		if (at === middle) return strong(symbols.solid);
		if (at === goal) return symbols.axis;
		return at >= start && at <= end ? faint(symbols.light) : " ";
	})
		.join("")
		.trimEnd();
}
