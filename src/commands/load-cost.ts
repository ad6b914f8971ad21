/** What the ways of a decision cost, where its answers tell enough; loaded when a report shows it. */
import { type Answers, isKnown } from "../core/answers/answers.ts";
import { own } from "../core/own.ts";
import type { ShownCost } from "../report/cost/brief.ts";

const needed = ["model", "monthly-requests", "prompt-tokens", "output-tokens"];

export async function loadCost(answers: Answers, asOf: string): Promise<ShownCost | undefined> {
	if (!needed.every((fact) => isKnown(own(answers, fact)))) return undefined;
	const { loadPrices } = await import("../io/load-prices.ts");
	const { compareCosts } = await import("../core/cost/compare-costs.ts");
	const { matchModel } = await import("../core/cost/match-model.ts");
	const { readQuantities } = await import("../core/cost/quantities.ts");
	const book = await loadPrices();
	if (!book.ok) return undefined;
	const model = matchModel(book.value, String(own(answers, "model")?.value));
	const quantities = readQuantities(answers, {}, book.value);
	// A model without a price, or an amount without an end: there is nothing to show.
	if (!model || !quantities.ok) return undefined;
	const { costBrief } = await import("../report/cost/brief.ts");
	const comparison = compareCosts(book.value, {
		...{ quantities: quantities.value, model, answers, offer: undefined, asOf },
	});
	return { comparison, brief: costBrief(comparison) };
}
