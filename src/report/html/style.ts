/** The style sheet of the page: light, dark and print. No colour stands alone for a meaning. */
import { layout } from "./style-layout.ts";
import { panel } from "./style-panel.ts";

const light = `
	--paper: #fbfaf7; --card: #ffffff; --ink: #1c2026; --soft: #59616c; --rule: #dad6cd; --reach: #e9e6df;
	--prompts: #0a6178; --prompts-wash: #e2f0f4; --tuning: #93246f; --tuning-wash: #f8e6f2;
	--good: #1d6a3a; --bad: #a3261d; --warn: #7a5200; --notice: #fbf3dc; --link: #0b57a4;`;

const dark = `
	--paper: #14171b; --card: #1d2127; --ink: #e8eaed; --soft: #a8b0bb; --rule: #3a414b; --reach: #2b3038;
	--prompts: #6ccadf; --prompts-wash: #123039; --tuning: #f29ad2; --tuning-wash: #3b1c32;
	--good: #84d69f; --bad: #ff9f94; --warn: #e9c069; --notice: #322a15; --link: #8fc1ff;`;

const base = `
:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
	margin: 0;
	background: var(--paper);
	color: var(--ink);
	font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
	overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1, h2 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif; font-weight: 600; }
h1 { font-size: clamp(2rem, 6vw, 3.25rem); margin: 0.25rem 0 0.75rem; letter-spacing: -0.01em; }
h2 { font-size: 1.6rem; margin: 0 0 1rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
p, ul, ol, dl, figure, table { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin-bottom: 0.35rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
code, pre { font: 0.875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.5rem 0; }
cite { font-style: normal; }
summary { cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.soft { color: var(--soft); }
.prompts { color: var(--prompts); }
.tuning { color: var(--tuning); }
.gains { color: var(--warn); }
.paper { display: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; z-index: 3; }
svg { display: block; overflow: visible; font: 0.8125rem system-ui, sans-serif; }
svg rect.prompts { fill: var(--prompts); }
svg rect.tuning { fill: var(--tuning); }
svg rect.prompts.field { fill: var(--prompts-wash); }
svg rect.tuning.field { fill: var(--tuning-wash); }
svg line { stroke: var(--ink); }
svg line.axis { stroke: var(--soft); }
svg rect.reach { fill: var(--reach); }
svg line.reach { stroke: var(--soft); stroke-width: 2; }
svg line.turn { stroke-dasharray: 3 3; }
svg line.now { stroke-width: 2; }
svg circle.now { fill: var(--ink); }
svg text { fill: var(--ink); }
svg text.reach { fill: var(--soft); }
svg text.now { font-weight: 600; }
`;

const print = `
@page { margin: 16mm; }
@media print {
	:root { color-scheme: light; }
	html { font-size: 9.5pt; }
	body { background: #fff; line-height: 1.4; }
	h1 { font-size: 24pt; }
	.paper { display: block; }
	.reason, .reason > p { padding: 0; margin-block: 0; }
	details .sources, .grounds > summary, .reason summary::after { display: none !important; }
	nav, #what-if, .skip { display: none !important; }
	.sheet { display: block; padding: 0; max-width: none; }
	header, section { padding: 4mm 0 1mm; }
	h2, h3, summary { break-after: avoid; }
	li, tr, figure, .scores { break-inside: avoid; }
	tfoot { display: table-row-group; }
	details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
	a { color: inherit; }
	.sources a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
	* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (forced-colors: active) {
	svg rect, svg circle { forced-color-adjust: none; }
	.speaks { outline: 2px solid; }
}
`;

export const css = [base, layout, panel, print].join("").replaceAll(/\n\t*/g, "\n").trim();
