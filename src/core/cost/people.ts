import { plus, times } from "./expression.ts";
import { formula } from "./formula.ts";

/**
 * US dollars, once: labels. A label costs by how hard it is: simple 0.05 to 0.15, a judgment 0.80 to 3,
 * an expert's 5 to 20, synthetic and checked 0.02 to 0.20.
 * Source: rules/prices/assumptions.yaml, each with its source and strength.
 */
export const labels = formula({
	symbol: "F_labels",
	says: "labels",
	unit: "USD once",
	source: "price lists and pay of labelers, 2026",
	inputs: {
		examples: { symbol: "E", says: "examples to label", unit: "examples", moves: "up" },
		price: { symbol: "l", says: "price of a label", unit: "USD", moves: "up" },
	},
	is: times("examples", "price"),
});

/**
 * Days of people, once: the first fine-tune and a held-out test set.
 * Source: novacalculator (60 hours), aimatica (4 to 8 weeks), aurumquanta ("a month" of expert time).
 */
export const peopleDays = formula({
	symbol: "D",
	says: "days of work",
	unit: "days once",
	source: "practitioners' accounts",
	inputs: {
		engineer: { symbol: "d_fit", says: "first fine-tune", unit: "days", moves: "up" },
		evaluation: { symbol: "d_test", says: "held-out test set", unit: "days", moves: "up" },
	},
	is: plus("engineer", "evaluation"),
});
