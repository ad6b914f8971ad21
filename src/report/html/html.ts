/** The decision as one page that needs nothing else: no network, no further file. */

import { createHash } from "node:crypto";
import type { Decision } from "../../core/decision/decision.ts";
import { oneLine } from "../../core/harmless.ts";
import { formatRecord } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { mapStrings } from "../clean.ts";
import { costTitle } from "../cost/names.ts";
import { gateSources } from "../markdown/sources.ts";
import { sayTotal, sayWeights } from "../sentences.ts";
import type { Assets, Style } from "../style.ts";
import { costSection } from "./cost.ts";
import { countDone, gateList } from "./gates.ts";
import { type Html, html as markup, raw } from "./markup.ts";
import { openEnds } from "./open-ends.ts";
import { noticeList, opening, question } from "./opening.ts";
import { reasonSection } from "./reasons.ts";
import { foldedSources, libraryOf, sourceSection } from "./sources.ts";
import { caseList, stepSection } from "./steps.ts";
import { css } from "./style.ts";
import { answerTable, lectureTable, scoreTable } from "./tables.ts";
import { slimRules, whatIfPanel, whatIfScripts } from "./what-if.ts";

export function html(
	decision: Decision,
	rules: RuleSet,
	_style: Style,
	{ whatIf, asOf }: Assets = {},
): string {
	const shown = mapStrings(decision, oneLine);
	const known = mapStrings(rules, oneLine);
	const sections = sectionsOf(shown, known);
	const data = { rules: slimRules(known), answers: shown.answers, ...(asOf && { asOf }) };
	const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(whatIf)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${shown.title || question} ${shown.headline}</title>
<style>${raw(css)}</style>
</head>
<body>
<a class="skip" href="#verdict">To the verdict</a>
<div class="sheet">
${navigation(sections, whatIf !== undefined)}
<main>
${opening(shown, known)}
${sections.map(({ id, title, body }) => [
	...(id === "steps" && whatIf !== undefined ? [whatIfPanel] : []),
	markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`,
])}
</main>
<footer>
<p>Decided${asOf && ` on ${asOf}`} by should-i-finetune with the rule set ${shown.ruleset.name}, edition ${shown.ruleset.edition}. The answers are in this file, so that it can be decided again.</p>
</footer>
</div>
${whatIf !== undefined && whatIfScripts(data, whatIf)}
${raw(formatRecord(decision))}
</body>
</html>`;
	return page.html;
}

interface Section {
	id: string;
	title: string;
	body: Html | Html[];
}

function sectionsOf(decision: Decision, rules: RuleSet): Section[] {
	const { cost } = decision;
	const library = libraryOf(decision, rules);
	const grounds = ({ id }: { id: string }) => foldedSources(gateSources(rules, id), library);
	const sections: Section[] = [
		{ id: "why", title: "Why", body: reasonSection(decision, library) },
		{
			id: "scores",
			title: "Scores",
			body: markup`${scoreTable(decision)}<p class="soft">${sayTotal(decision)} ${sayWeights(decision)}</p>`,
		},
		{
			id: "table",
			title: "The lecture’s comparison table",
			body: markup`<p>The cell that applies to this project is marked. The two columns in the middle are the lecture’s claims (<a href="#source-${rules.lecture.source}">source</a>).</p>${lectureTable(decision)}`,
		},
		{
			id: "gates",
			title: `Before you fine-tune: ${countDone(decision)}`,
			body: gateList(decision, grounds),
		},
		{ id: "change", title: "What would change the verdict", body: openEnds(decision, rules) },
		{
			id: "steps",
			title: "Next steps",
			body: markup`${stepSection(decision, library)}${decision.verdict === "prompt-engineering" && noticeList(decision)}`,
		},
		...(cost ? [{ id: "cost", title: costTitle, body: costSection(cost) }] : []),
		{ id: "cases", title: "Similar published cases", body: caseList(decision) },
		{ id: "answers", title: "Answers", body: answerTable(decision, rules) },
		{ id: "sources", title: "Sources", body: sourceSection(library) },
	];
	return sections.filter(({ id }) => id !== "cases" || decision.cases.length > 0);
}

const shortTitles: Record<string, string> = {
	gates: "Before you fine-tune",
	change: "What would change it",
	table: "The lecture’s table",
	cases: "Similar cases",
};

const navigation = (sections: Section[], hasPanel: boolean): Html =>
	markup`<nav aria-label="Sections"><ul>
<li><a href="#verdict">Verdict</a></li>
${sections.map(
	({ id, title }) =>
		markup`${id === "steps" && hasPanel && markup`<li data-what-if hidden><a href="#what-if">What if…?</a></li>\n`}<li><a href="#${id}">${shortTitles[id] ?? title}</a></li>
`,
)}</ul></nav>`;

/** Nothing is loaded from anywhere; only this style and this script run. */
export function policy(script: string | undefined): string {
	const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
	return [
		"default-src 'none'",
		`style-src ${hash(css)}`,
		...(script === undefined ? [] : [`script-src ${hash(script)}`]),
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
}
