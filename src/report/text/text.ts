/** The decision for a terminal. */

import type { Decision } from "../../core/decision/decision.ts";
import { oneLine } from "../../core/harmless.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { mapStrings, toAscii } from "../clean.ts";
import type { Style } from "../style.ts";
import { sideNames } from "../words.ts";
import { gateLines } from "./gates.ts";
import { openEndLines } from "./open-ends.ts";
import { openingLines, reasonLines } from "./opening.ts";
import { type Page, pageOf, paragraph, section } from "./page.ts";
import { scoreLines } from "./scores.ts";
import { stepLines } from "./steps.ts";
import { tableLines } from "./table.ts";

export function text(decision: Decision, rules: RuleSet, style: Style): string {
	const page = pageOf(style);
	const show = (raw: string) => (style.unicode ? oneLine(raw) : toAscii(oneLine(raw)));
	const shown = mapStrings(decision, show);
	const { questions, lecture } = rules;
	const known = mapStrings({ questions, lecture }, show);
	return [
		...openingLines(shown, page),
		...reasonLines(shown, known, page),
		...scoreLines(shown, page),
		...tableLines(shown, page),
		...gateLines(shown, page),
		...openEndLines(shown, known, page),
		...stepLines(shown, page),
		...caseLines(shown, page),
		...closingLines(shown, page),
	].join("\n");
}

function caseLines({ cases }: Decision, page: Page): string[] {
	const lines = cases
		.slice(0, 3)
		.flatMap(({ title, outcome, why }) =>
			paragraph(page, `${title}: ${sideNames[outcome]}. ${why}`, `  ${page.symbols.bullet} `),
		);
	return section(page, "The most similar published cases", lines);
}

function closingLines({ ruleset }: Decision, page: Page): string[] {
	const more = `More: should-i-finetune explain <id> for anything in [brackets]; --format markdown for a document. Rules: ${ruleset.name} ${ruleset.edition}.`;
	return ["", ...paragraph(page, page.faint(more), "")];
}
