/** The nearest published cases, each with where to read about it. */
import type { Decision } from "../../core/decision/decision.ts";
import { sideNames, sideWords } from "../words.ts";
import { wrapWords } from "./columns.ts";
import { type Page, paragraph, section } from "./page.ts";

const mostInShort = 2;
const mostInFull = 3;

export function caseLines({ cases }: Decision, page: Page): string[] {
	const lines = cases.slice(0, mostInShort).flatMap((near) => {
		const outcome = page.side[near.outcome](sideWords[near.outcome]);
		const says = `${shortWho(near.who)}, ${near.year}: ${outcome} ${page.faint(`[${near.id}]`)}`;
		return [...paragraph(page, says, `  ${page.symbols.bullet} `), ...linkLines(near, page)];
	});
	return section(page, "Similar cases", lines);
}

export function allCaseLines({ cases }: Decision, page: Page): string[] {
	const lines = cases.slice(0, mostInFull).flatMap((near) => {
		const { title, who, year, why, id } = near;
		const outcome = page.side[near.outcome](sideNames[near.outcome]);
		const says = `${title} (${who}, ${year}). Outcome: ${outcome}. ${why} ${page.faint(`[${id}]`)}`;
		return [...paragraph(page, says, `  ${page.symbols.bullet} `), ...linkLines(near, page)];
	});
	return section(page, "Similar cases", lines);
}

/** `Yu and others (Thomson Reuters Labs)`, `Pinterest`: what a company adds in brackets can wait. */
function shortWho(who: string): string {
	const [names = "", ...place] = who.split(/ (?=\()/);
	const [first = "", ...others] = names.split(", ");
	if (others.length === 0) return names;
	return [others.length > 1 ? `${first} and others` : names, ...place].join(" ");
}

/** In one piece, to be copied or clicked, even where it is longer than a line. */
const linkLines = ({ url }: Decision["cases"][number], page: Page): string[] =>
	wrapWords(url, page.width - indent.length).map((line) => indent + page.faint(line));

const indent = "    ";
