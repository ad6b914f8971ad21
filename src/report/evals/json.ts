/** What eval runs show, for programs. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { Comparison, EvalJudgment, RunSummary } from "../../core/evals/judgment.ts";
import { json } from "../json.ts";
import { sayState } from "./sentences.ts";

/** Ten thousandths are more than any number of tests tells. */
const round = (value: number | undefined): number | null =>
	value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(4));

/** Passes in points, scores as they are. */
const points = (value: number | undefined, { measure }: EvalJudgment): number | null =>
	value === undefined ? null : Number((value * (measure?.by === "score" ? 1 : 100)).toFixed(2));

export const evalsJson = (judgment: EvalJudgment, facts: readonly MeasuredFact[]): string => {
	const { gap, failures, measure } = judgment;
	return json({
		schemaVersion: 1,
		state: judgment.state,
		why: judgment.why,
		headline: sayState(judgment),
		common: judgment.common,
		moreTests: judgment.moreTests ?? null,
		measure: measure ? { by: measure.by, metric: measure.metric } : null,
		target: judgment.target ?? null,
		gap: gap
			? {
					points: points(gap.points, judgment),
					low: points(gap.low, judgment),
					high: points(gap.high, judgment),
				}
			: null,
		best: judgment.best === undefined ? null : judgment.best + 1,
		optimism: points(judgment.optimism, judgment),
		mostGain: points(judgment.mostGain, judgment),
		smallestGain: points(judgment.smallestGain, judgment),
		fewestTests: judgment.fewestTests,
		isDated: judgment.isDated,
		runs: judgment.runs.map(plainRun),
		versions: judgment.versions.map(({ runs, mean, interval }) => ({
			runs: runs.map((place) => judgment.runs[place]?.id),
			mean: round(mean),
			low: round(interval?.low),
			high: round(interval?.high),
		})),
		comparisons: judgment.comparisons.map((one) => ({
			...plainComparison(one, judgment),
			first: one.first + 1,
			second: one.second + 1,
		})),
		pairs: judgment.pairs.map((one) => ({
			...plainComparison(one, judgment),
			first: judgment.runs[one.first]?.id,
			second: judgment.runs[one.second]?.id,
		})),
		repeats: judgment.repeats,
		comparable: judgment.comparable.map((place) => judgment.runs[place]?.id),
		failures: {
			tests: failures.tests,
			of: failures.of,
			groups: failures.groups,
			confusions: failures.confusions,
			cheapest: failures.cheapest.map(({ reason = null, ...one }) => ({ ...one, reason })),
		},
		facts: Object.fromEntries(facts.map(({ fact, values }) => [fact, values.join(",")])),
	});
};

const plainRun = (run: RunSummary) => ({
	id: run.id,
	file: run.file,
	label: run.label,
	format: run.format,
	version: run.version ?? null,
	when: run.when ?? null,
	model: run.model ?? null,
	tests: run.tests,
	rows: run.rows,
	scored: run.scored,
	errors: run.errors,
	passes: run.passes ?? null,
	rate: round(run.rate),
	low: round(run.low),
	high: round(run.high),
	score: round(run.score),
	metric: run.metric,
	threshold: run.threshold ?? null,
	metrics: run.metrics.map(({ name, mean, n }) => ({ name, mean: round(mean), n })),
	notes: run.notes,
});

const plainComparison = (one: Comparison, judgment: EvalJudgment) => ({
	tests: one.tests,
	both: one.both,
	lost: one.lost,
	won: one.won,
	neither: one.neither,
	p: round(one.p),
	adjusted: round(one.adjusted),
	difference: points(one.difference, judgment),
	low: points(one.interval.low, judgment),
	high: points(one.interval.high, judgment),
});
