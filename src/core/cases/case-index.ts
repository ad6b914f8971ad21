/** Published cases by what they tell: all of them are compared with an answer, and few then looked at. */
import { cellsOf } from "../answers/answer-set.ts";
import { type Answer, isKnown, parseAnswers } from "../answers/answers.ts";
import type { Cells, Domain } from "../answers/domain.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { PublishedCase } from "./case-file.ts";

/** What a published case is compared by, and what is said of it. */
export type ComparedCase = Pick<PublishedCase, "id" | "title" | "outcome" | "facts" | "source">;

export interface CaseIndex {
	/** Sorted by id, so that the order in which they were read does not matter. */
	cases: readonly ComparedCase[];
	/** By fact number: which cases tell what. */
	postings: readonly (readonly Posting[])[];
}

/** The cases, by their places, that tell the same of a fact. */
interface Posting {
	cells: Cells;
	places: readonly number[];
}

/** A case says nothing of the fact, or nothing that the rule set can read. */
export const notGiven: Cells = 0;

const indexes = new WeakMap<readonly ComparedCase[], { rules: RuleSet; index: CaseIndex }>();

/** The index of some cases; made once for the rules that are at hand. */
export function indexOf(rules: RuleSet, cases: readonly ComparedCase[]): CaseIndex {
	const known = indexes.get(cases);
	if (known?.rules === rules) return known.index;
	const index = makeIndex(rules, cases);
	indexes.set(cases, { rules, index });
	return index;
}

function makeIndex(rules: RuleSet, cases: readonly ComparedCase[]): CaseIndex {
	const sorted = cases.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const postings = rules.domains.map((domain) => {
		const groups = new Map<Cells, number[]>();
		for (const [place, { facts }] of sorted.entries()) {
			const cells = cellsIn(rules, facts, domain);
			if (cells !== notGiven) groups.set(cells, [...(groups.get(cells) ?? []), place]);
		}
		return Array.from(groups, ([cells, places]) => ({ cells, places }));
	});
	return { cases: sorted, postings };
}

/** What a case tells of a fact. */
export function cellsIn(rules: RuleSet, facts: ComparedCase["facts"], domain: Domain): Cells {
	if (!Object.hasOwn(facts, domain.fact)) return notGiven;
	const answer = answerOf(rules, domain.fact, facts[domain.fact]);
	return isKnown(answer) ? cellsOf(domain, answer.value) : notGiven;
}

/** A fact of a case as an answer, if the rule set can read it. */
export function answerOf({ questions }: RuleSet, fact: string, value: unknown): Answer | undefined {
	const read = parseAnswers(questions, [{ fact, value, from: "case" }]);
	return read.ok ? read.value[fact] : undefined;
}
