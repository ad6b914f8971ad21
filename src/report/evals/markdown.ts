/** What eval runs show, as a part of a design document. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { shortNames } from "./figures.ts";
import { sayCheapest, sayFailures } from "./mistakes.ts";
import { tableOfRuns } from "./run-cells.ts";
import { sayComparisons, sayGap, sayNotes, sayState } from "./sentences.ts";

export function evalsMarkdown(judgment: EvalJudgment, facts: readonly MeasuredFact[]): string {
	const { runs } = judgment;
	const { header, align, rows } = tableOfRuns(runs, shortNames(judgment).map(escapeMarkdown));
	const gap = sayGap(judgment);
	const list = (title: string, items: readonly string[]) =>
		items.length > 0 ? [`### ${title}`, bullets(items.map(escapeMarkdown))] : [];
	return [
		"## Eval results",
		`**${escapeMarkdown(sayState(judgment))}**`,
		...(gap ? [escapeMarkdown(gap)] : []),
		markdownTable(header, rows, align),
		...list("The last versions", sayComparisons(judgment)),
		...list("What fails", sayFailures(judgment)),
		...list("Read these first", sayCheapest(judgment)),
		...list("Notes", sayNotes(judgment)),
		...list(
			"Facts",
			facts.map(({ fact, values, why }) => `${fact}: ${values.join(" or ")} (${why})`),
		),
	].join("\n\n");
}
