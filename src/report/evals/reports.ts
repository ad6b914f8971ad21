/** What each of the formats of `inspect evals` prints. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import { oneLine } from "../../core/harmless.ts";
import { mapStrings } from "../clean.ts";
import type { Style } from "../style.ts";
import type { EvalsFormat } from "./formats.ts";
import { evalsHtml } from "./html.ts";
import { evalsJson } from "./json.ts";
import { evalsMarkdown } from "./markdown.ts";
import { evalsText } from "./text.ts";

const table = { text: evalsText, markdown: evalsMarkdown, html: evalsHtml } satisfies Record<
	Exclude<EvalsFormat, "json">,
	(judgment: EvalJudgment, facts: readonly MeasuredFact[], style: Style) => string
>;

export function formatEvals(
	format: EvalsFormat,
	judgment: EvalJudgment,
	facts: readonly MeasuredFact[],
	style: Style,
): string {
	if (format === "json") return evalsJson(judgment, facts);
	return table[format](mapStrings(judgment, oneLine), mapStrings(facts, oneLine), style);
}
