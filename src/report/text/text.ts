/** The decision for a terminal: one page, or with `full` everything. */

import type { Decision } from "../../core/decision/decision.ts";
import { oneLine } from "../../core/harmless.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { mapStrings, toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { allCaseLines, caseLines } from "./cases.ts";
import { columnsOf } from "./columns.ts";
import { costLines } from "./cost.ts";
import { gateLines } from "./gates.ts";
import { nextQuestionLines, openEndLines } from "./open-ends.ts";
import { noticeLines, openingLines } from "./opening.ts";
import { type Page, pageOf, paragraph } from "./page.ts";
import { reasonLines } from "./reasons.ts";
import { factsByRow } from "./row-facts.ts";
import { scoreLines } from "./scores.ts";
import { allStepLines, stepLines } from "./steps.ts";
import { rowLines, tableLines } from "./table.ts";

/** Lines that the short report aims at, and those beyond which it says less. */
const pageLength = 54;
const mostLines = 60;
/** Lines for what to do in a step, and notices of providers: from where there is room down to where there is little. */
const squeezes = [
	{ room: 4, notices: 2 },
	{ room: 4, notices: 1 },
	{ room: 3, notices: 1 },
	{ room: 2, notices: 1 },
	{ room: 0, notices: 1 },
];
type Squeeze = (typeof squeezes)[number];

export function text(decision: Decision, rules: RuleSet, style: Style): string {
	const show = (raw: string) => (style.unicode ? oneLine(raw) : toAscii(oneLine(raw)));
	const { questions, lecture, evidence, gates } = rules;
	const parts: Parts = {
		decision: mapStrings(decision, show),
		rules: mapStrings({ questions, lecture, evidence, gates }, show),
		facts: mapStrings([...factsByRow(decision, rules)], show),
		page: pageOf(style),
	};
	return (style.full ? fullLines(parts) : shortLines(parts)).join("\n");
}

interface Parts {
	decision: Decision;
	/** As it can be shown. */
	rules: Pick<RuleSet, "questions" | "lecture" | "evidence" | "gates">;
	/** The answers that speak in each row of the lecture's table. */
	facts: [row: string, answers: string[]][];
	page: Page;
}

function shortLines(parts: Parts): string[] {
	const pages = squeezes.map((squeeze) => pageLines(parts, squeeze));
	const fits = (lines: string[]) => rowsOf(lines, parts.page) <= mostLines;
	return pages.find(fits) ?? (pages.at(-1) as string[]);
}

/** A link longer than a line takes several rows of the screen. */
const rowsOf = (lines: string[], { width }: Page): number =>
	lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(columnsOf(line) / width)), 0);

function pageLines({ decision, rules, facts, page }: Parts, { room, notices }: Squeeze): string[] {
	const [before, after] = placeNotices(decision, page, notices);
	const opening = [...openingLines(decision, rules, page), ...before];
	const rest = [
		...scoreLines(decision, page),
		...rowLines(decision, new Map(facts), page),
		...nextQuestionLines(decision, rules, page),
		...stepLines(decision, page, room),
		...after,
		...caseLines(decision, page),
		...closingLines(decision, page, "--full, and "),
	];
	const left = pageLength - rowsOf([...opening, ...rest], page);
	return [...opening, ...reasonLines(decision, rules, { page, room: left }), ...rest];
}

function fullLines({ decision, rules, page }: Parts): string[] {
	const [before, after] = placeNotices(decision, page);
	return [
		...openingLines(decision, rules, page),
		...before,
		...reasonLines(decision, rules, { page, room: Number.POSITIVE_INFINITY }),
		...scoreLines(decision, page, true),
		...tableLines(decision, page),
		...costLines(decision, page),
		...gateLines(decision, page),
		...openEndLines(decision, rules, page),
		...allStepLines(decision, page),
		...after,
		...allCaseLines(decision, page),
		...closingLines(decision, page),
	];
}

/** What a provider stops to train matters first where something is to be trained. */
function placeNotices(
	decision: Decision,
	page: Page,
	most?: number,
): [before: string[], after: string[]] {
	// They stand in order of time, and what ends last is still to come.
	const { notices } = decision;
	const shown = most === undefined ? notices : notices.slice(-most);
	const lines = noticeLines(shown, page, notices.length - shown.length);
	return decision.verdict === "fine-tuning" ? [lines, []] : [[], lines];
}

function closingLines({ ruleset }: Decision, page: Page, more = ""): string[] {
	const says = `More: ${more}should-i-finetune explain <id>. Rules: ${ruleset.name} ${ruleset.edition}.`;
	return ["", ...paragraph(page, page.faint(says), "")];
}
