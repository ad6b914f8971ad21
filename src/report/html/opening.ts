/** The head of the page: what to do, how sure that is, and where the total stands. */
import type { Decision } from "../../core/decision.ts";
import { saySettled, sayStrength, sayTotal } from "../sentences.ts";
import { capital, chance, sideNames } from "../words.ts";
import { totalLine } from "./charts.ts";
import { type Html, html } from "./markup.ts";

export const opening = (decision: Decision): Html => html`<header id="verdict">
<p class="eyebrow">Improve the prompts, or fine-tune?</p>
<h1>${decision.headline}</h1>
<p class="lead">${decision.summary}</p>
${factsOf(decision)}
<p>${sayStrength(decision)} ${saySettled(decision)}</p>
<figure>
${poles}
${totalLine(decision)}
<figcaption>${sayTotal(decision)} The thin line spans what the open questions can still make of it.</figcaption>
</figure>
${decision.notices.map(
	({ says, source }) => html`
<p class="notice"><strong>Provider:</strong> ${says} <span class="soft">(${source})</span></p>`,
)}
</header>`;

/** The two ends of every drawing. */
export const poles: Html = html`<p class="poles" aria-hidden="true"><span class="prompts">◄ prompt engineering</span><span class="tuning">fine-tuning ►</span></p>`;

export function factsOf({ verdict, outlook, strength, confidence, settled }: Decision): Html {
	const facts = [
		["What to do now", capital(sideNames[verdict])],
		["Where the facts point", `${capital(sideNames[outlook])} (${strength})`],
		["Chance that this is right", `${capital(chance(confidence))} (${confidence})`],
		["Can answers change it?", settled ? "No, that is proved" : "Yes"],
	];
	return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
