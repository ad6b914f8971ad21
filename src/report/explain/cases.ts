/** The published cases as a list: one line each, and how many there are. */
import type { PublishedCase } from "../../core/cases/case-file.ts";
import { workFact } from "../../core/cases/case-weights.ts";
import type { Side } from "../../core/side.ts";
import type { Style } from "../style.ts";
import { columnsOf, cutAt, fold } from "../text/columns.ts";
import { pad } from "../text/page.ts";
import { count, sideNames, sideWords } from "../words.ts";
import type { Section } from "./explain.ts";

/** What a list is narrowed down to; what is left out takes in everything. */
export interface CaseFilter {
	work?: string;
	outcome?: Side;
}

/** The cases that pass, by outcome, the newest first. */
export const filterCases = (
	cases: readonly PublishedCase[],
	{ work, outcome }: CaseFilter,
): PublishedCase[] =>
	cases
		.filter((one) => !outcome || outcome === one.outcome)
		.filter(({ facts }) => !work || facts[workFact] === work)
		.sort(
			(a, b) =>
				sideNames[a.outcome].localeCompare(sideNames[b.outcome], "en") ||
				b.source.year - a.source.year ||
				(a.id < b.id ? -1 : 1),
		);

/** A case in a line: its outcome, year, who, title and id. What does not fit is cut; `explain` with the id has all of it. */
export function caseLine(
	{ id, title, kind, outcome, source }: PublishedCase,
	style: Style,
): string {
	const start = `${pad(sideWords[outcome], 11)} ${source.year} `;
	const end = ` [${id}]`;
	const room = Math.max(least, style.width - columnsOf(start) - columnsOf(end));
	const line = `${start}${shorten(`${nameOf(source.who, kind)}: ${title}`, room, style)}${end}`;
	return columnsOf(line) > style.width ? fold(line, style.width, 4) : line;
}

/** Where a terminal is too narrow for this, a line becomes two. */
const least = 12;

/** The first of several names, without what stands in brackets; a paper has authors. */
function nameOf(who: string, kind: PublishedCase["kind"]): string {
	const [names = who] = who.split(/ \(|;| with | et al/);
	const [first = names] = names.split(", ");
	return kind === "paper" && first !== who ? `${first} et al.` : first;
}

function shorten(text: string, width: number, { unicode }: Style): string {
	if (columnsOf(text) <= width) return text;
	const mark = unicode ? "…" : "...";
	return cutAt(text, width - columnsOf(mark)).replace(/[\s,:;.]+$/, "") + mark;
}

/** How many of what, and how to go on. */
export function caseCounts(cases: readonly PublishedCase[]): Section {
	const of = (outcome: Side) => cases.filter((one) => one.outcome === outcome).length;
	const industry = cases.filter(({ kind }) => kind === "industry").length;
	const papers = cases.length - industry;
	return {
		title: `${count(cases.length, "published case")}: ${of("fine-tuning")} fine-tuning, ${of("prompt-engineering")} prompt engineering; ${industry} industry, ${count(papers, "paper")}.`,
		lines: [
			...(cases.length > 0 ? ["should-i-finetune explain <id> shows one, with its source."] : []),
			"They were collected, not sampled: the mix of outcomes says nothing about how often each is right.",
		],
	};
}
