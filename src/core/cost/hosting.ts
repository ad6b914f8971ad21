import { times } from "./expression.ts";
import { formula } from "./formula.ts";

/** Hours in the month of a provider's bill: Azure bills 720, the others 730 (8,760 ÷ 12). */
export const hoursPerMonth = (provider: string): number => (provider === "azure" ? 720 : 730);

/**
 * H, US dollars per month: accelerators that serve the fine-tuned model, paid by the hour whether calls
 * come or not. `hours` is the hours they are on: less than a month where they scale to zero.
 * Source: Azure cost management example of 2026-02-11 (720 hours); cost-examples.csv (fireworks-h100-50h).
 */
export const hosting = formula({
	symbol: "H",
	says: "hosting",
	unit: "USD per month",
	source: "hourly prices of the providers",
	inputs: {
		hours: { symbol: "t", says: "hours switched on", unit: "hours per month", moves: "up" },
		replicas: { symbol: "n", says: "copies of the model", unit: "copies", moves: "up" },
		accelerators: { symbol: "g", says: "GPUs per copy", unit: "GPUs", moves: "up" },
		rate: { symbol: "r", says: "price of a GPU", unit: "USD per hour", moves: "up" },
	},
	is: times("hours", "replicas", "accelerators", "rate"),
});
