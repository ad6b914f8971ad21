import { over, plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * US dollars per month: calls times the price of a call, plus hosting and upkeep.
 * Source: arithmetic.
 */
export const monthlyBill = formula({
	symbol: "B",
	says: "a month's bill",
	unit: "USD per month",
	source: "arithmetic",
	inputs: {
		calls: { symbol: "R", says: "calls a month", unit: "calls per month", moves: "up" },
		call: { symbol: "u", says: "a call", unit: "USD per call", moves: "up" },
		hosting: { symbol: "H", says: "hosting", unit: "USD per month", moves: "up" },
		upkeep: { symbol: "K", says: "upkeep", unit: "USD per month", moves: "up" },
	},
	is: plus(times("calls", "call"), "hosting", "upkeep"),
});

/**
 * US dollars per month with the one-off cost spread over the months that it lasts: what makes a way with a
 * start-up cost comparable to one without.
 * Source: arithmetic.
 */
export const spreadBill = formula({
	symbol: "B + F/M",
	says: "a month with the one-off cost spread",
	unit: "USD per month",
	source: "arithmetic",
	inputs: {
		bill: { symbol: "B", says: "a month's bill", unit: "USD per month", moves: "up" },
		oneOff: { symbol: "F", says: "one-off cost", unit: "USD", moves: "up" },
		months: { symbol: "M", says: "months it lasts", unit: "months", moves: "down" },
	},
	is: plus("bill", over("oneOff", "months")),
});

/**
 * US dollars over the months that a way lasts.
 * Source: arithmetic.
 */
export const totalBill = formula({
	symbol: "F + B × M",
	says: "total",
	unit: "USD",
	source: "arithmetic",
	inputs: {
		bill: { symbol: "B", says: "a month's bill", unit: "USD per month", moves: "up" },
		oneOff: { symbol: "F", says: "one-off cost", unit: "USD", moves: "up" },
		months: { symbol: "M", says: "months", unit: "months", moves: "up" },
	},
	is: plus("oneOff", times("bill", "months")),
});
