/** The head of the page: what to do, how sure that is, and where the total stands. */
import type { Decision } from "../../core/decision/decision.ts";
import { saySettled, sayTotal } from "../sentences.ts";
import { capital, chance, sideNames } from "../words.ts";
import { totalLine } from "./charts.ts";
import { type Html, html } from "./markup.ts";

export const opening = (decision: Decision): Html => html`<header id="verdict">
<p class="eyebrow">Improve the prompts, or fine-tune?</p>
<h1>${decision.headline}</h1>
<p class="lead">${decision.summary}</p>
${verdictFacts(decision)}
<p>${saySettled(decision)}</p>
<figure>
${poles()}
${totalLine(decision)}
<figcaption>${sayTotal(decision)} ${decision.total.min < decision.total.max && " The line with ends spans what the open questions can still make of it."}</figcaption>
</figure>
${noticeList(decision)}
</header>`;

/** What the provider's state means for this decision. */
export const noticeList = ({ notices }: Decision): Html | false =>
	notices.length > 0 &&
	html`<div class="notices"><p><strong>Is training still on offer there?</strong></p><ul>${notices.map(
		({ says, source }) => html`<li>${says} <span class="soft">(${source})</span></li>`,
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
		["Chance that this is right", `${capital(chance(confidence))} (${confidence})`],
		["Can answers still change it?", settled ? "No, that is proved" : "Yes"],
	];
	return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
