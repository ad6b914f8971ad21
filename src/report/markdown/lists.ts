/** Gates, steps and cases as lists of a document. */
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { saySaving } from "../cost/saving.ts";
import { pickReasons } from "../pick-reasons.ts";
import { sayAdvice } from "../sentences.ts";
import { capital, gateWords, sideNames } from "../words.ts";
import { bullets, escapeMarkdown, linkTarget, markdownTable } from "./escape.ts";
import { type Cite, gateSources, grounds } from "./sources.ts";

/** A list as one block, or none. */
export const list = (items: string[]): string[] => (items.length > 0 ? [bullets(items)] : []);

/** What stands in the way first; each reason names its row of the lecture's table and its sources. */
export function reasonItems(
	decision: Decision,
	rules: RuleSet,
	{ citeIn, mostBlocking }: { citeIn?: Cite; mostBlocking?: number } = {},
): string[] {
	const { speaking, against, blocking } = pickReasons(decision, mostBlocking);
	const say = ({ because, row, sources }: Decision["reasons"][number]) =>
		`${escapeMarkdown(because)}${citeIn ? ` ${grounds(rowOf(rules, row), citeIn(sources))}` : ""}`;
	return [
		...blocking.slice(0, mostBlocking).map(({ id, because }) => {
			const from = citeIn?.(gateSources(rules, id));
			return `**Not yet:** ${escapeMarkdown(because)}${from ? ` (${from})` : ""}`;
		}),
		...speaking.map(say),
		...(speaking.length > 0 ? [] : sayAdvice(decision, rules)).map(({ says }) =>
			escapeMarkdown(says),
		),
		...(against ? [`**Against it:** ${say(against)}`] : []),
	];
}

const rowOf = ({ lecture }: RuleSet, row: string): string =>
	escapeMarkdown(lecture.table[row]?.aspect ?? row);

/** One of what stands in the way: a table beside them names them all. */
export const firstReasons = (decision: Decision, rules: RuleSet, most: number): string[] =>
	list(reasonItems(decision, rules, { mostBlocking: 1 }).slice(0, most));

export const countDone = ({ gates }: Decision): string =>
	`${gates.filter(({ state }) => state === "open").length} of ${gates.length} done`;

export const gateList = ({ gates }: Decision, rules: RuleSet, citeIn: Cite): string[] =>
	list(
		gates.map(({ id, asks, state, because, opens }) => {
			const todo = state === "open" ? "" : ` **To do:** ${escapeMarkdown(opens)}`;
			const sources = citeIn(gateSources(rules, id));
			return `[${state === "open" ? "x" : " "}] **${escapeMarkdown(asks)}** ${escapeMarkdown(because)}${todo}${sources && ` (${sources})`}`;
		}),
	);

export const gateTable = ({ gates }: Decision): string =>
	markdownTable(
		["Needed before fine-tuning", "State"],
		gates.map(({ asks, state }) => [escapeMarkdown(asks), gateWords[state]]),
	);

/** Numbered through, with when to do each: separate lists would each begin at 1. */
export function stepList({ steps, cost }: Decision, citeIn: Cite): string[] {
	const items = steps.map((step, index) => {
		const { when, title, effort, why, do: todo, stop, sources } = step;
		const from = citeIn(sources);
		const number = `${index + 1}. `;
		const parts = [why, todo, `${stop}${from && ` (${from})`}`, saySaving(step, cost) ?? []].flat();
		const below = parts.map((part) => `${" ".repeat(number.length)}- ${escapeMarkdown(part)}`);
		return [
			`${number}**${escapeMarkdown(title)}** (${when}, ${escapeMarkdown(effort)})`,
			...below,
		].join("\n");
	});
	return items.length > 0 ? [items.join("\n")] : [];
}

/** The first few, a line each. */
export const firstSteps = ({ steps, cost }: Decision, most: number): string[] =>
	steps.length === 0
		? []
		: [
				steps
					.slice(0, most)
					.map(
						({ title, effort, stop, saving }, index) =>
							`${index + 1}. **${escapeMarkdown(title)}** (${escapeMarkdown(effort)}). ${escapeMarkdown([stop, saySaving({ saving }, cost) ?? []].flat().join(" "))}`,
					)
					.join("\n"),
			];

/** Who did it, when, where to read it, what came of it, and why it is like this project. */
export const caseList = ({ cases }: Decision): string[] =>
	list(
		cases.map(({ title, who, year, url, outcome, why }) => {
			const target = linkTarget(url);
			const name = target ? `[${escapeMarkdown(title)}](${target})` : escapeMarkdown(title);
			return `${name}, ${escapeMarkdown(who)}, ${year}. ${capital(sideNames[outcome])}. ${escapeMarkdown(why)}`;
		}),
	);
