/** Points drawn to scale. Positions are shares of the width, so that a drawing fits every screen. */
import type { Decision } from "../../core/decision/decision.ts";
import type { Side } from "../../core/side.ts";
import { sayTotal } from "../sentences.ts";
import type { Bar } from "../text/bars.ts";
import { signed, spread } from "../words.ts";
import { type Html, html } from "./markup.ts";

/** The class of what stands for a side. Its colour never says it alone. */
export const sideClass = {
	"prompt-engineering": "prompts",
	"fine-tuning": "tuning",
	neither: "neither",
} satisfies Record<Side | "neither", string>;

const percentLength = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

/** Half the width, less the end ticks. */
const half = 0.48;

/** One score: solid from zero to its points, over a pale band for what it can still become. */
export function scoreBar({ points, min, max }: Bar, full: number): Html {
	const at = (value: number) => 0.5 + (value / full) * half;
	const box = (kind: string, ends: number[], y: number) => {
		const [from, to] = [Math.min(...ends.map(at)), Math.max(...ends.map(at))];
		return html`<rect class="${kind}" x="${percentLength(from)}" width="${percentLength(to - from)}" y="${y}" height="${24 - 2 * y}"/>`;
	};
	return html`<svg class="bar" width="100%" height="24" aria-hidden="true" focusable="false">
${min < max && box("reach", [min, max], 2)}
${min < max && [min, max].map((end) => html`<line class="reach" x1="${percentLength(at(end))}" x2="${percentLength(at(end))}" y1="2" y2="22"/>`)}
${points !== 0 && box(points < 0 ? "prompts" : "tuning", [0, points], 7)}
<line class="axis" x1="50%" x2="50%" y1="0" y2="24"/>
</svg>`;
}

/** Room beside the outermost mark for its number. */
const margin = 0.14;

/** The total on a line: where it is, where it can still get to, and where the outlook turns. */
export function totalLine(decision: Decision): Html {
	const { points, min, max, threshold } = decision.total;
	const ends = [points, min, max, threshold, 0];
	const [low, high] = [Math.min(...ends), Math.max(...ends)];
	const at = (value: number) =>
		percentLength(margin + ((value - low) / Math.max(1, high - low)) * (1 - 2 * margin));
	return html`<svg class="total" role="img" aria-label="${describe(decision)}" width="100%" height="84" focusable="false">
<rect class="prompts field" x="0" width="${at(threshold)}" y="34" height="16"/>
<rect class="tuning field" x="${at(threshold)}" width="${percentLength(1 - Number.parseFloat(at(threshold)) / 100)}" y="34" height="16"/>
${min < max && rangeMarks({ min, max }, at)}
<line class="turn" x1="${at(threshold)}" x2="${at(threshold)}" y1="28" y2="66"/>
${label("turn", at(threshold), 79, `turns at ${signed(threshold)}`)}
<line class="now" x1="${at(points)}" x2="${at(points)}" y1="24" y2="54"/>
<circle class="now" cx="${at(points)}" cy="42" r="6"/>
${label("now", at(points), 17, `total ${signed(points)}`)}
</svg>`;
}

const rangeMarks = (
	{ min, max }: { min: number; max: number },
	at: (value: number) => string,
): Html => html`<line class="reach" x1="${at(min)}" x2="${at(max)}" y1="42" y2="42"/>
${[min, max].map((end) => html`<line class="reach" x1="${at(end)}" x2="${at(end)}" y1="37" y2="47"/>`)}
<text class="reach" x="${at(min)}" dx="-6" y="64" text-anchor="end">${signed(min)}</text>
<text class="reach" x="${at(max)}" dx="6" y="64">${signed(max)}</text>`;

/** Text over a mark, turned inwards where the edge is near. */
function label(kind: string, x: string, y: number, text: string): Html {
	const place = Number.parseFloat(x);
	const anchor = place < 22 ? "start" : place > 78 ? "end" : "middle";
	return html`<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

function describe(decision: Decision): string {
	const { points, min, max } = decision.total;
	const range = min < max ? `it can still become ${spread({ min, max })}` : "it is final";
	return `Total ${signed(points)}; ${range}. ${sayTotal(decision)}`;
}
