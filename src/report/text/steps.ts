/** What to do: the first steps in short, or all of them in full. */
import type { Decision } from "../../core/decision/decision.ts";
import { phases } from "../../core/decision/steps.ts";
import { saySaving } from "../cost/saving.ts";
import { capital } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

type DecidedStep = Decision["steps"][number];

const mostInShort = 3;

/** @param room lines for a step below its title; a step that needs more says only when to stop */
export function stepLines({ steps, cost }: Decision, page: Page, room: number): string[] {
	const shown = steps.slice(0, mostInShort);
	const title =
		steps.length > shown.length
			? `What to do (${shown.length} of ${steps.length} steps)`
			: "What to do";
	return section(
		page,
		title,
		shown.flatMap(({ title, effort, ...step }, index) => [
			...paragraph(page, `${page.strong(title)} ${page.symbols.between} ${effort}`, markOf(index)),
			...detailLines(step, page, room),
			...savingLines(step, cost, page),
		]),
	);
}

/** How it starts and when to stop; where both take too much room, the title has to say how. */
function detailLines(
	{ do: todo, stop }: Pick<DecidedStep, "do" | "stop">,
	page: Page,
	room: number,
): string[] {
	const [start] = sentencesOf(todo);
	const stops = sentencesOf(stop);
	const end = stops.find((sentence) => sentence.startsWith("Stop")) ?? stops[0];
	const both = paragraph(page, `${start} ${end}`, indent);
	return both.length <= room ? both : paragraph(page, `${end}`, indent);
}

/** What it saves in money, where that can be computed. */
const savingLines = (
	step: Pick<DecidedStep, "saving">,
	cost: Decision["cost"],
	page: Page,
): string[] =>
	[saySaving(step, cost) ?? []].flat().flatMap((says) => paragraph(page, says, indent));

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]) +(?=["“(]?[A-Z])/);

export function allStepLines({ steps, cost }: Decision, page: Page): string[] {
	const groups = phases.flatMap((phase) => {
		const lines = steps.flatMap((step, index) => {
			if (step.when !== phase) return [];
			const { why, do: todo, stop } = step;
			const texts = [`${why} ${todo}`, stop];
			return [
				...titleLines(step, index, page),
				...texts.flatMap((says) => paragraph(page, says, indent)),
				...savingLines(step, cost, page),
			];
		});
		return lines.length > 0 ? [`  ${page.strong(capital(phase))}`, ...lines] : [];
	});
	return section(page, "What to do", groups);
}

const indent = "    ";

const markOf = (index: number): string => `${String(index + 1).padStart(3)} `;

const titleLines = ({ id, title, effort }: DecidedStep, index: number, page: Page): string[] => {
	const { strong, faint, symbols } = page;
	const says = `${strong(title)} ${symbols.between} ${effort} ${faint(`[${id}]`)}`;
	return paragraph(page, says, markOf(index));
};
