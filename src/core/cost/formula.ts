/** A formula with its inputs: exact on ranges, and able to print itself with its numbers. */
import { formatNumber } from "../answers/numbers.ts";
import { type Expression, evaluate, write } from "./expression.ts";
import { isExact, type Range } from "./range.ts";

export interface Input {
	/** As it stands in the formula. */
	symbol: string;
	says: string;
	unit: string;
	/** Which way the result goes when this grows; `either` where that depends on the others. */
	moves: "up" | "down" | "either";
}

export interface Formula<Name extends string> {
	symbol: string;
	says: string;
	unit: string;
	source: string;
	inputs: Readonly<Record<Name, Input>>;
	is: Expression<Name>;
}

/** The names of the inputs follow from `inputs`; an expression that uses another does not compile. */
export const formula = <Name extends string>(parts: Formula<Name>): Formula<Name> => parts;

export type Values<Name extends string> = Readonly<Record<Name, Range>>;

/**
 * The exact ends of a formula over ranges: it goes one way in each input, so its least value is at a
 * corner. Only inputs that can go either way need both ends tried.
 */
export function apply<Name extends string>(
	{ inputs, is }: Formula<Name>,
	values: Values<Name>,
	finish: (value: number) => number = (value) => value,
): Range {
	const names = Object.keys(inputs) as Name[];
	const at = (pick: (name: Name) => keyof Range) =>
		finish(evaluate(is, (name) => values[name][pick(name)]));
	const unsure = names.filter((name) => inputs[name].moves === "either" && !isExact(values[name]));
	const corners = Array.from({ length: 2 ** unsure.length }, (_, corner) => corner);
	const ends = (end: "low" | "high") =>
		corners.map((corner) =>
			at((name) => {
				const place = unsure.indexOf(name);
				if (place >= 0) return corner & (1 << place) ? "high" : "low";
				return (inputs[name].moves === "down") === (end === "high") ? "low" : "high";
			}),
		);
	return {
		low: Math.min(...ends("low")),
		usual: at(() => "usual"),
		high: Math.max(...ends("high")),
	};
}

/** A formula that was applied: whoever prints it explains it. */
export interface Applied {
	formula: Formula<string>;
	values: Values<string>;
	value: Range;
}

/** A formula with the numbers that were put in: what `--explain` prints. */
export interface Explained {
	symbol: string;
	says: string;
	unit: string;
	source: string;
	/** `R × u_p`. */
	symbols: string;
	/** `200,000 × 0.0015`: the usual numbers. */
	numbers: string;
	value: Range;
	inputs: { symbol: string; says: string; unit: string; value: Range }[];
}

export function explain({ formula, values, value }: Applied): Explained {
	const { symbol, says, unit, source, inputs, is } = formula;
	const print = (name: (input: string) => string) =>
		write(is, (leaf) => (typeof leaf === "number" ? formatNumber(leaf) : name(leaf)));
	return {
		...{ symbol, says, unit, source, value },
		symbols: print((name) => (inputs[name] as Input).symbol),
		numbers: print((name) => significant((values[name] as Range).usual)),
		inputs: Object.entries<Input>(inputs).map(([name, { symbol, says, unit }]) => ({
			...{ symbol, says, unit },
			value: values[name] as Range,
		})),
	};
}

/** Four figures: more would claim more than is known. */
export const significant = (value: number): string =>
	Number.isFinite(value)
		? formatNumber(Number(value >= 1000 ? value.toFixed(0) : value.toPrecision(4)))
		: "no end";
