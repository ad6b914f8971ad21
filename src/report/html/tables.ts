/** The tables of the page: scores, the lecture's rows, answers. */
import { isKnown } from "../../core/answers.ts";
import type { Decision } from "../../core/decision.ts";
import { printAnswer } from "../../core/reasons.ts";
import type { Side } from "../../core/rule-file.ts";
import type { RuleSet } from "../../core/rule-set.ts";
import { weighted } from "../bars.ts";
import { meaningOf } from "../markdown-tables.ts";
import { capital, labelOf, sideNames, signed, spaced, spread } from "../words.ts";
import { fullOf, scoreBar, sideClass } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { poles } from "./opening.ts";

export function scoreTable({ scores, total, outlook }: Decision): Html {
	const full = fullOf(scores.map(weighted));
	const rows = scores.map((score) => {
		const bar = weighted(score);
		return html`
<tr><th scope="row">${capital(spaced(score.criterion))}<span class="asks">${score.asks}</span></th><td class="drawn">${scoreBar(bar, full)}</td><td class="number">${signed(bar.points)}</td><td class="number">${spread(bar)}</td><td class="side ${sideClass[score.toward]}">${sideNames[score.toward]}</td></tr>`;
	});
	return html`<table class="scores">
<thead><tr><th scope="col">Score</th><td class="drawn">${poles}</td><th scope="col" class="number">Points</th><th scope="col" class="number">Can become</th><th scope="col">Points to</th></tr></thead>
<tbody>${rows}
</tbody>
<tfoot><tr><th scope="row">Total</th><td class="drawn"></td><td class="number">${signed(total.points)}</td><td class="number">${spread(total)}</td><td class="side ${sideClass[outlook]}">${sideNames[outlook]}</td></tr></tfoot>
</table>`;
}

export function lectureTable({ table }: Decision): Html {
	const cell = (row: Decision["table"][number], side: Side, text: string) =>
		row.speaksFor === side
			? html`<td class="speaks ${sideClass[side]}" data-side="${sideNames[side]}"><strong>${text}</strong><span class="badge">● speaks for this project</span></td>`
			: html`<td data-side="${sideNames[side]}">${text}</td>`;
	return html`<table class="lecture">
<thead><tr><td></td><th scope="col">Prompt engineering</th><th scope="col">Fine-tuning</th><th scope="col">Here</th></tr></thead>
<tbody>${table.map(
		(row) => html`
<tr><th scope="row">${capital(row.aspect)}</th>${cell(row, "prompt-engineering", row.promptEngineering)}${cell(row, "fine-tuning", row.fineTuning)}<td class="here" data-side="here">${row.because}</td></tr>`,
	)}
</tbody>
</table>`;
}

export function answerTable({ answers }: Decision, rules: RuleSet): Html {
	const known = Object.entries(answers).filter(([, answer]) => isKnown(answer));
	if (known.length === 0) return html`<p>Nothing is answered yet.</p>`;
	return html`<table class="answers">
<thead><tr><th scope="col">Question</th><th scope="col">Answer</th><th scope="col">What that means</th><th scope="col">From</th></tr></thead>
<tbody>${known.map(
		([fact, answer]) => html`
<tr><th scope="row">${capital(labelOf(rules, fact))}</th><td data-side="answer"><strong>${printAnswer(answer)}</strong></td><td data-side="means">${meaningOf(rules.questions[fact], answer.value)}</td><td class="soft" data-side="from">${answer.from}</td></tr>`,
	)}
</tbody>
</table>`;
}
