/** The head of the page: what to do, how sure that is, and where the total stands. */
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { linkTarget } from "../markdown/escape.ts";
import { nameConfidence, saySettled, sayTotal } from "../sentences.ts";
import { capital, chance, labelOf, sideNames } from "../words.ts";
import { totalLine } from "./charts.ts";
import { type Html, html } from "./markup.ts";

/** What every report answers. */
export const question = "Improve the prompts, or fine-tune?";

export const opening = (decision: Decision, rules: RuleSet): Html => html`<header id="verdict">
<p class="eyebrow">${decision.title || question}</p>
<h1>${decision.headline}</h1>
<p class="lead">${decision.summary}</p>
${contradictionList(decision, rules)}
${verdictFacts(decision)}
<p>${saySettled(decision)}</p>
<figure>
${poles()}
${totalLine(decision)}
<figcaption>${sayTotal(decision)} ${decision.total.min < decision.total.max && " The line with ends shows where the open questions can still move it."}</figcaption>
</figure>
${decision.verdict === "fine-tuning" && noticeList(decision)}
</header>`;

/** Answers that cannot both be right. */
export const contradictionList = ({ contradictions }: Decision, rules: RuleSet): Html | false =>
	contradictions.length > 0 &&
	html`<div class="notices"><p><strong>These answers may not fit together</strong></p><ul>${contradictions.map(
		({ facts, says }) =>
			html`<li>${says} <span class="soft">(${facts.map((fact) => labelOf(rules, fact)).join(", ")})</span></li>`,
	)}</ul></div>`;

/** What the provider's state means for this decision. */
export const noticeList = ({ notices }: Decision): Html | false =>
	notices.length > 0 &&
	html`<div class="notices"><p><strong>What the provider offers</strong></p><ul>${notices.map(
		({ says, source }) => {
			const target = linkTarget(source);
			const name = target
				? html`<a href="${target}" rel="noopener noreferrer">source</a>`
				: html`${source}`;
			return html`<li>${says} <span class="soft">(${name})</span></li>`;
		},
	)}</ul></div>`;

/** The two ends of every drawing. */
export const poles = (): Html =>
	html`<p class="poles" aria-hidden="true"><span class="prompts">◄ prompt engineering</span><span class="tuning">fine-tuning ►</span></p>`;

const strengthWords = {
	clear: "clearly",
	leaning: "leaning that way",
	close: "a close call",
} satisfies Record<Decision["strength"], string>;

function verdictFacts({
	verdict,
	outlook,
	strength,
	confidence,
	settled,
	reasons,
}: Decision): Html {
	const pointing = `${capital(sideNames[outlook])}, ${strengthWords[strength]}`;
	const facts = [
		["What to do now", capital(sideNames[verdict])],
		["Where the facts point", reasons.length > 0 ? pointing : "Neither way yet"],
		[nameConfidence({ outlook, verdict }), `${capital(chance(confidence))} (${confidence})`],
		["Can answers still change the verdict?", settled ? "No (proven)" : "Yes"],
	];
	return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
