/** The sources of a page: named where something rests on them, with what they found at the end. */
import type { Decision } from "../../core/decision/decision.ts";
import type { Evidence } from "../../core/rules/rule-file.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { linkTarget } from "../markdown/escape.ts";
import { citable, gateSources } from "../markdown/sources.ts";
import { count, spaced } from "../words.ts";
import { type Html, html } from "./markup.ts";

/** Where sources are looked up, and their order on the page. */
export interface Library {
	rules: RuleSet;
	cited: string[];
}

/** All sources that the page names, in its order. */
export function libraryOf({ reasons, gates, steps }: Decision, rules: RuleSet): Library {
	const cited = citable(rules, [
		...reasons.flatMap(({ sources }) => sources),
		...gates.flatMap(({ id }) => gateSources(rules, id)),
		...steps.flatMap(({ sources }) => sources),
	]);
	return { rules, cited };
}

/** What something rests on, by the numbers of the list at the end, with whoever gains from the answer marked. */
export const sourceList = (sources: string[], { rules, cited }: Library): Html =>
	html`<p class="soft">Rests on ${sources
		.filter((id) => rules.evidence[id])
		.map((id, index) => {
			const { who, year, gains } = rules.evidence[id] as Evidence;
			return html`${index > 0 && "; "}<a href="#source-${id}">${cited.indexOf(id) + 1}. ${who}, ${year}</a>${gains && html` <strong class="gains">(conflict of interest)</strong>`}`;
		})}.</p>`;

/** The same, folded. */
export const foldedSources = (sources: string[], library: Library): Html | false =>
	sources.length > 0 &&
	html`<details class="grounds"><summary>Rests on ${count(sources.length, "source")}</summary>${sourceList(sources, library)}</details>`;

export const sourceSection = ({ rules, cited }: Library): Html =>
	html`<ol class="sources">${cited.map((id) => {
		const source = rules.evidence[id] as Evidence;
		return html`
<li id="source-${id}">${nameOf(source)} ${source.says}${notesOn(source)} <span class="soft">Checked ${source.checked}.</span></li>`;
	})}
</ol>`;

function nameOf({ who, title, year, kind, url }: Evidence): Html {
	const target = linkTarget(url);
	const name = target
		? html`<a href="${target}" rel="noopener noreferrer">${title}</a>`
		: `${title}${url === undefined ? "" : ` (${url})`}`;
	return html`${who}: <cite>${name}</cite>, ${year} (${spaced(kind)}).`;
}

const notesOn = ({ kind, secondary, gains }: Evidence): Html[] => [
	...(kind === "lecture" ? [html` A claim with no other source is the lecture’s own.`] : []),
	...(secondary ? [html` Read in a summary.`] : []),
	...(gains ? [html` <strong class="gains">Conflict of interest:</strong> ${gains}`] : []),
];
