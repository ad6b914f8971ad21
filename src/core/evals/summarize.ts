/** The figures of one run. */
import { wilsonInterval } from "../statistics/wilson.ts";
import type { RunSummary } from "./judgment.ts";
import type { EvalRun } from "./run.ts";
import { hasResult, meanOfKnown, resultsOf } from "./versions.ts";

export function summarize(run: EvalRun, version: number | undefined): RunSummary {
	const { outcomes, file, label } = run;
	const results = [...resultsOf(outcomes).values()];
	const rate = meanOfKnown(results.map(({ passes }) => passes));
	const judged = outcomes.filter(({ pass, error }) => pass !== undefined && error === undefined);
	const tested = results.filter(({ passes }) => passes !== undefined).length;
	return {
		id: label ? `${file} (${label})` : file,
		file,
		label,
		format: run.format,
		when: run.when,
		model: run.model,
		metric: run.metric,
		version,
		tests: new Set(outcomes.map(({ test }) => test)).size,
		rows: outcomes.length,
		scored: outcomes.filter(hasResult).length,
		errors: outcomes.filter(({ error }) => error !== undefined).length,
		passes: rate === undefined ? undefined : judged.filter(({ pass }) => pass).length,
		rate,
		low: undefined,
		high: undefined,
		...(rate !== undefined && wilsonInterval(rate, tested)),
		score: meanOfKnown(results.map(({ score }) => score)),
		metrics: metricsOf(run),
		threshold: run.threshold,
		notes: run.notes,
	};
}

function metricsOf({ outcomes }: EvalRun): RunSummary["metrics"] {
	const values = new Map<string, number[]>();
	for (const { metrics = {} } of outcomes)
		for (const [name, value] of Object.entries(metrics)) {
			const before = values.get(name);
			if (before) before.push(value);
			else values.set(name, [value]);
		}
	return [...values]
		.map(([name, all]) => ({ name, mean: meanOfKnown(all) as number, n: all.length }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}
