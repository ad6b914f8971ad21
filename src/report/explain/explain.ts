/** Everything the rule set says about one id, as sections of plain sentences. */

import { acceptedBy } from "../../core/answers/accepted.ts";
import { valuesOf } from "../../core/answers/domain.ts";
import type { Moves } from "../../core/answers/moves.ts";
import type { PublishedCase } from "../../core/cases/case-file.ts";
import { own } from "../../core/own.ts";
import { formatFormula } from "../../core/rules/format-formula.ts";
import { factsOf } from "../../core/rules/formula.ts";
import type { Evidence } from "../../core/rules/rule-file.ts";
import type { CompiledLadder, CompiledRule, RuleSet } from "../../core/rules/rule-set.ts";
import { capital, labelOf, signed, spaced, times } from "../words.ts";
import { explainCase } from "./case.ts";

export interface Section {
	title: string;
	lines: string[];
}

/** What an id can be: each reads the id in its own way. */
const explainers: Record<string, (rules: RuleSet, id: string) => Section[] | undefined> = {
	fact: explainFact,
	score: explainScore,
	rule: explainRule,
	"condition before you fine-tune": explainGate,
	"lecture row": explainRow,
	"statement of the lecture": explainStatement,
	source: explainSource,
	"disagreement between sources": explainDisagreement,
	step: explainStep,
	provider: explainProvider,
};

/** Sections about an id, for every kind of thing that has it; empty when nothing has. */
export const explainId = (
	rules: RuleSet,
	id: string,
	cases: readonly PublishedCase[] = [],
): Section[] => [
	...Object.entries(explainers).flatMap(([kind, explain]) => {
		const [first, ...rest] = explain(rules, id) ?? [];
		return first ? [{ ...first, title: `${id}, a ${kind}. ${first.title}`.trim() }, ...rest] : [];
	}),
	...explainCase(rules, id, cases),
];

const section = (title: string, lines: string[]): Section[] =>
	lines.length > 0 ? [{ title, lines }] : [];

type Weighed = { score: RuleSet["scores"][number]; rule: CompiledRule | CompiledLadder };

const allRules = (rules: RuleSet): Weighed[] =>
	rules.scores.flatMap((score) =>
		[...score.ladders, ...score.rules].map((rule) => ({ score, rule })),
	);

/** A reason without answers: `{examples}` stands for any number of them. */
const reasonOf = ({ because }: { because: string }, { questions }: RuleSet): string =>
	because.replaceAll(/\{([^{}]*)\}/g, (place, fact) =>
		own(questions, fact)?.number ? "N" : place,
	);

const factOf = ({ fact }: CompiledLadder, { domains }: RuleSet): string =>
	domains[fact]?.fact ?? "";

/** A rule or ladder in a line. */
function summary({ rule }: Weighed, rules: RuleSet): string {
	if ("points" in rule) return `${rule.id} (${signed(rule.points, "-")}): ${reasonOf(rule, rules)}`;
	const steps = rule.steps.map(({ points, label }) => `${signed(points, "-")} for ${label}`);
	return `${rule.id}: ${steps.join("; ")}.`;
}

function explainFact(rules: RuleSet, id: string): Section[] | undefined {
	const question = own(rules.questions, id);
	if (!question) return undefined;
	const fact = rules.domains.findIndex((domain) => domain.fact === id);
	const meanings = question.choices ?? question["yes-no"] ?? {};
	const uses = ({ rule }: Weighed) =>
		"when" in rule ? factsOf(rule.when).includes(fact) : rule.fact === fact;
	const gates = rules.gates.filter(({ when }) => factsOf(when).includes(fact));
	return [
		{ title: question.ask, lines: [question.why, `How to find out: ${question.find}`] },
		...section(
			"Answers",
			valuesOf(question)?.map((value) => `${value}: ${own(meanings, value)}`) ?? [
				`${capital(acceptedBy(question))}.`,
			],
		),
		...section("Where it counts", [
			...allRules(rules)
				.filter(uses)
				.map((one) => summary(one, rules)),
			...gates.map((gate) => `${gate.id}, before you fine-tune: ${gate.asks}`),
		]),
		{
			title: "How to answer",
			lines: [
				`--${id}, or ${id} in an answers file, or SHOULD_I_FINETUNE_${id.toUpperCase().replaceAll("-", "_")}.`,
				sayMoves[question.moves],
			],
		},
	];
}

/** What can happen to an answer, and so what the changes that turn a verdict may hold. */
const sayMoves = {
	forward:
		"Your team can improve it (down the list, to a larger number, from no to yes), but not undo it.",
	freely: "Your team can change it either way.",
	given: "It can change, but not through your team's work; the report says so where this matters.",
	never: "It describes the project itself, so the report does not suggest changing it.",
} satisfies Record<Moves, string>;

function explainScore(rules: RuleSet, id: string): Section[] | undefined {
	const score = rules.scores.find((candidate) => candidate.id === id);
	if (!score) return undefined;
	return [
		{
			title: score.asks,
			lines: [
				`Counts ${times(score.weight)}.`,
				"Points above zero favor fine-tuning; points below zero favor prompts.",
			],
		},
		...section(
			"Rules",
			[...score.ladders, ...score.rules].map((rule) => summary({ score, rule }, rules)),
		),
	];
}

const sayVeto = "No total outweighs it: where it holds, fine-tuning is ruled out.";

function explainRule(rules: RuleSet, id: string): Section[] | undefined {
	const found = allRules(rules).find(({ rule }) => rule.id === id);
	if (!found) return undefined;
	const { score, rule } = found;
	const weigh = (points: number) =>
		`${signed(points, "-")}, ${signed(points * score.weight, "-")} in the total`;
	const says =
		"points" in rule
			? {
					title: reasonOf(rule, rules),
					lines: [
						`Holds when ${formatFormula(rule.when, rules.domains)}.`,
						`Points: ${weigh(rule.points)} (score ${score.id}, weight ${score.weight}).`,
						...(rule.veto ? [sayVeto] : []),
					],
				}
			: {
					title: `The points depend on ${labelOf(rules, factOf(rule, rules))}.`,
					lines: rule.steps.map(
						(step) => `${step.label} (${weigh(step.points)}): ${reasonOf(step, rules)}`,
					),
				};
	return [
		says,
		...rowLines(rules, rule.row),
		...sourceLines(rules, rule.sources),
		placeOf(rule.at),
	];
}

const placeOf = (at: { file: string; line?: number }): Section => ({
	title: "Where it is defined",
	lines: [
		`${at.file}${at.line ? `, line ${at.line}` : ""}. If you disagree, change it there or replace it in a rule set that extends this one.`,
	],
});

function explainGate(rules: RuleSet, id: string): Section[] | undefined {
	const gate = rules.gates.find((candidate) => candidate.id === id);
	if (!gate) return undefined;
	return [
		{
			title: gate.asks,
			lines: [
				`Done when ${formatFormula(gate.when, rules.domains)}.`,
				`Done: ${gate.open}`,
				`Not yet: ${gate.closed}`,
				`Not known: ${gate.unknown} What is not known counts as not done.`,
				`To do: ${gate.opens}`,
			],
		},
		...rowLines(rules, gate.row),
		...sourceLines(rules, gate.sources),
		placeOf(gate.at),
	];
}

function rowLines({ lecture }: RuleSet, row: string): Section[] {
	const cells = own(lecture.table, row);
	if (!cells) return [];
	return section(`The lecture's row: ${cells.aspect}`, [
		`Prompt engineering: ${cells["prompt-engineering"]}`,
		`Fine-tuning: ${cells["fine-tuning"]}`,
	]);
}

function explainRow(rules: RuleSet, id: string): Section[] | undefined {
	const [cells] = rowLines(rules, id);
	if (!cells) return undefined;
	const speaking = allRules(rules).filter(({ rule }) => rule.row === id);
	return [
		{ ...cells, title: `${cells.title}.` },
		...section(
			"Rules in this row",
			speaking.map((one) => summary(one, rules)),
		),
		...sourceLines(rules, [rules.lecture.source]),
	];
}

function explainStatement(rules: RuleSet, id: string): Section[] | undefined {
	const statement = own(rules.lecture.statements, id);
	if (!statement) return undefined;
	const { refined, sources = [] } = statement;
	return [
		{ title: statement.says, lines: ["This is the lecture's claim."] },
		...section("What later evidence adds", refined ? [refined] : []),
		...sourceLines(rules, [rules.lecture.source, ...sources]),
	];
}

/** A source in full: what it says, who says it, and what the author gains. */
export function describeSource(id: string, source: Evidence): string[] {
	const { who, title, year, kind, url, says, secondary, gains, checked } = source;
	return [
		says,
		`${who}: ${title} (${year}; ${spaced(kind)}${secondary ? ", read in someone else's summary" : ""}).`,
		...(gains ? [`Conflict of interest: ${gains}`] : []),
		...(url ? [url] : []),
		`Last checked ${checked}. Id: ${id}.`,
	];
}

function sourceLines(rules: RuleSet, ids: string[]): Section[] {
	return ids.flatMap((id) => {
		const source = own(rules.evidence, id);
		return source ? section(`Source: ${source.who}`, describeSource(id, source)) : [];
	});
}

function explainSource(rules: RuleSet, id: string): Section[] | undefined {
	const source = own(rules.evidence, id);
	if (!source) return undefined;
	const citing = allRules(rules).filter(({ rule }) => rule.sources.includes(id));
	const disputed = Object.entries(rules.disagreements).filter(([, { sides }]) =>
		sides.some(({ sources }) => sources.includes(id)),
	);
	return [
		{ title: "", lines: describeSource(id, source) },
		...section(
			"Rules that cite it",
			citing.map((one) => summary(one, rules)),
		),
		...section(
			"Where other sources disagree",
			disputed.map(([key, { question }]) => `${key}: ${question}`),
		),
	];
}

function explainDisagreement(rules: RuleSet, id: string): Section[] | undefined {
	const found = own(rules.disagreements, id);
	if (!found) return undefined;
	const sides = found.sides.map(({ says, sources }) => `${says} (${sources.join(", ")})`);
	return [
		{ title: found.question, lines: sides },
		...section("How the rules treat it", [found.ours]),
	];
}

function explainStep(rules: RuleSet, id: string): Section[] | undefined {
	const step = rules.steps.find((candidate) => candidate.id === id);
	if (!step) return undefined;
	return [
		{
			title: `${step.title}.`,
			lines: [step.do, `Why: ${step.why}`, `Effort: ${step.effort}`, `When to stop: ${step.stop}`],
		},
		...sourceLines(rules, step.sources ?? []),
	];
}

function explainProvider(rules: RuleSet, id: string): Section[] | undefined {
	const provider = own(rules.providers.status, id);
	if (!provider) return undefined;
	const names = [id, ...provider.aliases].join(", ");
	return [
		{ title: `${provider.name}.`, lines: [`Also accepted as: ${names}.`] },
		...section(
			`Status, last checked on ${rules.providers["as-of"]}`,
			provider.events.map(
				({ date, status, what, source }) => `${date}, ${status}: ${what} (${source})`,
			),
		),
		...section(
			"Alternatives",
			provider.alternatives.map((other) => own(rules.providers.status, other)?.name ?? other),
		),
	];
}
