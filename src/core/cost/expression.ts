/** Arithmetic as data: what computes a number and what is printed of it are one thing. */

/** An input by its name, a constant, or an operation on others. */
export type Expression<Name extends string> = Name | number | Operation<Name>;

interface Operation<Name extends string> {
	operator: Operator;
	parts: readonly Expression<Name>[];
}

const operators = {
	"+": { strength: 1, of: (parts: number[]) => parts.reduce((a, b) => a + b) },
	"−": { strength: 1, of: ([a = 0, b = 0]: number[]) => a - b },
	"×": { strength: 2, of: (parts: number[]) => parts.reduce((a, b) => a * b) },
	"÷": { strength: 2, of: ([a = 0, b = 1]: number[]) => a / b },
	max: { strength: 3, of: (parts: number[]) => Math.max(...parts) },
	min: { strength: 3, of: (parts: number[]) => Math.min(...parts) },
	ceil: { strength: 3, of: ([a = 0]: number[]) => Math.ceil(a - rounding) },
} as const;
type Operator = keyof typeof operators;

/** 3 ÷ 0.1 is 30.000000000000004, and that must not take a thirty-first GPU. */
const rounding = 1e-9;

const operation =
	(operator: Operator) =>
	<Name extends string>(...parts: Expression<Name>[]): Expression<Name> => ({ operator, parts });

export const plus = operation("+");
export const minus = operation("−");
export const times = operation("×");
export const over = operation("÷");
export const atLeast = operation("max");
export const earliestOf = operation("min");
export const roundUp = operation("ceil");

export function evaluate<Name extends string>(
	expression: Expression<Name>,
	numberOf: (name: Name) => number,
): number {
	if (typeof expression === "number") return expression;
	if (typeof expression === "string") return numberOf(expression);
	return operators[expression.operator].of(
		expression.parts.map((part) => evaluate(part, numberOf)),
	);
}

/** As people write it: `(S × h + I) × p ÷ 1,000,000`. */
export function write<Name extends string>(
	expression: Expression<Name>,
	name: (leaf: Name | number) => string,
): string {
	if (typeof expression !== "object") return name(expression);
	const { operator, parts } = expression;
	const { strength } = operators[operator];
	if (strength === 3) return `${operator}(${parts.map((part) => write(part, name)).join(", ")})`;
	return parts
		.map((part, place) => {
			const text = write(part, name);
			return needsBrackets(part, strength, place) ? `(${text})` : text;
		})
		.join(` ${operator} `);
}

/** A weaker operation stands in brackets, and so does an equal one that is taken away or divided by. */
function needsBrackets<Name extends string>(
	part: Expression<Name>,
	strength: number,
	place: number,
): boolean {
	if (typeof part !== "object") return false;
	const inner = operators[part.operator].strength;
	return inner < strength || (inner === strength && place > 0);
}
