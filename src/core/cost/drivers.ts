/** What moves a break-even most: each uncertain input taken alone from its lowest to its highest, the others as usual. */
import { type BreakEvenValues, breakEven } from "./break-even.ts";
import { exactly, isExact, type Range } from "./range.ts";

export interface Driver {
	says: string;
	unit: string;
	/** What it can be. */
	value: Range;
	/** Calls a month from which fine-tuning pays, at best and at worst of it. */
	requestsPerMonth: Pick<Range, "low" | "high">;
}

const mostDrivers = 5;

export function driversOf(
	values: BreakEvenValues,
	breakEvenOf: (values: BreakEvenValues) => Range,
): Driver[] {
	const names = Object.keys(values) as (keyof BreakEvenValues)[];
	const usual = Object.fromEntries(
		names.map((name) => [name, exactly(values[name].usual)]),
	) as BreakEvenValues;
	return names
		.filter((name) => !isExact(values[name]))
		.map((name): Driver => {
			const { low, high } = breakEvenOf({ ...usual, [name]: values[name] });
			const { says, unit } = breakEven.inputs[name];
			return { says, unit, value: values[name], requestsPerMonth: { low, high } };
		})
		.filter(({ requestsPerMonth: { low, high } }) => low < high)
		.toSorted(byReach)
		.slice(0, mostDrivers);
}

/** To never is farther than to any number, and farther the earlier it starts. */
function byReach({ requestsPerMonth: a }: Driver, { requestsPerMonth: b }: Driver): number {
	if (a.high === b.high) return a.low - b.low;
	if (!Number.isFinite(a.high)) return -1;
	if (!Number.isFinite(b.high)) return 1;
	return b.high - b.low - (a.high - a.low);
}
