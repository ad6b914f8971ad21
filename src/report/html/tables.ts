/** The tables of the page: scores, the lecture's rows, answers. */
import { isKnown } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import type { Side } from "../../core/side.ts";
import { meaningOf } from "../markdown/tables.ts";
import { fullOf, weighted } from "../text/bars.ts";
import { capital, labelOf, sideNames, signed, spaced, spread } from "../words.ts";
import { scoreBar, sideClass } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { poles } from "./opening.ts";

export function scoreTable({ scores, total, outlook }: Decision): Html {
	const full = fullOf(scores.map(weighted));
	const rows = scores.map((score) => {
		const bar = weighted(score);
		return html`
<tr role="row"><th role="rowheader" scope="row">${capital(spaced(score.criterion))}<span class="asks">${score.asks}</span></th><td role="cell" class="drawn">${scoreBar(bar, full)}</td><td role="cell" class="number">${signed(bar.points)}</td><td role="cell" class="number">${spread(bar)}</td><td role="cell" class="side ${sideClass[score.toward]}">${sideNames[score.toward]}</td></tr>`;
	});
	return html`<table role="table" class="scores">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Score</th><td role="cell" class="drawn">${poles()}</td><th role="columnheader" scope="col" class="number">Points</th><th role="columnheader" scope="col" class="number">Can become</th><th role="columnheader" scope="col">Points to</th></tr></thead>
<tbody role="rowgroup">${rows}
</tbody>
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">Total</th><td role="cell" class="drawn"></td><td role="cell" class="number">${signed(total.points)}</td><td role="cell" class="number">${spread(total)}</td><td role="cell" class="side ${sideClass[outlook]}">${sideNames[outlook]}</td></tr></tfoot>
</table>`;
}

export function lectureTable({ table }: Decision): Html {
	const cell = (row: Decision["table"][number], side: Side, text: string) =>
		row.speaksFor === side
			? html`<td role="cell" class="speaks ${sideClass[side]}" data-side="${sideNames[side]}"><strong>${text}</strong><span class="badge">● applies to this project</span></td>`
			: html`<td role="cell" data-side="${sideNames[side]}">${text}</td>`;
	return html`<table role="table" class="lecture">
<thead role="rowgroup"><tr role="row"><td role="cell"></td><th role="columnheader" scope="col">Prompt engineering</th><th role="columnheader" scope="col">Fine-tuning</th><th role="columnheader" scope="col">Here</th></tr></thead>
<tbody role="rowgroup">${table.map(
		(row) => html`
<tr role="row"><th role="rowheader" scope="row">${capital(row.aspect)}</th>${cell(row, "prompt-engineering", row.promptEngineering)}${cell(row, "fine-tuning", row.fineTuning)}<td role="cell" class="here" data-side="here">${row.because}</td></tr>`,
	)}
</tbody>
</table>`;
}

export function answerTable({ answers, computed }: Decision, rules: RuleSet): Html {
	const known = Object.entries({ ...answers, ...computed }).filter(([, answer]) => isKnown(answer));
	if (known.length === 0) return html`<p>Nothing is answered yet.</p>`;
	return html`<table role="table" class="answers">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Question</th><th role="columnheader" scope="col">Answer</th><th role="columnheader" scope="col">What that means</th><th role="columnheader" scope="col">From</th></tr></thead>
<tbody role="rowgroup">${known.map(
		([fact, answer]) => html`
<tr role="row"><th role="rowheader" scope="row">${capital(labelOf(rules, fact))}</th><td role="cell" data-side="answer"><strong>${formatAnswer(answer)}</strong></td><td role="cell" data-side="means">${meaningOf(rules.questions[fact], answer.value)}</td><td role="cell" class="soft" data-side="from">${answer.from}</td></tr>`,
	)}
</tbody>
</table>`;
}
