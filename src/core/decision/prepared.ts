/** What the build finds out ahead about the built-in rules, since it takes longer than a decision. */
import type { Answers } from "../answers/answers.ts";
import { attachDiagrams, type PackedDiagrams } from "../diagram/packed-diagrams.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Unknowns } from "./unknowns.ts";

export interface Prepared {
	diagrams: PackedDiagrams;
	/** While nothing is answered: every interview begins with it, and it takes longest to find out. */
	nothingKnown: Unknowns;
}

const prepared = new WeakMap<RuleSet, Prepared>();

/** Lays it beside the rules; a changed copy of the rules does not take it along. */
export function attachPrepared(rules: RuleSet, found: Prepared): void {
	prepared.set(rules, found);
	attachDiagrams(rules, found.diagrams);
}

/** Whether these are rules as the build has prepared them. */
export const isPrepared = (rules: RuleSet): boolean => prepared.has(rules);

/** What is to be said of what is not known while nothing is answered. */
export function preparedUnknowns(rules: RuleSet, answers: Answers): Unknowns | undefined {
	if (Object.keys(answers).length > 0) return undefined;
	const known = prepared.get(rules)?.nothingKnown;
	// Who changes a decision does not change the next one.
	return known && structuredClone(known);
}
