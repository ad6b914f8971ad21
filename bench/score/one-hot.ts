/** The facts as plain columns: one for every cell of every fact, none for what is not told. */
import {
	askedDomains,
	type Cells,
	firstCell,
	isSingle,
	sizeOf,
} from "../../src/core/answers/domain.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";

// Computed facts stand last, so that the others keep their numbers.
export function columnsOf(
	{ domains }: Pick<RuleSet, "domains">,
	masks: readonly Cells[],
): number[] {
	const columns: number[] = [];
	let first = 0;
	for (const [fact, domain] of askedDomains(domains).entries()) {
		const cells = masks[fact] as Cells;
		// Names of models and providers say nothing here; a set of values is no single column.
		if (domain.kind !== "text" && isSingle(cells) && sizeOf(domain) > 1)
			columns.push(first + firstCell(cells));
		first += sizeOf(domain);
	}
	return columns;
}
