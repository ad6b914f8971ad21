/** The top of the text report: what to do, what does not fit together, and how sure it is. */
import type { Decision } from "../../core/decision/decision.ts";
import { sayComputed, sayConfidence } from "../sentences.ts";
import type { Questions } from "../words.ts";
import { type Page, paragraph } from "./page.ts";

export function openingLines(decision: Decision, rules: Questions, page: Page): string[] {
	const { title, headline, summary, verdict } = decision;
	const { strong, side, faint, symbols } = page;
	return [
		...(title === null ? [] : paragraph(page, faint(title), "")),
		...paragraph(page, strong(side[verdict](headline)), ""),
		faint(symbols.rule.repeat(page.width)),
		...contradictionLines(decision, page),
		...paragraph(page, summary, ""),
		...paragraph(page, sayConfidence(decision), ""),
		...leadLines(decision, page),
		...sayComputed(decision, rules).flatMap((says) => paragraph(page, faint(says), "")),
	];
}

/** Above all that rests on these answers. */
function contradictionLines({ contradictions }: Decision, page: Page): string[] {
	if (contradictions.length === 0) return [];
	const { strong, warn, symbols } = page;
	return [
		...paragraph(page, strong("These answers may not fit together:"), ""),
		...contradictions.flatMap(({ says }) => paragraph(page, says, `${warn(symbols.warn)} `)),
	];
}

/** The headline of improving prompts names the first step itself. */
function leadLines({ state, steps: [lead] }: Decision, page: Page): string[] {
	if (!lead || state === "prompts") return [];
	return paragraph(page, `${page.strong("First:")} ${lead.title} (${lead.effort}).`, "");
}

/** What the provider's state means: before the reasons where something is to be trained, else after the steps. */
/** @param left how many more there are in the full report */
export function noticeLines(notices: Decision["notices"], page: Page, left: number): string[] {
	const mark = `${page.warn(page.symbols.warn)} `;
	const more = left === 0 ? "" : ` ${page.faint(`(${left} more: --full)`)}`;
	return notices.flatMap(({ says }, index) => [
		...(index === 0 ? [""] : []),
		...paragraph(page, index === notices.length - 1 ? says + more : says, mark),
	]);
}
