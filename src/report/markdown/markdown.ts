/** The decision for a document: GitHub, Confluence and Notion show it alike. */
import { listed } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { phases } from "../../core/decision/steps.ts";
import { formatRecord } from "../../core/records/record.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { pickReasons } from "../pick-reasons.ts";
import {
	decidingQuestions,
	sayAdvice,
	sayFlip,
	sayOpen,
	saySettled,
	sayStrength,
	sayTotal,
	sayWeights,
} from "../sentences.ts";
import { capital, flagOf, labelOf, sideNames } from "../words.ts";
import { bullets, escapeMarkdown } from "./escape.ts";
import { type Cite, citable, cite, gateSources, grounds, sourceList } from "./sources.ts";
import { answerTable, lectureTable, scoreTable } from "./tables.ts";

export function markdown(decision: Decision, rules: RuleSet): string {
	const { speaking, against } = pickReasons(decision);
	const cited = citable(rules, [
		...[...speaking, ...(against ? [against] : [])].flatMap(({ sources }) => sources),
		...decision.gates.flatMap(({ id }) => gateSources(rules, id)),
		...decision.steps.flatMap(({ sources }) => sources),
	]);
	const citeIn: Cite = (sources) => cite(sources, cited, rules);
	const { headline, summary, ruleset } = decision;
	return [
		"## Improve the prompts, or fine-tune?",
		`**${escapeMarkdown(headline)}** ${escapeMarkdown(summary)}`,
		`${sayStrength(decision)} ${saySettled(decision)}`,
		...list(
			decision.notices.map(
				({ says, source }) => `**Provider:** ${escapeMarkdown(says)} (${escapeMarkdown(source)})`,
			),
		),
		...part("Why", reasonList(decision, rules, citeIn)),
		...part("Scores", [
			scoreTable(decision),
			`${sayTotal(decision)} ${sayWeights(decision)}`.trim(),
		]),
		...part("The lecture's table", [
			`In bold what speaks for this project; the two columns in the middle are the lecture's claims (${citeIn([rules.lecture.source])}).`,
			lectureTable(decision),
		]),
		...part("What must be in place before training", gateList(decision, rules, citeIn)),
		...part("What could change it", openEnds(decision, rules)),
		...part("What to do", stepList(decision, citeIn)),
		...part("Similar published cases", caseList(decision)),
		...part("Answers", [answerTable(decision, rules)]),
		...part("Sources", [sourceList(cited, rules)]),
		`Decided by should-i-finetune with the rule set ${escapeMarkdown(ruleset.name)}, edition ${escapeMarkdown(ruleset.edition)}.`,
		formatRecord(decision),
	].join("\n\n");
}

const part = (title: string, blocks: string[]): string[] =>
	blocks.length > 0 ? [`### ${title}`, ...blocks] : [];

/** A list as one block, or none. */
const list = (items: string[]): string[] => (items.length > 0 ? [bullets(items)] : []);

function reasonList(decision: Decision, rules: RuleSet, citeIn: Cite): string[] {
	const { speaking, against, blocking } = pickReasons(decision);
	const ground = (id: string, sources: string[]) => grounds(`\`${id}\``, citeIn(sources));
	const say = ({ because, rule, sources }: Decision["reasons"][number]) =>
		`${escapeMarkdown(because)} ${ground(rule, sources)}`;
	return list([
		...blocking.map(
			({ id, because }) =>
				`Not yet: ${escapeMarkdown(because)} ${ground(id, gateSources(rules, id))}`,
		),
		...speaking.map((reason) => `For ${sideNames[decision.outlook]}: ${say(reason)}`),
		...(speaking.length > 0 ? [] : sayAdvice(decision, rules)).map(({ says, id }) =>
			id ? `${escapeMarkdown(says)} ${ground(id, [rules.lecture.source])}` : escapeMarkdown(says),
		),
		...(against ? [`Against it: ${say(against)}`] : []),
	]);
}

const gateList = ({ gates }: Decision, rules: RuleSet, citeIn: Cite): string[] =>
	list(
		gates.map(({ id, asks, state, because, opens }) => {
			const how = state === "open" ? "" : ` To open it: ${escapeMarkdown(opens)}`;
			const sources = citeIn(gateSources(rules, id));
			return `[${state === "open" ? "x" : " "}] **${escapeMarkdown(asks)}** ${capital(state)}: ${escapeMarkdown(because)}${how}${sources && ` (${sources})`}`;
		}),
	);

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
						`Best to ask next: ${escapeMarkdown(ask)} ${escapeMarkdown(`(${flagOf(rules, nextQuestion)})`)}`,
					]
				: []),
			...flips.map(
				(flip) =>
					`It would turn to ${sideNames[flip.verdict]} if ${escapeMarkdown(sayFlip(flip, rules))}.`,
			),
		]),
	];
}

function stepList({ steps }: Decision, citeIn: Cite): string[] {
	return phases.flatMap((phase) => {
		const items = steps.flatMap(({ when, title, effort, why, do: todo, stop, sources }, index) => {
			if (when !== phase) return [];
			const from = citeIn(sources);
			const says = [why, todo, stop].map(escapeMarkdown).join(" ");
			return [
				`${index + 1}. **${escapeMarkdown(title)}** (${escapeMarkdown(effort)}). ${says}${from && ` (${from})`}`,
			];
		});
		return items.length > 0 ? [`**${capital(phase)}**`, items.join("\n")] : [];
	});
}

const caseList = ({ cases }: Decision): string[] =>
	list(
		cases.map(
			({ title, outcome, why }) =>
				`${escapeMarkdown(title)}: ${sideNames[outcome]}. ${escapeMarkdown(why)}`,
		),
	);
