/** What eval runs show, as a part of a design document. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { shortNames } from "./figures.ts";
import { cellsOf, columns } from "./run-cells.ts";
import { sayComparisons, sayFailures, sayGap, sayNotes, sayState } from "./sentences.ts";

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
			columns,
			judgment.runs.map((run, place) => cellsOf(run, escapeMarkdown(names[place] ?? ""))),
			alignment,
		),
		...list("The last versions", sayComparisons(judgment)),
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
