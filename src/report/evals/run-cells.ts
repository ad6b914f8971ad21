/** A run as a row of a table. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { RunSummary } from "../../core/evals/judgment.ts";
import { formatMean, formatRange, formatScore } from "./figures.ts";

export const columns = [
	"Version",
	"Run",
	"When",
	"Tests",
	"Passed",
	"Rate",
	"95% interval",
	"Score",
	"Errors",
];

export const cellsOf = (run: RunSummary, name: string): string[] => [
	run.version === undefined ? "–" : String(run.version),
	name,
	run.when?.slice(0, 10) ?? "–",
	formatNumber(run.tests),
	run.passes === undefined ? "–" : formatNumber(run.passes),
	run.rate === undefined ? "–" : formatMean(run.rate, { by: "passes" }),
	run.low === undefined || run.high === undefined
		? "–"
		: formatRange({ low: run.low, high: run.high }, { by: "passes" }),
	run.score === undefined ? "–" : formatScore(run.score),
	formatNumber(run.errors),
];
