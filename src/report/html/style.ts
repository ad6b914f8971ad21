/** The style sheet of the page: light, dark and print. No colour stands alone for a meaning. */

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
svg line.prompts, svg line.tuning { stroke-width: 3; }
svg line.prompts { stroke: var(--prompts); }
svg line.tuning { stroke: var(--tuning); stroke-dasharray: 8 4; }
svg line.turn { stroke-dasharray: 3 3; }
svg line.now { stroke-width: 2; }
svg circle.now { fill: var(--ink); }
svg text { fill: var(--ink); }
svg text.reach { fill: var(--soft); }
svg text.now { font-weight: 600; }
`;

/** One column on a phone; on a desk the sections stand beside it. */
const layout = `
.sheet { max-width: 76rem; margin: 0 auto; padding: 1.25rem; }
main { min-width: 0; }
header, section { padding: 0 0 2rem; }
section { border-top: 1px solid var(--rule); padding-top: 2rem; }
footer { border-top: 1px solid var(--rule); padding-top: 1rem; color: var(--soft); font-size: 0.875rem; }
nav { font-size: 0.875rem; margin-bottom: 1.5rem; }
nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; }
nav a { color: var(--soft); text-decoration: none; display: inline-block; padding: 0.2rem 0; }
nav a:hover { color: var(--ink); text-decoration: underline; }

.eyebrow { margin: 0; color: var(--soft); font-size: 0.9375rem; }
.lead { font-size: 1.25rem; line-height: 1.4; max-width: 42rem; }
header > p, section > p { max-width: 46rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1px; background: var(--rule); border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
.facts div { background: var(--card); padding: 0.7rem 0.9rem; }
.facts dt { color: var(--soft); font-size: 0.8125rem; }
.facts dd { margin: 0.15rem 0 0; font-weight: 600; }
figure { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 0.9rem 1rem; }
figcaption { color: var(--soft); font-size: 0.875rem; margin-top: 0.25rem; }
.poles { display: flex; justify-content: space-between; margin: 0 0 0.25rem; font-size: 0.8125rem; font-weight: 600; }
.notices { background: var(--notice); border-radius: 6px; padding: 0.8rem 1rem 0.5rem; margin: 1rem 0; font-size: 0.9375rem; }
.notices p, .notices ul { margin: 0 0 0.3rem; }

.reason { border-top: 1px solid var(--rule); }
.reason summary { display: grid; grid-template-columns: 3rem 1fr auto; padding: 0.6rem 0; align-items: baseline; list-style: none; }
.reason summary::-webkit-details-marker { display: none; }
.reason summary::after { content: "+"; color: var(--soft); padding: 0 0.5rem; font-weight: 600; }
.reason[open] summary::after { content: "−"; }
.reason[open] { padding-bottom: 0.5rem; }
.reason > p, .reason > ul { margin-inline-start: 3rem; font-size: 0.9375rem; }
.points { font-weight: 700; font-variant-numeric: tabular-nums; }
.sources { font-size: 0.9375rem; }
.blocking { max-width: 46rem; }

table { border-collapse: collapse; width: 100%; }
.scroll { overflow-x: auto; }
th, td { text-align: start; vertical-align: top; padding: 0.6rem 0.75rem; border-top: 1px solid var(--rule); }
thead th, thead td { border-top: 0; color: var(--soft); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
th:first-child, td:first-child { padding-inline-start: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.side { font-weight: 600; }
.side.neither { font-weight: 400; }
.asks { display: block; color: var(--soft); font-weight: 400; font-size: 0.875rem; }
.drawn { width: 34%; min-width: 7rem; }
.drawn .poles { margin: 0; }
tbody .drawn { vertical-align: middle; }
tfoot th, tfoot td { border-top: 2px solid var(--ink); font-weight: 700; }
.speaks { background: var(--prompts-wash); color: inherit; box-shadow: inset 0 0 0 2px var(--prompts); }
.speaks.tuning { background: var(--tuning-wash); color: inherit; box-shadow: inset 0 0 0 2px var(--tuning); }
.speaks strong { font-weight: 600; }
.badge { display: block; margin-top: 0.35rem; font-size: 0.8125rem; font-weight: 600; color: var(--prompts); }
.tuning .badge { color: var(--tuning); }
.lecture td { width: 28%; font-size: 0.9375rem; }

.gates { list-style: none; padding: 0; }
.gates li { display: grid; grid-template-columns: 1.9rem 1fr; margin-bottom: 0.9rem; }
.gates .mark { font-weight: 700; font-size: 1.1rem; line-height: 1.4; }
.gates .state { font-weight: 600; }
.open .mark, .open .state { color: var(--good); }
.closed .mark, .closed .state { color: var(--bad); }
.unknown .mark, .unknown .state { color: var(--warn); }
.more { margin: 1.25rem 0; }
.more > summary { font-weight: 700; margin-bottom: 0.5rem; }
.grounds summary { color: var(--soft); font-size: 0.875rem; }
.grounds ul { margin-top: 0.4rem; }
.steps { padding-inline-start: 2.2rem; }
.steps > li::marker { font-weight: 600; }
.steps summary { padding: 0.15rem 0; }
.steps details[open] { padding-bottom: 0.75rem; }
.steps details p { margin: 0.35rem 0; max-width: 46rem; }

@media (min-width: 68rem) {
	.sheet { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); gap: 0 3rem; padding: 2.5rem 2rem; }
	nav { grid-row: 1 / 3; position: sticky; top: 2.5rem; align-self: start; }
	nav ul { display: block; }
}
@media (min-width: 44.01rem) { .lecture th:first-child, .lecture td:first-child { width: 16%; } }
@media (max-width: 44rem) {
	.lecture, .lecture tbody, .lecture tr, .lecture th, .lecture td, .answers, .answers tbody, .answers tr, .answers th, .answers td { display: block; width: auto; }
	.lecture thead, .answers thead, .scores thead { position: absolute; left: -100rem; }
	.lecture tr, .answers tr { border-top: 1px solid var(--rule); padding: 0.75rem 0; }
	.lecture th, .lecture td, .answers th, .answers td { border: 0; padding: 0.3rem 0.6rem; }
	.lecture th, .answers th, .answers td { padding-inline-start: 0; }
	.answers th, .answers td { padding-block: 0.1rem; }
	.lecture td[data-side]::before { content: attr(data-side) ": "; color: var(--soft); }
	.scores, .scores tbody, .scores tfoot { display: block; }
	.scores tr { display: grid; grid-template-columns: 1fr auto auto; gap: 0.15rem 0.9rem; padding: 0.7rem 0; border-top: 1px solid var(--rule); align-items: baseline; }
	.scores th, .scores td { border: 0; padding: 0; width: auto; }
	.scores .asks, .scores tfoot .drawn { display: none; }
	.scores .drawn { grid-row: 2; grid-column: 1 / -1; }
	.scores .side { grid-row: 3; grid-column: 1 / -1; font-size: 0.875rem; }
	.scores .number:nth-child(3) { font-weight: 700; }
	.scores tfoot tr { border-top: 2px solid var(--ink); }
}
`;

/** The what-if panel: what follows stays in sight while an answer is changed. */
const panel = `
.moved { position: sticky; top: 0; z-index: 2; background: var(--paper); border-block: 2px solid var(--ink); padding: 0.75rem 0; margin-bottom: 1.5rem; }
.moved > div:first-child { display: flex; justify-content: space-between; align-items: start; gap: 1rem; }
.moved .verdict { margin: 0; }
.moved button { flex: none; }
.moved .verdict strong { display: block; margin-bottom: 0.15rem; font: 600 1.125rem/1.25 "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif; }
.moved .verdict { font-size: 0.875rem; line-height: 1.4; }
button { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.2rem 0.7rem; cursor: pointer; }
button:hover { border-color: var(--ink); }
fieldset { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0; }
legend { font-weight: 700; padding: 0; margin: 0 0 0.75rem; font-size: 1.0625rem; }
.field { margin: 0 0 1rem; }
.field label { display: block; font-weight: 600; margin-bottom: 0.2rem; }
.field select, .field input { font: inherit; width: 100%; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.4rem 0.5rem; text-overflow: ellipsis; scroll-margin: 14rem 0 7rem; }
.field [aria-invalid] { border: 2px solid var(--bad); }
.field.changed { border-inline-start: 4px solid var(--ink); padding-inline-start: 0.75rem; }
.hint, .complaint { font-size: 0.8125rem; margin: 0.2rem 0 0; color: var(--soft); }
.complaint { color: var(--bad); font-weight: 600; }
.complaint:empty { display: none; }
.rest { font-size: 0.9375rem; }
.rest details { margin-top: 1rem; }
.rest h3:first-child { margin-top: 0; }
.rest .gates li { margin-bottom: 0.5rem; }
@media (max-width: 55.99rem) {
	.moved { padding: 0.5rem 0 0; }
	.moved svg { height: 70px; overflow: hidden; }
	.moved svg text.turn { display: none; }
}
@media (max-height: 36rem) { .moved { position: static; } }
@media (min-width: 56rem) {
	.moved { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 2rem; align-items: center; }
	.columns { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 2.5rem; align-items: start; }
	.rest { position: sticky; top: 9.5rem; max-height: calc(100vh - 10rem); overflow: auto; padding-inline-end: 0.5rem; }
}
`;

const print = `
@page { margin: 16mm; }
@media print {
	:root { color-scheme: light; }
	html { font-size: 9.5pt; }
	body { background: #fff; line-height: 1.4; }
	h1 { font-size: 24pt; }
	.reason, .reason > p { padding: 0; margin-block: 0; }
	.grounds > summary, .reason summary::after { display: none !important; }
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
