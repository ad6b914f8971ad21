/** How money, calls and ranges are said. */
import { formatNumber } from "../../core/answers/numbers.ts";
import { isExact, type Range } from "../../core/cost/range.ts";

const never = "never";

/** Three figures: more would claim more than is known. `$0.00118`, `$4.20`, `$1,660,000`. */
export function dollars(value: number): string {
	if (value === Number.POSITIVE_INFINITY) return never;
	if (value < 0.005 && value > 0) return `$${small(value)}`;
	if (value < 100) return `$${value === 0 ? 0 : value.toFixed(2)}`;
	return `$${figures(value)}`;
}

/** A price per call is too small for cents. */
export const callDollars = (value: number): string => (value === 0 ? "$0" : `$${small(value)}`);

/** Not `1.2e-7`, which nobody reads. */
const small = (value: number): string =>
	value.toFixed(Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(value))))).replace(/0+$/, "");

/** `1,660,000`, `0.75`. */
export function figures(value: number): string {
	if (value === Number.POSITIVE_INFINITY) return never;
	return formatNumber(value >= 1000 ? Math.round(Number(value.toPrecision(3))) : rounded(value));
}

/** Calls a month are whole. */
export const callCount = (calls: number): string =>
	figures(Number.isFinite(calls) ? Math.ceil(calls) : calls);

const rounded = (value: number): number => Number(value.toPrecision(3));

/** `$154 ($114 to $222)`, or `$235` where it is known exactly. */
export const spread = (range: Range, say: (value: number) => string = dollars): string =>
	isExact(range) || say(range.low) === say(range.high)
		? say(range.usual)
		: `${say(range.usual)} (${say(range.low)} to ${say(range.high)})`;

/**
 * `usually from 75,000 calls a month, at best from 1,490, at worst never`.
 * @param from stands before each number
 */
export function sayBreakEven({ low, usual, high }: Range, from = "from "): string {
	const at = (calls: number, unit = "") => {
		if (calls === Number.POSITIVE_INFINITY) return never;
		return from + (calls < 1 ? "the first call" : callCount(calls) + unit);
	};
	const unit = " calls a month";
	if (low === high) return at(usual, unit);
	return `usually ${at(usual, unit)}, at best ${at(low)}, at worst ${at(high)}`;
}

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** With the unit of a quantity: dollars where it is money. */
export function quantity(range: Range, unit: string): string {
	return withUnit(unit, (say) => spread(range, say));
}

/** `$0 to $15,000 a month`: only the ends. */
export const between = ({ low, high }: Range, unit: string): string =>
	withUnit(unit, (say) => `${say(low)} to ${say(high)}`);

function withUnit(unit: string, print: (say: (value: number) => string) => string): string {
	if (unit.startsWith("USD")) {
		const rest = unit.slice("USD".length).replace(/^ per/, " a");
		return print((value) => (value < 0.01 ? callDollars(value) : dollars(value))) + rest;
	}
	if (unit === "0 to 1") return print(percent);
	return `${print(figures)} ${unit}`;
}
