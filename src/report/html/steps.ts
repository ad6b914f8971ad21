/** What to do next, and what happened to others like this. */
import type { Decision } from "../../core/decision/decision.ts";
import { phases } from "../../core/decision/steps.ts";
import { saySaving } from "../cost/saving.ts";
import { linkTarget } from "../markdown/escape.ts";
import { capital, sideNames } from "../words.ts";
import { sideClass } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { type Library, sourceList } from "./sources.ts";

type DecidedStep = Decision["steps"][number];

const mostOpen = 1;

export const stepSection = ({ steps, cost }: Decision, library: Library): Html[] =>
	phases.flatMap((phase) => {
		const start = steps.findIndex(({ when }) => when === phase);
		if (start < 0) return [];
		const own = steps.filter(({ when }) => when === phase);
		return html`<h3>${capital(phase)}</h3>
<ol class="steps" start="${start + 1}">${own.map((step, index) => stepItem(step, start + index, { library, cost }))}
</ol>`;
	});

interface Around {
	library: Library;
	cost: Decision["cost"];
}

function stepItem(step: DecidedStep, place: number, { library, cost }: Around): Html {
	const saving = saySaving(step, cost);
	return html`
<li><details${place < mostOpen && html` open`}><summary><strong>${step.title}</strong> <span class="soft">${step.effort}</span></summary>
<p>${step.why}</p><p>${step.do}</p><p><strong>When to stop.</strong> ${step.stop}</p>${saving && html`<p><strong>What it saves.</strong> ${saving}</p>`}${step.sources.length > 0 && sourceList(step.sources, library)}
</details></li>`;
}

export const caseList = ({ cases }: Decision): Html => html`<ul class="cases">${cases.map(
	({ title, who, year, url, outcome, why }) => {
		const target = linkTarget(url);
		const name = target
			? html`<a href="${target}" rel="noopener noreferrer">${title}</a>`
			: html`${title}`;
		return html`
<li><strong>${name}</strong>, ${who}, ${year}. <span class="side ${sideClass[outcome]}">${capital(sideNames[outcome])}</span>. ${why}</li>`;
	},
)}
</ul>`;
