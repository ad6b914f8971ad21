/** The data of the what-if panel as JSON, with its many conditions written short. */
import type { Formula } from "../../core/rules/formula.ts";

type Packed = [fact: number, cells: number, presumed?: 1] | ["all" | "any", ...Packed[]];

/** Where a rule set has a condition. */
const keys = ["when", "condition", "first", "isFine", "isRuledOut"];

export const packData = (data: unknown): string =>
	JSON.stringify(data, (key, value) =>
		keys.includes(key) && isFormula(value) ? pack(value) : value,
	);

export const readData = <Data>(text: string): Data =>
	JSON.parse(text, (key, value) =>
		keys.includes(key) && Array.isArray(value) ? unpack(value as Packed) : value,
	);

/** Headlines hold conditions as they are written, too. */
const isFormula = (value: unknown): value is Formula =>
	typeof value === "object" && value !== null && "kind" in value;

function pack(formula: Formula): Packed {
	if (formula.kind !== "in") return [formula.kind, ...formula.of.map(pack)];
	const { fact, cells, presumed } = formula;
	return presumed ? [fact, cells, 1] : [fact, cells];
}

function unpack([first, ...rest]: Packed): Formula {
	if (typeof first === "string") return { kind: first, of: (rest as Packed[]).map(unpack) };
	const [cells, presumed] = rest as [number, 1?];
	return { kind: "in", fact: first, cells, ...(presumed && { presumed: true }) };
}
