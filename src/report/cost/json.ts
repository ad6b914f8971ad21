/** A cost comparison for programs. */
import type { CostComparison } from "../../core/cost/compare-costs.ts";
import type { CostJson } from "../../core/cost/cost-json.ts";
import type { Quantity } from "../../core/cost/quantities.ts";
import type { Range } from "../../core/cost/range.ts";
import { json } from "../json.ts";
import { costHeadline, soonest } from "./verdict.ts";

export const costJson = (comparison: CostComparison, withFormulas: boolean): string =>
	json(plain(comparison, withFormulas));

function plain(comparison: CostComparison, withFormulas: boolean): CostJson {
	const { asOf, model, calls, leftOut, memory, prices, notes, quantities } = comparison;
	const breakEvens = comparison.breakEvens.map(withNull);
	const first = soonest(comparison);
	return {
		schemaVersion: 1,
		...{ asOf, headline: costHeadline(comparison), model, requestsPerMonth: calls },
		ways: comparison.ways.map(({ spread, days, endsWith, formulas, ...way }) => ({
			...{ ...way, endsWith: endsWith ?? null, spreadPerMonth: spread },
			...{ daysOnce: days.once, daysPerMonth: days.perMonth },
			...(withFormulas && {
				formulas: formulas.map((one) => ({ ...one, value: nullForNever(one.value) })),
			}),
		})),
		leftOut,
		breakEven: first ? withNull(first) : null,
		breakEvens,
		memory,
		prices,
		assumptions: Object.entries<Quantity>({ ...quantities }).map(([id, rest]) => ({ id, ...rest })),
		notes,
	};
}

/** JSON has no infinity. */
const told = (value: number) => (Number.isFinite(value) ? value : null);

const nullForNever = ({ low, usual, high }: Range) => ({
	low: told(low),
	usual: told(usual),
	high: told(high),
});

const withNull = (one: CostComparison["breakEvens"][number]) => ({
	...one,
	requestsPerMonth: nullForNever(one.requestsPerMonth),
	drivers: one.drivers.map((driver) => ({
		...driver,
		requestsPerMonth: {
			low: told(driver.requestsPerMonth.low),
			high: told(driver.requestsPerMonth.high),
		},
	})),
});
