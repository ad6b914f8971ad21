/** How the parts of the report stand: one column on a phone, with the sections beside it on a desk. */
export const layout = `
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
.notices { background: var(--notice); border-radius: 6px; padding: 0.8rem 1rem 0.5rem; font-size: 0.9375rem; }
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
