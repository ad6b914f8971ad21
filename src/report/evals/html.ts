/** What eval runs show, as one page that needs nothing else. */
import type { MeasuredFact } from "../../core/evals/facts.ts";
import type { EvalJudgment, RunSummary } from "../../core/evals/judgment.ts";
import { policy } from "../html/html.ts";
import { type Html, html, raw } from "../html/markup.ts";
import { css } from "../html/style.ts";
import { cutMiddle, formatMean, shortNames } from "./figures.ts";
import { sayCheapest, sayFailures } from "./mistakes.ts";
import { scaleOf } from "./picture.ts";
import { tableOfRuns } from "./run-cells.ts";
import { sayComparisons, sayGap, sayNotes, sayState } from "./sentences.ts";

export function evalsHtml(judgment: EvalJudgment, facts: readonly MeasuredFact[]): string {
	const gap = sayGap(judgment);
	const list = (title: string, items: readonly string[]) =>
		items.length > 0 &&
		html`<section><h2>${title}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Eval results. ${sayState(judgment)}</title>
<style>${raw(css)}</style>
</head>
<body>
<div class="sheet">
<main>
<h1>Eval results</h1>
<p><strong>${sayState(judgment)}</strong></p>
${gap !== undefined && html`<p>${gap}</p>`}
${chart(judgment)}
<section><h2>Runs</h2><div class="scroll" tabindex="0" role="region" aria-label="Runs">${runTable(judgment)}</div></section>
${list("The last versions", sayComparisons(judgment))}
${list("What fails", sayFailures(judgment))}
${list("Read these first", sayCheapest(judgment))}
${list("Notes", sayNotes(judgment))}
${list(
	"Facts",
	facts.map(({ fact, values, why }) => `${fact}: ${values.join(" or ")} (${why})`),
)}
</main>
</div>
</body>
</html>`.html;
}

/** Height of a run in the chart, and of the line below them. */
const row = 28;
const foot = 22;

/** Each run with its interval, the best so far in bold, and the target across them. */
function chart(judgment: EvalJudgment): Html | false {
	const { runs, target } = judgment;
	const rated = runs.filter(({ rate }) => rate !== undefined);
	const scale = scaleOf(rated, target);
	if (!scale) return false;
	const names = shortNames(judgment);
	// A third of the width is for the names.
	const at = (value: number) =>
		`${Number((36 + ((value - scale.low) / (scale.high - scale.low || 1)) * 60).toFixed(2))}%`;
	const height = rated.length * row + foot;
	let best = -1;
	return html`<figure><svg role="img" aria-label="${describe(judgment)}" width="100%" height="${height}" focusable="false">
${target !== undefined && target <= 1 && html`<line class="turn" x1="${at(target)}" x2="${at(target)}" y1="0" y2="${height - foot}"/><text x="${at(target)}" y="${height - 6}" text-anchor="middle">target ${formatMean(target, undefined)}</text>`}
${rated.map((run, place) => {
	const isBest = (run.rate ?? 0) > best;
	best = Math.max(best, run.rate ?? 0);
	return rangeOf(run, {
		y: place * row + row / 2,
		isBest,
		at,
		name: names[runs.indexOf(run)] ?? "",
	});
})}
</svg><figcaption>Share of tests passed, with its 95% interval; each new best in bold.</figcaption></figure>`;
}

interface Place {
	y: number;
	isBest: boolean;
	at: (value: number) => string;
	name: string;
}

function rangeOf(
	{ low = 0, high = 0, rate = 0 }: RunSummary,
	{ y, isBest, at, name }: Place,
): Html {
	const kind = isBest ? "now" : "reach";
	return html`<text class="${kind}" x="0" y="${y + 4}">${shorten(name)}</text>
<line class="reach" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}"/>
<circle class="now" cx="${at(rate)}" cy="${y}" r="${isBest ? 6 : 4}"/>
<text class="${kind}" x="${at(rate)}" y="${y - 8}" text-anchor="middle">${formatMean(rate, undefined)}</text>
`;
}

/** As much as has room on a narrow screen. */
const shorten = (name: string): string => cutMiddle(name, 24, "…");

const describe = (judgment: EvalJudgment): string => {
	const names = shortNames(judgment);
	return judgment.runs
		.flatMap(({ rate }, place) =>
			rate === undefined ? [] : [`${names[place]} ${formatMean(rate, undefined)}`],
		)
		.join(", ");
};

function runTable(judgment: EvalJudgment): Html {
	const { header, rows } = tableOfRuns(judgment.runs, shortNames(judgment));
	return html`<table><thead><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
		(cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
	)}</tbody></table>`;
}
