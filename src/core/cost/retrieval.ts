/** What searching documents costs: on top of every way, since facts from documents stay out of the weights. */
import { over, times } from "./expression.ts";
import { type Applied, formula } from "./formula.ts";
import type { Quantities } from "./quantities.ts";
import type { Range } from "./range.ts";
import { worksheet } from "./worksheet.ts";

/**
 * X, US dollars once: embedding the documents for the index.
 * Source: price pages of embedding models.
 */
export const indexCost = formula({
	symbol: "X",
	says: "index of the documents",
	unit: "USD once",
	source: "price pages of embedding models",
	inputs: {
		corpus: { symbol: "C", says: "documents", unit: "million tokens", moves: "up" },
		price: { symbol: "p_embed", says: "embedding", unit: "USD per million tokens", moves: "up" },
	},
	is: times("corpus", "price"),
});

/**
 * X_month, US dollars per month: a search for each call.
 * Source: price page of OpenAI file search.
 */
export const searchCost = formula({
	symbol: "X_month",
	says: "a search for each call",
	unit: "USD per month",
	source: "price page of OpenAI file search",
	inputs: {
		calls: { symbol: "R", says: "calls a month", unit: "calls per month", moves: "up" },
		price: {
			symbol: "p_search",
			says: "a thousand searches",
			unit: "USD per thousand searches",
			moves: "up",
		},
	},
	is: over(times("calls", "price"), 1000),
});

export interface Retrieval {
	/** US dollars. */
	oneOff: Range;
	perMonth: Range;
	formulas: Applied[];
}

export function retrievalCost({
	corpus,
	embeddingPrice,
	searchPrice,
	calls,
}: Quantities): Retrieval {
	const sheet = worksheet();
	return {
		oneOff: sheet.work(indexCost, { corpus: corpus.value, price: embeddingPrice.value }),
		perMonth: sheet.work(searchCost, { calls: calls.value, price: searchPrice.value }),
		formulas: sheet.lines,
	};
}
