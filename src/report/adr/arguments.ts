/** What speaks for and against an option, from this project's own reasons, gates and steps. */
import { uncapital } from "../../core/answers/format-answer.ts";
import type { Decision, Reason } from "../../core/decision/decision.ts";
import { factsOf } from "../../core/rules/formula.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import type { Side } from "../../core/side.ts";
import { escapeMarkdown } from "../markdown/escape.ts";
import { type Cite, gateSources } from "../markdown/sources.ts";

export interface Argument {
	side: "Good" | "Bad" | "Neutral";
	because: string;
	sources: string[];
}

/** The strongest are enough; all of them are in the JSON report. */
const mostFor = 4;
const mostAgainst = 2;

export const arguePrompts = ({ reasons }: Decision, rules: RuleSet): Argument[] => [
	...of("Good", "prompt-engineering", distinct(reasons, rules)).slice(0, mostFor),
	...of("Bad", "fine-tuning", distinct(reasons, rules)).slice(0, mostAgainst),
];

export const argueTuning = (decision: Decision, rules: RuleSet): Argument[] => [
	...of("Good", "fine-tuning", distinct(decision.reasons, rules)).slice(0, mostFor),
	...missing(decision).map(({ id, because }) => ({
		side: "Bad" as const,
		because,
		sources: gateSources(rules, id),
	})),
	...of(
		"Bad",
		"prompt-engineering",
		distinct(decision.reasons, rules, factsOfMissing(decision, rules)),
	).slice(0, mostAgainst),
];

/** Prompts now and fine-tuning later. */
export const argueWaiting = (decision: Decision, rules: RuleSet): Argument[] => [
	...missing(decision).map(({ id, opens }) => ({
		side: "Good" as const,
		because: `this comes first: ${opens}`,
		sources: gateSources(rules, id),
	})),
	...of("Bad", "fine-tuning", decision.reasons)
		.slice(0, 1)
		.map(({ because, ...rest }) => ({
			...rest,
			because: `it delays what your answers point to: ${uncapital(because)}`,
		})),
];

/** Reasons without those about facts that one before them was about: two scores can say nearly the same of one answer. */
function distinct(
	reasons: Reason[],
	rules: RuleSet,
	argued: readonly (readonly number[])[] = [],
): Reason[] {
	const said = [...argued];
	return reasons.filter(({ rule }) => {
		const facts = factsOfRule(rule, rules);
		if (said.some((before) => facts.every((fact) => before.includes(fact)))) return false;
		said.push(facts);
		return true;
	});
}

const factsOfRule = (id: string, { scores }: RuleSet): number[] =>
	scores.flatMap(({ rules, ladders }) => [
		...rules.flatMap((rule) => (rule.id === id ? factsOf(rule.when) : [])),
		...ladders.flatMap((ladder) => (ladder.id === id ? [ladder.fact] : [])),
	]);

const factsOfMissing = (decision: Decision, { gates }: RuleSet): number[][] =>
	missing(decision).flatMap(({ id }) =>
		gates.filter((gate) => gate.id === id).map(({ when }) => factsOf(when)),
	);

const missing = ({ gates }: Decision): Decision["gates"] =>
	gates.filter(({ state }) => state !== "open");

const of = (side: Argument["side"], speaksFor: Side, reasons: Reason[]): Argument[] =>
	reasons
		.filter(({ points }) => points > 0 === (speaksFor === "fine-tuning"))
		.map(({ because, sources }) => ({ side, because, sources }));

export const neutral = (because: string): Argument => ({ side: "Neutral", because, sources: [] });

export function sayArgument({ side, because, sources }: Argument, citeIn: Cite): string {
	const from = citeIn(sources);
	return `${side}, because ${escapeMarkdown(uncapital(because))}${from && ` (${from})`}`;
}
