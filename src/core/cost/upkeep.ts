import { over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * K, US dollars per month: retraining when a base model retires, once or twice a year. Days cost nothing
 * here where you gave no day rate; then they stand beside the bill.
 * Source: the deprecation dates of the providers; days from practitioners' accounts.
 */
export const upkeep = formula({
	symbol: "K",
	says: "upkeep",
	unit: "USD per month",
	source: "deprecation dates of the providers; practitioners' accounts",
	inputs: {
		perYear: { symbol: "y", says: "forced retrainings", unit: "times a year", moves: "up" },
		run: { symbol: "F_run", says: "training run", unit: "USD", moves: "up" },
		days: { symbol: "d_again", says: "work on each retraining", unit: "days", moves: "up" },
		dayRate: { symbol: "w", says: "your day rate", unit: "USD per day", moves: "up" },
	},
	is: over(times("perYear", plus("run", times("days", "dayRate"))), 12),
});
