/** What could change the decision: open questions, and answers that a team can change. */
import type { Decision } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { decidingQuestions, sayFlip, sayOpen } from "../sentences.ts";
import { capital, flagOf, labelOf, sideNames } from "../words.ts";
import { type Html, html } from "./markup.ts";

export function openEnds(decision: Decision, rules: RuleSet): Html {
	const { alone, together } = decidingQuestions(decision);
	return html`<p>${sayOpen(decision)}</p>
${flipList(decision, rules)}
${nextQuestion(decision, rules)}
${questionList("Answers that can change the verdict on their own", alone, rules)}
${questionList("Answers that can change it only together with others", together, rules)}`;
}

const flipList = ({ flips }: Decision, rules: RuleSet): Html | false =>
	flips.length > 0 &&
	html`<h3>The verdict would be ${sideNames[flips[0]?.verdict ?? "neither"]} if one of these changed</h3>
<ul>${flips.map((flip) => html`<li>If ${sayFlip(flip, rules)}.</li>`)}</ul>`;

function nextQuestion({ nextQuestion: fact }: Decision, rules: RuleSet): Html | false {
	const question = fact === null ? undefined : rules.questions[fact];
	if (fact === null || !question) return false;
	return html`<h3>Find out next</h3>
<p><strong>${question.ask}</strong> ${question.find} <code>${flagOf(rules, fact)}</code></p>`;
}

/** More of them are folded. */
const mostShown = 6;

function questionList(title: string, open: Decision["unknown"], rules: RuleSet): Html | false {
	if (open.length === 0) return false;
	const list = html`<ul class="questions">${open.map(
		({ fact }) =>
			html`<li><strong>${capital(labelOf(rules, fact))}.</strong> ${rules.questions[fact]?.ask} <code>--${fact}</code></li>`,
	)}</ul>`;
	return open.length > mostShown
		? html`<details class="more"><summary>${title} (${open.length})</summary>${list}</details>`
		: html`<h3>${title}</h3>${list}`;
}
