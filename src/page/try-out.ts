/** A flip as answers for the form: of every set of values that does it, the first. */

import { type Domain, formatCells, sizeOf } from "../core/answers/domain.ts";
import type { Decision } from "../core/decision/decision.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { FormFacts } from "./decide-facts.ts";

type Flip = Decision["flips"][number];

/** Nothing where a change is to a name that no rule mentions. */
export function tryOut({ changes }: Flip, { domains }: RuleSet): FormFacts | undefined {
	const facts: FormFacts = {};
	for (const { fact, to } of changes) {
		const domain = domains.find((own) => own.fact === fact);
		const value = domain && firstValue(domain, to);
		if (value === undefined) return undefined;
		facts[fact] = value;
	}
	return facts;
}

/** A flip says its values in words: the cell is the first that the words begin with. */
function firstValue(domain: Domain, words: string): string | undefined {
	if (domain.kind === "number") return firstNumber(words);
	for (let cell = 0; cell < sizeOf(domain); cell += 1)
		if (words === formatCells(domain, 1 << cell) || words.startsWith(`${domain.values[cell]} or `))
			return domain.values[cell];
	return undefined;
}

/** `under 50` begins at 0, `50 to 499` and `at least 50` at 50. */
function firstNumber(words: string): string | undefined {
	if (/^(under|any)\b/.test(words)) return "0";
	return /\d[\d,.]*/.exec(words)?.[0].replaceAll(",", "");
}
