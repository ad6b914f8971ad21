/** The decision for a document: GitHub, Confluence and Notion show it alike. */
import { listed } from "../../core/answers/format-answer.ts";
import type { CostData } from "../../core/cost/cost-json.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { formatRecord } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { costBrief } from "../cost/brief.ts";
import { costTitle } from "../cost/names.ts";
import { pickReasons } from "../pick-reasons.ts";
import {
	decidingQuestions,
	sayComputed,
	sayConfidence,
	sayFlip,
	sayOpen,
	saySettled,
	sayTotal,
	sayWeights,
} from "../sentences.ts";
import type { Assets, Style } from "../style.ts";
import { flagOf, labelOf, sideNames } from "../words.ts";
import { escapeMarkdown, markdownTable } from "./escape.ts";
import {
	caseList,
	countDone,
	firstReasons,
	firstSteps,
	gateList,
	gateTable,
	list,
	reasonItems,
	stepList,
} from "./lists.ts";
import { contradictionList, headingOf, noticeList, sayHeadline, statusList } from "./opening.ts";
import { type Cite, citable, cite, gateSources, mostSources, sourceList } from "./sources.ts";
import { answerTable, lectureTable, scoreTable } from "./tables.ts";

export function markdown(
	decision: Decision,
	rules: RuleSet,
	_style?: Style,
	{ asOf, brief = false }: Assets = {},
): string {
	return [
		`# ${headingOf(decision)}`,
		sayHeadline(decision),
		statusList(decision, rules, asOf),
		...contradictionList(decision, rules),
		...(brief ? onePage(decision, rules) : whole(decision, rules)),
		sayRules(decision),
		formatRecord(decision),
	].join("\n\n");
}

const briefReasons = 3;
const briefSteps = 3;

const onePage = (decision: Decision, rules: RuleSet): string[] => [
	sayConfidence(decision),
	...sayComputed(decision, rules).map(escapeMarkdown),
	...(decision.verdict === "fine-tuning" ? providerPart(decision) : []),
	...part("Why", firstReasons(decision, rules, briefReasons)),
	...part("Before you fine-tune", [gateTable(decision)]),
	...part("Next steps", firstSteps(decision, briefSteps)),
];

function whole(decision: Decision, rules: RuleSet): string[] {
	const cited = citedSources(decision, rules);
	const citeIn: Cite = (sources) => cite(sources, cited);
	const provider = providerPart(decision);
	const isTuning = decision.verdict === "fine-tuning";
	return [
		`${sayConfidence(decision)} ${saySettled(decision)}`,
		...(isTuning ? provider : []),
		...part("Why", list(reasonItems(decision, rules, { citeIn }))),
		...part(`Before you fine-tune: ${countDone(decision)}`, gateList(decision, rules, citeIn)),
		...part("Next steps", stepList(decision, citeIn)),
		...(isTuning ? [] : provider),
		...part("What would change the verdict", openEnds(decision, rules)),
		...(decision.cost ? part(costTitle, costBlocks(decision.cost)) : []),
		...part("Similar published cases", caseList(decision)),
		...part("Scores", [
			scoreTable(decision),
			`${sayTotal(decision)} ${sayWeights(decision)}`.trim(),
		]),
		...part("The lecture's comparison table", [
			`The lecture, ${lectureName(rules)} (${citeIn([rules.lecture.source])}), compares the two sides row by row. What applies to this project is in bold.`,
			lectureTable(decision),
		]),
		...part("Answers", [answerTable(decision, rules)]),
		...part("Sources", [sourceList(cited, rules)]),
	];
}

export function costBlocks(cost: CostData): string[] {
	const { headline, caption, rows, lines } = costBrief(cost);
	return [
		escapeMarkdown(headline),
		`${escapeMarkdown(caption)}:`,
		markdownTable(
			["way", "usual", "lowest", "highest"],
			rows.map(({ name, cells }) => [name, ...cells].map(escapeMarkdown)),
			["---", "--:", "--:", "--:"],
		),
		...list(lines.map(escapeMarkdown)),
	];
}

const providerPart = (decision: Decision): string[] =>
	part("What the provider offers", noticeList(decision));

const lectureName = ({ lecture, evidence }: RuleSet): string =>
	escapeMarkdown(evidence[lecture.source]?.title ?? lecture.source);

const citedSources = (decision: Decision, rules: RuleSet): string[] => {
	const { speaking, against } = pickReasons(decision);
	return citable(rules, [
		...[...speaking, ...(against ? [against] : [])].flatMap(({ sources }) => sources),
		...decision.gates.flatMap(({ id }) => gateSources(rules, id)),
		...decision.steps.flatMap(({ sources }) => sources),
	]).slice(0, mostSources);
};

export const sayRules = ({ ruleset }: Decision): string =>
	`Decided by should-i-finetune with the rule set ${escapeMarkdown(ruleset.name)}, edition ${escapeMarkdown(ruleset.edition)}.`;

const part = (title: string, blocks: string[]): string[] =>
	blocks.length > 0 ? [`## ${title}`, ...blocks] : [];

function openEnds(decision: Decision, rules: RuleSet): string[] {
	const { flips, nextQuestion } = decision;
	const name = ({ fact }: { fact: string }) =>
		escapeMarkdown(`${labelOf(rules, fact)} (--${fact})`);
	const { alone, together } = decidingQuestions(decision);
	const ask = nextQuestion && rules.questions[nextQuestion]?.ask;
	return [
		sayOpen(decision),
		...list([
			...(alone.length > 0 ? [`On their own: ${listed(alone.map(name))}.`] : []),
			...(together.length > 0 ? [`Only with others: ${listed(together.map(name))}.`] : []),
			...(ask
				? [
						`Find out next: ${escapeMarkdown(ask)} ${escapeMarkdown(`(${flagOf(rules, nextQuestion)})`)}`,
					]
				: []),
			...flips.map(
				(flip) =>
					`The verdict would be ${sideNames[flip.verdict]} if ${escapeMarkdown(sayFlip(flip, rules))}.`,
			),
		]),
	];
}
