/** Published cases as a decision compares them all: by what they tell, since few of them are then looked at. */

import type { Answer } from "./answers.ts";
import { cellsOf, isKnown, parseAnswers } from "./answers.ts";
import type { PublishedCase } from "./case-file.ts";
import type { Cells, Domain } from "./domain.ts";
import type { RuleSet } from "./rule-set.ts";

/** What a published case is compared by, and what is said of it. */
export type ComparedCase = Pick<PublishedCase, "id" | "title" | "outcome" | "facts">;

export type Told = Pick<ComparedCase, "title" | "facts">;

export interface CaseTable {
	/** In order, so that the order of the cases does not matter. */
	ids: readonly string[];
	outcomes: readonly ComparedCase["outcome"][];
	/** How many facts each tells. */
	counts: readonly number[];
	/** By fact number. */
	tellers: readonly (readonly Tellers[])[];
	tell(place: number): Told;
}

/** The cases, by their places, that tell the same of a fact. */
export interface Tellers {
	cells: Cells;
	places: readonly number[];
}

/** A case says nothing of the fact, or nothing that the rule set can read. */
export const notTold: Cells = 0;

const tables = new WeakMap<readonly ComparedCase[], { rules: RuleSet; table: CaseTable }>();

/** The table of some cases; made once for the rules that are at hand. */
export function tableOf(rules: RuleSet, cases: readonly ComparedCase[]): CaseTable {
	const known = tables.get(cases);
	if (known?.rules === rules) return known.table;
	const table = makeTable(rules, cases);
	tables.set(cases, { rules, table });
	return table;
}

function makeTable(rules: RuleSet, cases: readonly ComparedCase[]): CaseTable {
	const sorted = cases.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return {
		ids: sorted.map(({ id }) => id),
		outcomes: sorted.map(({ outcome }) => outcome),
		counts: sorted.map(({ facts }) => Object.keys(facts).length),
		tellers: rules.domains.map((domain) => {
			const groups = new Map<Cells, number[]>();
			for (const [place, { facts }] of sorted.entries()) {
				const cells = cellsIn(rules, facts, domain);
				if (cells !== notTold) groups.set(cells, [...(groups.get(cells) ?? []), place]);
			}
			return Array.from(groups, ([cells, places]) => ({ cells, places }));
		}),
		tell: (place) => sorted[place] as ComparedCase,
	};
}

/** What a case tells of a fact. */
export function cellsIn(rules: RuleSet, facts: ComparedCase["facts"], domain: Domain): Cells {
	if (!Object.hasOwn(facts, domain.fact)) return notTold;
	const value = facts[domain.fact];
	// Nearly every fact is a word of the list: parsing them all takes longer than a decision.
	const place = domain.kind === "choice" ? domain.values.indexOf(String(value)) : -1;
	if (place >= 0) return 1 << place;
	const answer = answerOf(rules, domain.fact, value);
	return isKnown(answer) ? cellsOf(domain, answer.value) : notTold;
}

/** A fact of a case as an answer, if the rule set can read it. */
export function answerOf({ questions }: RuleSet, fact: string, value: unknown): Answer | undefined {
	const read = parseAnswers(questions, [{ fact, value, from: "case" }]);
	return read.ok ? read.value[fact] : undefined;
}
