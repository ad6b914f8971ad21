/** The sources of a page: named where something rests on them, with what they found at the end. */
import type { Decision } from "../../core/decision.ts";
import type { Evidence } from "../../core/rule-file.ts";
import type { RuleSet } from "../../core/rule-set.ts";
import { linkTarget } from "../escape-markdown.ts";
import { gateSources } from "../markdown-sources.ts";
import { count, spaced } from "../words.ts";
import { type Html, html } from "./markup.ts";

/** Ids of all sources that the page names, in its order. */
export function citedSources({ reasons, gates, steps }: Decision, rules: RuleSet): string[] {
	const cited = [
		rules.lecture.source,
		...reasons.flatMap(({ sources }) => sources),
		...gates.flatMap(({ id }) => gateSources(rules, id)),
		...steps.flatMap(({ sources }) => sources),
	];
	return [...new Set(cited)].filter((id) => rules.evidence[id]);
}

/** What something rests on, with whoever gains from the answer marked. */
export const sourceList = (sources: string[], { evidence }: RuleSet): Html =>
	html`<ul class="sources">${sources
		.filter((id) => evidence[id])
		.map(
			(id) => html`
<li>${nameOf(evidence[id] as Evidence)}${notesOn(evidence[id] as Evidence)} <a href="#source-${id}">What it found</a></li>`,
		)}
</ul>`;

/** The same, folded. */
export const foldedSources = (sources: string[], rules: RuleSet): Html | false =>
	sources.length > 0 &&
	html`<details class="grounds"><summary>Rests on ${count(sources.length, "source")}</summary>${sourceList(sources, rules)}</details>`;

export const sourceSection = (decision: Decision, rules: RuleSet): Html =>
	html`<ol class="sources">${citedSources(decision, rules).map((id) => {
		const source = rules.evidence[id] as Evidence;
		return html`
<li id="source-${id}">${nameOf(source)} ${source.says}${notesOn(source)} <span class="soft">Checked ${source.checked}.</span></li>`;
	})}
</ol>`;

function nameOf({ who, title, year, kind, url }: Evidence): Html {
	const target = linkTarget(url);
	const name = target ? html`<a href="${target}" rel="noopener noreferrer">${title}</a>` : title;
	return html`${who}: <cite>${name}</cite>, ${year} (${spaced(kind)}).`;
}

const notesOn = ({ kind, secondary, gains }: Evidence): Html[] => [
	...(kind === "lecture" ? [html` What rests on this alone is the lecture’s claim.`] : []),
	...(secondary ? [html` Read through somebody else’s summary.`] : []),
	...(gains ? [html` <strong class="gains">Conflict of interest:</strong> ${gains}`] : []),
];
