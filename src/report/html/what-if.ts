/** The panel that decides again in the page: its frame, its data and the script that fills it. */
import { servingGpu } from "../../core/cost/compare-costs.ts";
import type { PriceBook } from "../../core/cost/prices.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { escapeUnits } from "../../core/harmless.ts";
import type { Place } from "../../core/problems.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { type Html, html, raw } from "./markup.ts";

/** What the script reads: the rules, and where to start from. */
export interface WhatIfData {
	rules: RuleSet;
	answers: Decision["answers"];
	/** The day of the decision; the day of the provider table when left out. */
	asOf?: string;
}

export const whatIfPanel: Html = html`<section id="what-if" aria-labelledby="what-if-title" data-what-if hidden>
<h2 id="what-if-title">What if an answer changes?</h2>
<p>Change an answer and see what moves. The same rules decide here in the page; nothing is sent anywhere, and the report around it stays as it is.</p>
<div class="moved">
<div><p class="verdict" role="status" aria-atomic="true"></p>
<button type="reset" form="what-if-form">Reset</button></div>
<div class="line"></div>
</div>
<div class="columns">
<form id="what-if-form" aria-labelledby="what-if-title" autocomplete="off"></form>
<div class="rest" role="region" aria-label="What follows from these answers"></div>
</div>
</section>
`;

/** @param script the bundle of `src/page/what-if.ts` */
export const whatIfScripts = (data: WhatIfData, script: string): Html =>
	raw(
		`<script type="application/json" id="what-if-data">${inlineJson(data)}</script>\n<script>${script}</script>`,
	);

/** What the engine needs to decide: the report has named the sources and steps already. Titles of steps are part of a headline. */
export const slimRules = (rules: RuleSet): RuleSet => ({
	...rules,
	questions: Object.fromEntries(
		Object.entries(rules.questions).map(([fact, question]) => [
			fact,
			{ ...question, why: "", find: "" },
		]),
	),
	places: {},
	scores: rules.scores.map((score) => ({
		...score,
		rules: score.rules.map(slim),
		ladders: score.ladders.map(slim),
	})),
	gates: rules.gates.map(slim),
	lecture: { ...rules.lecture, statements: {} },
	// Only a headline about prompts names a step.
	steps: rules.steps
		.filter(
			({ verdict, outlook, state = "prompts" }) =>
				state === "prompts" && ![verdict, outlook].includes("fine-tuning"),
		)
		.map((step) => ({ ...step, ...untold })),
	contradictions: [],
	providers: slimProviders(rules.providers),
	...(rules.prices && { prices: slimPrices(rules.prices) }),
	skips: {},
	cores: {},
	evidence: {},
	disagreements: {},
	promises: [],
	explained: [],
	tests: [],
});

/** What can still be fine-tuned, and the GPU that it is served on; the report has named the sources. */
const slimPrices = (book: PriceBook): PriceBook => ({
	...book,
	prices: book.prices.map((price) => ({ ...price, source: "" })),
	offers: book.offers
		.filter(({ status }) => status === "open" || status === "limited")
		.map(({ note: _, ...offer }) => ({ ...offer, source: "" })),
	gpus: book.gpus.filter(({ gpu }) => gpu === servingGpu).map((gpu) => ({ ...gpu, source: "" })),
	assumptions: Object.fromEntries(
		Object.entries(book.assumptions).map(([name, one]) => [name, { ...one, source: "" }]),
	),
	batch: book.batch.map((one) => ({ ...one, source: "" })),
	retires: book.retires.map((one) => ({ ...one, source: "" })),
});

/** Without what it rests on and where it is written. */
const slim = <T extends { sources: string[]; at: Place }>(part: T): T => ({
	...part,
	sources: [],
	at: nowhere,
});

/** What ends, and the names to turn to. */
function slimProviders(providers: RuleSet["providers"]): RuleSet["providers"] {
	const status = Object.entries(providers.status).map(([id, { events, aliases, ...provider }]) => {
		const ends = events.filter(({ status }) => status === "closed" || status === "retiring");
		const slimmed = ends.map((event) => ({ ...event, source: "" }));
		return [id, { ...provider, events: slimmed, aliases: ends.length > 0 ? aliases : [] }];
	});
	return { ...providers, status: Object.fromEntries(status) };
}

const nowhere: Place = { file: "" };
const untold = { do: "", why: "", effort: "", stop: "", sources: [] };

/** JSON that cannot end the element around it, nor turn the writing direction. */
const inlineJson = (data: unknown): string =>
	JSON.stringify(data).replaceAll(/[<>\u007f-\uffff]/g, escapeUnits);
