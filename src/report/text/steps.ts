/** What to do next: the first steps in full, the rest by title. */
import type { Decision } from "../../core/decision/decision.ts";
import { phases } from "../../core/decision/steps.ts";
import { capital } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

type DecidedStep = Decision["steps"][number];

const mostInFull = 2;

export function stepLines({ steps }: Decision, page: Page): string[] {
	const groups = phases.flatMap((phase) => {
		const lines = steps.flatMap((step, index) =>
			step.when === phase ? linesOf(step, index, page) : [],
		);
		return lines.length > 0 ? [`  ${page.strong(capital(phase))}`, ...lines] : [];
	});
	return section(page, "What to do", groups);
}

function linesOf(
	{ id, title, effort, why, do: todo, stop }: DecidedStep,
	index: number,
	page: Page,
) {
	const { strong, faint, symbols } = page;
	const mark = `${String(index + 1).padStart(3)} `;
	if (index >= mostInFull) return paragraph(page, `${title} ${faint(`[${id}]`)}`, mark);
	return [
		...paragraph(page, `${strong(title)} ${symbols.between} ${effort}`, mark),
		...paragraph(page, `${why} ${todo}`, "    "),
		...paragraph(page, stop, "    "),
	];
}
