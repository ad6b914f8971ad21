/** The sources of a Markdown report: numbers in the text, a list at the end. */
import type { Evidence } from "../../core/rules/rule-file.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { spaced } from "../words.ts";
import { escapeMarkdown, linkTarget } from "./escape.ts";

/** Names sources by their numbers. */
export type Cite = (sources: string[]) => string;

/** What a report can cite, in the order of its numbers: the lecture first, then these, each once. */
export const citable = ({ lecture, evidence }: RuleSet, sources: readonly string[]): string[] =>
	[...new Set([lecture.source, ...sources])].filter((id) => evidence[id]);

/** More would be a reading list. The sources of the strongest reasons come first. */
export const mostSources = 15;

export const gateSources = ({ gates }: RuleSet, id: string): string[] =>
	gates.find((gate) => gate.id === id)?.sources ?? [];

/** `sources 1, 4`. */
export function cite(sources: string[], cited: string[]): string {
	const numbers = sources
		.map((id) => cited.indexOf(id) + 1)
		.filter((number) => number > 0)
		.sort((a, b) => a - b);
	if (numbers.length === 0) return "";
	return `${numbers.length === 1 ? "source" : "sources"} ${numbers.join(", ")}`;
}

/** What a sentence rests on: `(required skills; sources 1, 4)`. */
export const grounds = (...parts: string[]): string => `(${parts.filter(Boolean).join("; ")})`;

export const sourceList = (cited: string[], { evidence }: RuleSet): string =>
	cited.map((id, index) => `${index + 1}. ${describe(evidence[id] as Evidence)}`).join("\n");

function describe(source: Evidence): string {
	const { who, title, year, url, gains, secondary, kind } = source;
	const target = linkTarget(url);
	const name = target
		? `[${escapeMarkdown(title)}](${target})`
		: escapeMarkdown(url === undefined ? title : `${title} (${url})`);
	const notes = [
		`${escapeMarkdown(who)}: ${name}, ${escapeMarkdown(year)} (${spaced(kind)}).`,
		...(kind === "lecture" ? ["A claim with no other source is the lecture's own."] : []),
		...(secondary ? ["Read in a summary."] : []),
		...(gains ? [`**Conflict of interest:** ${escapeMarkdown(gains)}`] : []),
	];
	return notes.join(" ");
}
