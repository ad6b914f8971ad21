/** What the panel shows of a decision, drawn with the parts of the report. */

import { commandLine } from "../core/answers/command-line.ts";
import { formatAnswer } from "../core/answers/format-answer.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { Change } from "../core/diagram/flips.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { costTitle } from "../report/cost/names.ts";
import { totalLine } from "../report/html/charts.ts";
import { costOutcome } from "../report/html/cost.ts";
import { countDone, gateList } from "../report/html/gates.ts";
import { type Html, html } from "../report/html/markup.ts";
import { contradictionList, noticeList } from "../report/html/opening.ts";
import { pickReasons } from "../report/pick-reasons.ts";
import { sayConfidence, sayFlip, sayOpen } from "../report/sentences.ts";
import { capital, labelOf, sideNames, signed, spread } from "../report/words.ts";
import { tryOut } from "./decide-facts.ts";
import { idOf } from "./field.ts";

export interface PanelState {
	decision: Decision;
	/** Its flips, as cells. */
	changes: readonly Change[];
	/** The decision of the report. */
	before: Decision;
	rules: RuleSet;
	/** The facts whose answer is another than in the report. */
	changed: string[];
}

/** Read aloud at every change: short, and the news first. */
export function sayOutcome({ decision, before, changed }: PanelState): Html {
	const { headline, total } = decision;
	const moved = decision.verdict !== before.verdict || decision.outlook !== before.outlook;
	const compared =
		changed.length === 0
			? "As in the report."
			: moved
				? `The report says: ${before.headline}`
				: "The advice is the same as in the report.";
	return html`<strong>${headline}</strong> ${compared} <span class="soft">${sayConfidence(decision)} Total ${signed(total.points)} (${spread(total)}). Before you fine-tune: ${countDone(decision)}.</span>`;
}

export const drawTotal = ({ decision }: PanelState): Html => totalLine(decision);

/** Everything else that moves. */
export const drawRest = (
	outcome: PanelState,
): Html => html`${contradictionList(outcome.decision, outcome.rules)}
${changedList(outcome)}
<h3>What would change the verdict</h3>
<p>${sayOpen(outcome.decision)}</p>
${next(outcome)}
${flips(outcome)}
${outcome.decision.verdict === "fine-tuning" && noticeList(outcome.decision)}
${costPart(outcome)}
<h3>Before you fine-tune: ${countDone(outcome.decision)}</h3>
${gateList(outcome.decision)}
${strongestReasons(outcome)}
${outcome.decision.verdict === "prompt-engineering" && noticeList(outcome.decision)}
${commandDetails(outcome)}`;

/** The bills, the break-even and how soon it pays back, computed anew. */
const costPart = ({ decision: { cost } }: PanelState): Html | false =>
	cost !== null &&
	html`<h3>${costTitle}</h3>
${costOutcome(cost)}`;

function changedList({ decision, before, rules, changed }: PanelState): Html | false {
	const items = changed.map((fact) => {
		const [now, then] = [decision, before].map(({ answers }) => formatAnswer(own(answers, fact)));
		return html`<li><a href="#${idOf(fact)}">${capital(labelOf(rules, fact))}</a>: ${now} <span class="soft">(was ${then})</span></li>`;
	});
	return items.length > 0 && html`<h3>Changed here</h3><ul>${items}</ul>`;
}

function next({ decision: { nextQuestion }, rules }: PanelState): Html | false {
	const ask = nextQuestion !== null && rules.questions[nextQuestion]?.ask;
	return ask ? html`<p>Find out next: <a href="#${idOf(nextQuestion)}">${ask}</a></p>` : false;
}

function flips({ decision, changes, rules }: PanelState): Html | false {
	const [first] = decision.flips;
	if (!first) return false;
	return html`<p>The verdict would be ${sideNames[first.verdict]} if:</p>
<ul class="flips">${decision.flips.map((flip, index) => {
		const says = sayFlip(flip, rules);
		return html`<li>${says}. ${tryOut(changes[index] as Change, rules) && html`<button type="button" data-flip="${index}" aria-label="Try it: ${says}">Try it</button>`}</li>`;
	})}</ul>`;
}

function strongestReasons({ decision }: PanelState): Html | false {
	const { speaking, against } = pickReasons(decision);
	const picked = [...speaking, ...(against ? [against] : [])];
	return (
		picked.length > 0 &&
		html`<h3>The strongest reasons</h3>
<ul>${picked.map(
			({ points, because }) =>
				html`<li>${because} <span class="soft">(${signed(points)}, for ${sideNames[points > 0 ? "fine-tuning" : "prompt-engineering"]})</span></li>`,
		)}</ul>`
	);
}

const commandDetails = ({ decision: { answers } }: PanelState): Html =>
	html`<details><summary>Decide this on the command line</summary><pre>${commandLine(answers, { width: 60 })}</pre></details>`;
