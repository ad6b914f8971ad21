/** What to do: the first steps in short, or all of them in full. */
import type { Decision } from "../../core/decision/decision.ts";
import { phases } from "../../core/decision/steps.ts";
import { saySaving } from "../cost/saving.ts";
import { capital } from "../words.ts";
import { type Page, paragraph, section } from "./page.ts";

type DecidedStep = Decision["steps"][number];

const mostInShort = 3;

/** @param room lines for a step below its title; a step that needs more says only how it starts */
export function stepLines({ steps, state, cost }: Decision, page: Page, room: number): string[] {
	const shown = steps.slice(0, mostInShort);
	// Who is told to fine-tune sees where that comes.
	const pilot = state === "tune" ? steps.findIndex(({ measure }) => measure === "pilot") : -1;
	const further = pilot >= mostInShort ? [pilot] : [];
	const count = shown.length + further.length;
	const title =
		steps.length > count ? `What to do (${count} of ${steps.length} steps)` : "What to do";
	const head = ({ title, effort }: DecidedStep, index: number) =>
		paragraph(page, `${page.strong(title)} ${page.symbols.between} ${effort}`, markOf(index));
	return section(page, title, [
		...shown.flatMap((step, index) => [
			...head(step, index),
			...detailLines(step, page, room),
			...savingLines(step, cost, page),
		]),
		...further.flatMap((index) => head(steps[index] as DecidedStep, index)),
	]);
}

/** How it starts and when to stop; where both take too much room, how it starts, or whatever is shorter. */
function detailLines(
	{ do: todo, stop }: Pick<DecidedStep, "do" | "stop">,
	page: Page,
	room: number,
): string[] {
	const [start] = sentencesOf(todo);
	const stops = sentencesOf(stop);
	const end = stops.find((sentence) => sentence.startsWith("Stop")) ?? stops[0];
	const both = paragraph(page, `${start} ${end}`, indent);
	if (both.length <= room) return both;
	const [starts, ends] = [start, end].map((says) => paragraph(page, `${says}`, indent)) as [
		string[],
		string[],
	];
	return starts.length <= room || starts.length <= ends.length ? starts : ends;
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
