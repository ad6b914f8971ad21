/** Answers after a change, with what they are computed to then. */
import { type Answers, masksOf } from "../answers/answers.ts";
import { type Cells, type Domain, firstCell, valueInCell } from "../answers/domain.ts";
import type { Change } from "../diagram/flips.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { answersOn, derivingFacts } from "./derived-answers.ts";

/**
 * The function gives the cells after a change that computed facts hang on: once for the lowest and once for the
 * highest values that it allows, since a small number of calls pays back later than a large one. It gives none
 * for other changes.
 */
export const changedMasksOf =
	(rules: RuleSet, said: Answers, asOf: string) =>
	(way: Change): Cells[][] => {
		if (!rules.prices || !way.some(({ fact }) => derivingFacts.includes(nameOf(rules, fact))))
			return [];
		return [lowest, highest].map((pick) => {
			const changes = way.flatMap(({ fact, cells }) => {
				const domain = rules.domains[fact] as Domain;
				const value = pick(domain, firstCell(cells));
				return value === undefined ? [] : [[domain.fact, { value, from: "change" }] as const];
			});
			return masksOf(rules, answersOn(rules, { ...said, ...Object.fromEntries(changes) }, asOf));
		});
	};

const nameOf = ({ domains }: RuleSet, fact: number): string => domains[fact]?.fact as string;

const lowest = valueInCell;

/** Without an upper end, the lower one. */
function highest(domain: Domain, cell: number): string | number | undefined {
	const to = domain.kind === "number" ? domain.cuts[cell] : undefined;
	if (to === undefined) return valueInCell(domain, cell);
	return Number.isInteger(to) && to > 1 ? to - 1 : to * (1 - Number.EPSILON);
}
