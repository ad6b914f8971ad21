/** How numbers and ids of a decision are said. */

import { valuesOf } from "../core/answers/domain.ts";
import { formatNumber } from "../core/answers/numbers.ts";
import type { Decision } from "../core/decision/decision.ts";
import { own } from "../core/own.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { Side } from "../core/side.ts";

export const sideNames = {
	"prompt-engineering": "prompt engineering",
	"fine-tuning": "fine-tuning",
	neither: "neither side",
} satisfies Record<Side | "neither", string>;

/** The same where there is little room. */
export const sideWords = {
	...sideNames,
	"prompt-engineering": "prompts",
} satisfies typeof sideNames;

/** `domain-specificity` as people write it. */
export const spaced = (id: string): string => id.replaceAll("-", " ");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `+12`, `−3`, `0`. */
export function signed(points: number, minus = "−"): string {
	const size = formatNumber(Math.abs(points));
	if (points === 0) return size;
	return (points > 0 ? "+" : minus) + size;
}

/** What a sum can still become; nothing when it is final. */
export const spread = ({ min, max }: { min: number; max: number }, minus?: string): string =>
	min === max ? "final" : `${signed(min, minus)} to ${signed(max, minus)}`;

/** How far something is that comes before fine-tuning. */
export const gateWords = {
	open: "Done",
	closed: "Not yet",
	unknown: "Not known",
} satisfies Record<Decision["gates"][number]["state"], string>;

export const evenChance = "about even";

/** A probability for people: `about 9 in 10`. */
export function chance(probability: number): string {
	if (probability < 0.55) return evenChance;
	if (probability >= 0.945) return "about 19 in 20";
	return `about ${Math.round(probability * 10)} in 10`;
}

export const count = (number: number, one: string): string =>
	`${formatNumber(number)} ${one}${number === 1 ? "" : "s"}`;

export const times = (number: number): string =>
	number === 1 ? "once" : number === 2 ? "double" : `${number} times`;

export type Questions = Pick<RuleSet, "questions">;

export const labelOf = ({ questions }: Questions, fact: string): string =>
	own(questions, fact)?.label ?? spaced(fact);

/** A flag with what it takes: `--evals none | spot-checks | suite`. */
export function flagOf({ questions }: Questions, fact: string): string {
	const question = own(questions, fact);
	if (!question) return `--${fact}`;
	const values = valuesOf(question)?.join(" | ");
	return `--${fact} ${values ?? `<${question.number?.unit ?? "name"}>`}`;
}
