import type { CostData } from "../../core/cost/cost-json.ts";
import { figures, spread } from "./amounts.ts";

/** `$0.20 ($0.02 to $13.00) once for the index of 10 (1 to 100) million tokens of documents, and …`. */
export function retrievalLines({ retrieval, assumptions, asOf }: CostData): string[] {
	if (!retrieval) return [];
	const { corpus, searchPrice } = assumptions;
	return [
		`On top of every way, answering from documents takes an index of ${spread(corpus.value, figures)} ${corpus.unit}: ${spread(retrieval.oneOff)} once, as of ${asOf}.`,
		`A search with each call costs ${spread(retrieval.perMonth)} a month, at ${spread(searchPrice.value)} for a thousand (${searchPrice.source}).`,
	];
}
