/** A change that turns the verdict, as answers for the form: of every set of values that does it, the first. */

import { type Domain, firstCell, valueInCell } from "../core/answers/domain.ts";
import type { Change } from "../core/diagram/flips.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { FormFacts } from "./decide-facts.ts";

/** Nothing where a change is to a name that no rule mentions. */
export function tryOut(change: Change, { domains }: RuleSet): FormFacts | undefined {
	const facts: FormFacts = {};
	for (const { fact, cells } of change) {
		const domain = domains[fact] as Domain;
		const value = valueInCell(domain, firstCell(cells));
		if (value === undefined) return undefined;
		facts[domain.fact] = String(value);
	}
	return facts;
}
