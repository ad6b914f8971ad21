/** What eval runs show, as a part of a design document. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment, RunSummary } from "../../core/evals/judgment.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { formatMean, formatRange, formatScore, shortNames } from "./figures.ts";
import { sayComparison, sayFailures, sayGap, sayNotes, sayState } from "./sentences.ts";

const head = [
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
const alignment = ["--:", "---", "---", "--:", "--:", "--:", "--:", "--:", "--:"];

export function evalsMarkdown(judgment: EvalJudgment, facts: readonly MeasuredFact[]): string {
	const names = shortNames(judgment);
	const gap = sayGap(judgment);
	const list = (title: string, items: readonly string[]) =>
		items.length > 0 ? [`### ${title}`, bullets(items.map(escapeMarkdown))] : [];
	return [
		"## Eval results",
		`**${escapeMarkdown(sayState(judgment))}**`,
		...(gap ? [escapeMarkdown(gap)] : []),
		markdownTable(
			head,
			judgment.runs.map((run, place) => rowOf(run, names[place] ?? "")),
			alignment,
		),
		...list(
			"The last versions",
			judgment.comparisons.map((one) =>
				sayComparison(one, judgment, [`version ${one.first + 1}`, `Version ${one.second + 1}`]),
			),
		),
		...list("What fails", sayFailures(judgment)),
		...list(
			"Read these first",
			judgment.state === "not-comparable" ? [] : judgment.failures.cheapest.map(({ name }) => name),
		),
		...list("Notes", sayNotes(judgment)),
		...list(
			"Facts",
			facts.map(({ fact, values, why }) => `${fact}: ${values.join(" or ")} (${why})`),
		),
	].join("\n\n");
}

const rowOf = (run: RunSummary, name: string): string[] => [
	run.version === undefined ? "–" : String(run.version),
	escapeMarkdown(name),
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
