/** Applies formulas and keeps how: the numbers of a way and what `--explain` prints come from the same calls. */
import { type Applied, apply, type Formula, type Values } from "./formula.ts";
import type { Range } from "./range.ts";

export interface Worksheet {
	lines: Applied[];
	work<Name extends string>(formula: Formula<Name>, values: Values<Name>): Range;
	/** A value that was computed otherwise, shown with its formula. */
	keep<Name extends string>(formula: Formula<Name>, values: Values<Name>, value: Range): Range;
}

export function worksheet(): Worksheet {
	const lines: Applied[] = [];
	const keep: Worksheet["keep"] = (formula, values, value) => {
		lines.push({ formula, values, value });
		return value;
	};
	return { lines, keep, work: (formula, values) => keep(formula, values, apply(formula, values)) };
}
