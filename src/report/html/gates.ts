/** What must be in place before fine-tuning. The page's own script draws it too: nothing here needs Node. */
import type { Decision } from "../../core/decision/decision.ts";
import { gateWords } from "../words.ts";
import { type Html, html } from "./markup.ts";

type DecidedGate = Decision["gates"][number];

const marks = { open: "✓", closed: "✗", unknown: "?" } satisfies Record<
	DecidedGate["state"],
	string
>;

export const countDone = ({ gates }: Decision): string =>
	`${gates.filter(({ state }) => state === "open").length} of ${gates.length} done`;

/** @param grounds what stands below a gate */
export const gateList = (
	{ gates }: Decision,
	grounds: (gate: DecidedGate) => Html | false = () => false,
): Html => html`<ul class="gates">${gates.map(
	(gate) => html`
<li class="${gate.state}"><span class="mark" aria-hidden="true">${marks[gate.state]}</span>
<div><strong>${gate.asks}</strong> <span class="state">${gateWords[gate.state]}.</span> ${gate.because}${gate.state !== "open" && html` <em>To do:</em> ${gate.opens}`}${grounds(gate)}</div></li>`,
)}
</ul>`;
