/** The decision as an architecture decision record, laid out like MADR 4 (https://adr.github.io/madr/). */
import type { Decision } from "../../core/decision/decision.ts";
import { formatRecord } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { type Cite, citable, cite, gateSources, sourceList } from "../markdown/sources.ts";
import { answerTable } from "../markdown/tables.ts";
import { pickReasons } from "../pick-reasons.ts";
import { sayOpen, saySettled, sayStrength, sayTotal, sayWeights } from "../sentences.ts";
import type { Assets, Style } from "../style.ts";
import { weighted } from "../text/bars.ts";
import { capital, sideNames, signed, spaced, spread } from "../words.ts";
import { becauseOf, chosenOption, optionDetails, optionTitles, titleOf } from "./options.ts";
import { redecide } from "./redecide.ts";

export function adr(
	decision: Decision,
	rules: RuleSet,
	_style: Style,
	{ asOf }: Assets = {},
): string {
	const cited = citedSources(decision, rules);
	const citeIn: Cite = (sources) => cite(sources, cited, rules);
	const { ruleset } = decision;
	const day = asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined;
	return [
		frontMatter(day),
		`# ${titleOf(decision.headline)}`,
		"## Context and Problem Statement",
		"Improve the prompts, or fine-tune? This is what is known of the project:",
		answerTable(decision, rules),
		sayOpen(decision),
		"## Decision Drivers",
		...drivers(decision),
		"## Considered Options",
		bullets(optionTitles(rules)),
		"## Decision Outcome",
		`Chosen option: "${chosenOption(decision, rules)}", because ${becauseOf(decision.summary)}`,
		`${sayStrength(decision)} ${saySettled(decision)}`,
		"### Consequences",
		consequences(decision, rules, citeIn),
		"### Confirmation",
		...confirmation(decision),
		"### Re-decide by",
		...redecide(decision, rules, day),
		"## Pros and Cons of the Options",
		...optionDetails(decision, rules, citeIn),
		"## More Information",
		`Decided by should-i-finetune with the rule set ${escapeMarkdown(ruleset.name)}, edition ${escapeMarkdown(ruleset.edition)}. Points above zero speak for fine-tuning. Sources:`,
		sourceList(cited, rules),
		formatRecord(decision),
	].join("\n\n");
}

/** Nobody has accepted it yet, and without a day that was asked for it has none. */
const frontMatter = (day: string | undefined): string =>
	["---", "status: proposed", ...(day ? [`date: ${day}`] : []), "---"].join("\n");

function citedSources({ reasons, gates }: Decision, rules: RuleSet): string[] {
	return citable(rules, [
		...reasons.flatMap(({ sources }) => sources),
		...gates.flatMap(({ id, state }) => (state === "open" ? [] : gateSources(rules, id))),
	]);
}

const drivers = (decision: Decision): string[] => [
	bullets(
		decision.scores.map((score) => {
			const bar = weighted(score);
			const name = escapeMarkdown(capital(spaced(score.criterion)));
			const asks = escapeMarkdown(score.asks);
			return `${name}: ${asks} ${signed(bar.points)} (${spread(bar)}), which points to ${sideNames[score.toward]}.`;
		}),
	),
	`Total: ${signed(decision.total.points)} (${spread(decision.total)}). ${sayTotal(decision)} ${sayWeights(decision)}`.trim(),
];

/** The rows of the lecture that say what a choice takes, and what is accepted with it. */
const costRows = ["what-changes", "skillset", "cost-and-effort"];

function consequences(decision: Decision, rules: RuleSet, citeIn: Cite): string {
	const { verdict, table, steps, notices } = decision;
	const { against, blocking } = pickReasons(decision);
	const takes = table
		.filter(({ row }) => costRows.includes(row))
		.map(({ aspect, promptEngineering, fineTuning }) => {
			const text = verdict === "fine-tuning" ? fineTuning : promptEngineering;
			return `${escapeMarkdown(capital(aspect))}: ${escapeMarkdown(text)} (${citeIn([rules.lecture.source])})`;
		});
	return bullets([
		...takes,
		...blocking.map(({ because }) => `Training waits, because ${becauseOf(because)}`),
		...(against && verdict === decision.outlook
			? [`Bad, because ${becauseOf(against.because)} That is accepted with this decision.`]
			: []),
		...notices.map(({ says, source }) => `${escapeMarkdown(says)} (${escapeMarkdown(source)})`),
		...steps
			.filter(({ when }) => when === "now")
			.map(
				({ title, effort }) => `To do now: ${escapeMarkdown(title)} (${escapeMarkdown(effort)}).`,
			),
	]);
}

/** Every step says when to stop: that is what can be measured. */
function confirmation({ steps, gates }: Decision): string[] {
	const checks = steps
		.filter(({ when }) => when !== "later")
		.map(({ title, stop }) => `${escapeMarkdown(title)}: ${escapeMarkdown(stop)}`);
	const missing = gates
		.filter(({ state }) => state !== "open")
		.map(({ asks, opens }) => `${escapeMarkdown(asks)} ${escapeMarkdown(opens)}`);
	return [
		...(missing.length > 0 ? ["First, what is not in place yet:", bullets(missing)] : []),
		...(checks.length > 0 ? ["Measured by where each step stops:", bullets(checks)] : []),
		"`should-i-finetune check` on this file decides again from the answers that it carries.",
	];
}
