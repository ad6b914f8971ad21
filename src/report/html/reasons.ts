/** Why: what stands in the way, and every reason with what it rests on. */
import type { Decision, Reason } from "../../core/decision/decision.ts";
import type { Side } from "../../core/side.ts";
import { pickReasons } from "../pick-reasons.ts";
import { sayAdvice } from "../sentences.ts";
import { capital, sideNames, signed, spaced } from "../words.ts";
import { sideClass } from "./charts.ts";
import { type Html, html } from "./markup.ts";
import { type Library, sourceList } from "./sources.ts";

export function reasonSection(decision: Decision, library: Library): Html {
	const { reasons, outlook } = decision;
	const other = outlook === "fine-tuning" ? "prompt-engineering" : "fine-tuning";
	const { blocking, speaking } = pickReasons(decision);
	const advice = speaking.length > 0 ? [] : sayAdvice(decision, library.rules);
	return html`${blocking.map(({ because }) => html`<p class="blocking"><strong>Not yet:</strong> ${because}</p>`)}
${advice.map(({ says }) => html`<p>${says}</p>`)}
${reasonList(`For ${sideNames[outlook]}`, outlook, { reasons, library })}
${reasonList(`For ${sideNames[other]}`, other, { reasons, library })}`;
}

function reasonList(
	title: string,
	side: Side,
	{ reasons, library }: { reasons: Reason[]; library: Library },
): Html | false {
	const own = reasons.filter(({ points }) => points > 0 === (side === "fine-tuning"));
	return (
		own.length > 0 && html`<h3>${title}</h3>${own.map((reason) => reasonDetails(reason, library))}`
	);
}

const reasonDetails = (reason: Reason, library: Library): Html => html`
<details class="reason"><summary><span class="points ${sideClass[reason.points > 0 ? "fine-tuning" : "prompt-engineering"]}">${signed(reason.points)}</span> <span>${reason.because}</span></summary>
<p class="soft">Rule <code>${reason.rule}</code> of the score ${spaced(reason.criterion)}; in the lecture’s table: ${capital(library.rules.lecture.table[reason.row]?.aspect ?? reason.row)}.</p>
${sourceList(reason.sources, library)}
</details>`;
