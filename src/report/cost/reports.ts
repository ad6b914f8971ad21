/** A cost comparison in each format. */
import type { WholeComparison } from "../../core/cost/memory-table.ts";
import type { Style } from "../style.ts";
import { costJson } from "./json.ts";
import { costMarkdown } from "./markdown.ts";
import { costText } from "./text.ts";

type CostReport = (comparison: WholeComparison, style: Style, withFormulas: boolean) => string;

export const costReports = {
	text: costText,
	markdown: (comparison, _, withFormulas) => costMarkdown(comparison, withFormulas),
	json: (comparison, _, withFormulas) => costJson(comparison, withFormulas),
} satisfies Record<string, CostReport>;
