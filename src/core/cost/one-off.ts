import { plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * F, US dollars once: training run, labels, and days of work at your day rate (0 where you gave none: then
 * the days stand beside the bill).
 * Source: the formulas of its parts.
 */
export const oneOff = formula({
	symbol: "F",
	says: "one-off cost",
	unit: "USD once",
	source: "sum of its parts",
	inputs: {
		run: { symbol: "F_run", says: "training run", unit: "USD", moves: "up" },
		labels: { symbol: "F_labels", says: "labels", unit: "USD", moves: "up" },
		days: { symbol: "D", says: "days of work", unit: "days", moves: "up" },
		dayRate: { symbol: "w", says: "your day rate", unit: "USD per day", moves: "up" },
	},
	is: plus("run", "labels", times("days", "dayRate")),
});
