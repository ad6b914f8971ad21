/** The decision as an architecture decision record, laid out like MADR 4 (https://adr.github.io/madr/). */
import { isKnown } from "../../core/answers/answers.ts";
import { uncapital } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { formatRecord } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { costTitle } from "../cost/names.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { caseList, firstReasons, firstSteps, gateTable } from "../markdown/lists.ts";
import { costBlocks, sayRules } from "../markdown/markdown.ts";
import {
	contradictionList,
	dayOf,
	headingOf,
	noticeList,
	owner,
	sayReview,
} from "../markdown/opening.ts";
import { type Cite, citable, cite, mostSources, sourceList } from "../markdown/sources.ts";
import { answerTable, sayAnswer } from "../markdown/tables.ts";
import {
	sayComputed,
	sayConfidence,
	sayOpen,
	saySettled,
	sayTotal,
	sayWeights,
} from "../sentences.ts";
import type { Assets, Style } from "../style.ts";
import { weighted } from "../text/bars.ts";
import { capital, labelOf, sideNames, signed, spaced } from "../words.ts";
import { sayArgument } from "./arguments.ts";
import { consequences } from "./consequences.ts";
import { argueOptions, chosenTitle } from "./options.ts";
import { review } from "./review.ts";

export function adr(
	decision: Decision,
	rules: RuleSet,
	_style: Style,
	{ asOf, brief = false, file }: Assets = {},
): string {
	const day = dayOf(asOf);
	const print = brief ? onePage : whole;
	return [
		frontMatter(day),
		`# ${headingOf(decision)}`,
		...contradictionList(decision, rules),
		...print(decision, rules, { day, file }),
		formatRecord(decision),
	].join("\n\n");
}

interface Document {
	day: string | undefined;
	/** The file, where it is known. */
	file: string | undefined;
}

/** Nobody has accepted it yet, and without a day that was asked for it has none. */
const frontMatter = (day: string | undefined): string =>
	[
		"---",
		"status: proposed",
		...(day ? [`date: ${day}`] : []),
		`decision-makers: ${owner}`,
		"---",
	].join("\n");

const mostReasons = 3;
const mostSteps = 3;
const mostAnswers = 4;

const onePage = (decision: Decision, rules: RuleSet, { day }: Document): string[] => [
	"## Context and Problem Statement",
	`Should the prompts be improved, or the model be fine-tuned? ${firstAnswers(decision, rules)}`.trim(),
	"## Considered Options",
	bullets(argueOptions(decision, rules).map(({ title }) => title)),
	"## Decision Outcome",
	...outcome(decision, rules),
	sayConfidence(decision),
	...sayComputed(decision, rules).map(escapeMarkdown),
	...firstReasons(decision, rules, mostReasons),
	"### Consequences",
	...(decision.verdict === "fine-tuning" ? noticeList(decision) : []),
	gateTable(decision),
	"The next steps:",
	...firstSteps(decision, mostSteps),
	"## More Information",
	`${sayReview(decision, rules, day)}. ${sayRules(decision)}`,
];

/** What the project is for, in a line. */
function firstAnswers({ answers }: Decision, rules: RuleSet): string {
	const said = Object.entries(answers)
		.filter(([, answer]) => isKnown(answer))
		.slice(0, mostAnswers)
		.map(
			([fact, answer]) => `${labelOf(rules, fact)}: ${sayAnswer(rules.questions[fact], answer)}`,
		);
	return escapeMarkdown(said.map((one) => `${capital(one)}.`).join(" "));
}

function whole(decision: Decision, rules: RuleSet, { day, file }: Document): string[] {
	const options = argueOptions(decision, rules);
	const argued = options.flatMap((option) => option.arguments);
	const cited = citable(
		rules,
		argued.flatMap(({ sources }) => sources),
	).slice(0, mostSources);
	const citeIn: Cite = (sources) => cite(sources, cited);
	return [
		"## Context and Problem Statement",
		"Should the prompts be improved, or the model be fine-tuned? The decision rests on these answers:",
		answerTable(decision, rules),
		sayOpen(decision),
		"## Decision Drivers",
		...drivers(decision),
		"## Considered Options",
		bullets(options.map(({ title }) => title)),
		"## Decision Outcome",
		...outcome(decision, rules),
		`${sayConfidence(decision)} ${saySettled(decision)}`,
		"### Consequences",
		bullets(consequences(decision)),
		...costPart(decision.cost),
		"### Confirmation",
		...confirmation(decision, file),
		"### Review",
		...review(decision, rules, day),
		"## Pros and Cons of the Options",
		...options.flatMap((option) => [
			`### Option: ${option.title}`,
			bullets(option.arguments.map((argument) => sayArgument(argument, citeIn))),
		]),
		"## More Information",
		...(decision.cases.length > 0 ? ["Similar published cases:", ...caseList(decision)] : []),
		`${sayRules(decision)} Sources:`,
		sourceList(cited, rules),
	];
}

/** What the options cost, and what the first steps save. */
const costPart = (cost: Decision["cost"]): string[] =>
	cost ? [`### ${costTitle}`, ...costBlocks(cost)] : [];

const outcome = (decision: Decision, rules: RuleSet): string[] => [
	`**${escapeMarkdown(decision.headline)}**`,
	`Chosen option: "${chosenTitle(decision, rules)}", because ${escapeMarkdown(uncapital(decision.summary))}`,
];

const drivers = (decision: Decision): string[] => [
	bullets(
		decision.scores.map((score) => {
			const name = escapeMarkdown(capital(spaced(score.criterion)));
			const points = `${signed(weighted(score).points)}, ${sideNames[score.toward]}`;
			return `**${name}** (${points}): ${escapeMarkdown(score.asks)}`;
		}),
	),
	`Points above zero favor fine-tuning. ${sayTotal(decision)} ${sayWeights(decision)}`.trim(),
];

/** Every step says when to stop: that is what can be measured. */
function confirmation({ steps }: Decision, file: string | undefined): string[] {
	const checks = steps
		.filter(({ when }) => when === "now")
		.map(({ title, stop }) => `**${escapeMarkdown(title)}:** ${escapeMarkdown(stop)}`);
	const name = file?.split(/[\\/]/).at(-1);
	// A name of other letters could end the code around it, or the line.
	const check = name && /^[\w.-]+$/.test(name) ? `check ${name}\`` : "check` on this file";
	return [
		...(checks.length > 0 ? ["Each step says when it is done:", bullets(checks)] : []),
		`\`should-i-finetune ${check} decides again from the answers that are recorded in it.`,
	];
}
