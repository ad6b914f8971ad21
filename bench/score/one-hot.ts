/** A plain logistic regression on the facts alone: a column for every cell of every fact, nothing for what is not told. */
import type { Cells } from "../../src/core/answers/domain.ts";
import { isSingle, sizeOf } from "../../src/core/answers/domain.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { chanceAt, fitLogistic, type Sample, scoreOf } from "./logistic.ts";

/** As everywhere: half a squared unit of every coefficient. */
const penalty = 0.5;

export interface Encoded {
	columns: number[];
	values: number[];
}

export function encode({ domains }: Pick<RuleSet, "domains">, masks: readonly Cells[]): Encoded {
	const columns: number[] = [];
	let first = 0;
	for (const [fact, domain] of domains.entries()) {
		const cells = masks[fact] as Cells;
		// Names of models and providers say nothing here; a set of values is no single column.
		if (domain.kind !== "text" && isSingle(cells) && sizeOf(domain) > 1)
			columns.push(first + 31 - Math.clz32(cells));
		first += sizeOf(domain);
	}
	return { columns, values: columns.map(() => 1) };
}

/** The chance of fine-tuning, learnt from some examples. */
export function learnFacts(
	rules: Pick<RuleSet, "domains">,
	examples: readonly { masks: readonly Cells[]; tune: boolean }[],
): (masks: readonly Cells[]) => number {
	const columns = rules.domains.reduce((sum, domain) => sum + sizeOf(domain), 0);
	const samples = examples.map(
		({ masks, tune }): Sample => ({ ...encode(rules, masks), target: tune ? 1 : 0, weight: 1 }),
	);
	const fit = fitLogistic(samples, { columns, penalty });
	return (masks) => chanceAt(scoreOf(fit, encode(rules, masks)));
}
