/** What each of the formats of `inspect evals` prints. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import type { Style } from "../style.ts";
import type { EvalsFormat } from "./formats.ts";
import { evalsJson } from "./json.ts";
import { evalsMarkdown } from "./markdown.ts";
import { evalsText } from "./text.ts";

const table = { text: evalsText, markdown: evalsMarkdown, json: evalsJson } satisfies Record<
	EvalsFormat,
	(judgment: EvalJudgment, facts: readonly MeasuredFact[], style: Style) => string
>;

export const formatEvals = (
	format: EvalsFormat,
	judgment: EvalJudgment,
	facts: readonly MeasuredFact[],
	style: Style,
): string => table[format](judgment, facts, style);
