/** Runs as a table, without columns that say nothing. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { RunSummary } from "../../core/evals/judgment.ts";
import { formatMean, formatRange, formatScore } from "./figures.ts";

const none = "–";

const columns: { name: string; align: string; cell: (run: RunSummary, name: string) => string }[] =
	[
		{
			name: "Version",
			align: "--:",
			cell: ({ version }) => (version === undefined ? none : String(version)),
		},
		{ name: "Run", align: "---", cell: (_, name) => name },
		{ name: "When", align: "---", cell: ({ when }) => when?.slice(0, 10) ?? none },
		{ name: "Tests", align: "--:", cell: ({ tests }) => formatNumber(tests) },
		{
			name: "Passed",
			align: "--:",
			cell: ({ passes }) => (passes === undefined ? none : formatNumber(passes)),
		},
		{
			name: "Rate",
			align: "--:",
			cell: ({ rate }) => (rate === undefined ? none : formatMean(rate, { by: "passes" })),
		},
		{
			name: "95% interval",
			align: "--:",
			cell: ({ low, high }) =>
				low === undefined || high === undefined
					? none
					: formatRange({ low, high }, { by: "passes" }),
		},
		{
			name: "Score",
			align: "--:",
			// A score that is the rate again is said once.
			cell: ({ score, rate }) =>
				score === undefined || (rate !== undefined && Math.abs(score - rate) < 0.0005)
					? none
					: formatScore(score),
		},
		{ name: "Errors", align: "--:", cell: ({ errors }) => formatNumber(errors) },
	];

interface RunTable {
	header: string[];
	align: string[];
	rows: string[][];
}

export function tableOfRuns(runs: readonly RunSummary[], names: readonly string[]): RunTable {
	const cells = columns.map(({ cell }) => runs.map((run, place) => cell(run, names[place] ?? "")));
	const shown = columns.flatMap((column, at) =>
		cells[at]?.every((one) => one === none) ? [] : [{ column, cells: cells[at] as string[] }],
	);
	return {
		header: shown.map(({ column }) => column.name),
		align: shown.map(({ column }) => column.align),
		rows: runs.map((_, place) => shown.map((one) => one.cells[place] as string)),
	};
}
