/** Which answers a statement rests on: what tells two statements about the same thing from two reasons. */
import type { Cells } from "../answers/domain.ts";
import { type Formula, factsOf, isCertain, isImpossible } from "../rules/formula.ts";
import { fullCells, type RuleSet } from "../rules/rule-set.ts";

type Known = { rules: Pick<RuleSet, "domains">; masks: readonly Cells[] };

/** The known facts that decide a condition, each alone; where none does alone, all known ones that it names. */
export function factsBehind(
	condition: Formula,
	side: "holds" | "fails",
	{ rules, masks }: Known,
): string[] {
	const full = fullCells(rules);
	const known = [...new Set(factsOf(condition))].filter((fact) => masks[fact] !== full[fact]);
	const decides = (fact: number): boolean => {
		const alone = full.with(fact, masks[fact] as Cells);
		return side === "holds" ? isCertain(condition, alone) : isImpossible(condition, alone, full);
	};
	const alone = known.filter(decides);
	return (alone.length > 0 ? alone : known).map((fact) => rules.domains[fact]?.fact as string);
}
