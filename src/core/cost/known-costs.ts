/** What the answers of a decision cost, where they tell enough. */
import { type Answers, isKnown } from "../answers/answers.ts";
import { own } from "../own.ts";
import { type CostComparison, compareCosts } from "./compare-costs.ts";
import { matchModel } from "./match-model.ts";
import { bookDate, type PriceBook } from "./prices.ts";
import { neededFacts, readQuantities } from "./quantities.ts";

/** Nothing can be computed before each of these is known. */
export const costFacts = [...neededFacts, "model"] as const;

/** All that a comparison takes from answers. */
export const costInputs: readonly string[] = [
	...costFacts,
	"provider",
	"examples",
	"data-quality",
	"teacher",
	"model-size",
	"deployment",
	"run",
	"work",
	"weeks",
];

/**
 * By the prices of the day on which the price list was last changed: the same answers give the same costs on
 * every day. A model without a price, or an amount without an end, costs nothing that can be told.
 * @param today by which prices are old
 */
export function knownCosts(
	book: PriceBook,
	answers: Answers,
	today: string,
): CostComparison | undefined {
	if (!costFacts.every((fact) => isKnown(own(answers, fact)))) return undefined;
	const model = matchModel(book, String(own(answers, "model")?.value));
	const quantities = model && readQuantities(answers, {}, book);
	if (!model || !quantities?.ok) return undefined;
	const asOf = bookDate(book);
	return compareCosts(book, {
		...{ quantities: quantities.value, model, answers, offer: undefined, asOf, today },
	});
}
