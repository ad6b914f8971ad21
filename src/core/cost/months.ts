import { earliestOf } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * M, months that the one-off cost can be spread over: to the earliest of the end of your horizon, the
 * retirement of the base model, the last day for new jobs, and a price step. A forced retraining is not
 * among them: labels and test set survive it, so its own days and run count as upkeep.
 * Source: deprecation pages of the providers, in rules/prices.
 */
export const months = formula({
	symbol: "M",
	says: "months that the one-off cost is spread over",
	unit: "months",
	source: "deprecation and price pages of the providers",
	inputs: {
		horizon: { symbol: "M_plan", says: "your horizon", unit: "months", moves: "up" },
		dated: {
			symbol: "M_date",
			says: "until the first of retirement, last job day and price step",
			unit: "months",
			moves: "up",
		},
	},
	is: earliestOf("horizon", "dated"),
});

const daysPerMonth = 365.25 / 12;

/** Months from one day to another; no less than one day, so that a cost can be spread over it. */
export function monthsBetween(from: string, to: string): number {
	const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
	return Math.max(1, days) / daysPerMonth;
}
