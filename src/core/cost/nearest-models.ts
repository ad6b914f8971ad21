/** The names of models that an unknown one may stand for. */
import leven from "leven";
import { partsOf } from "./match-model.ts";
import type { PriceBook } from "./prices.ts";

/** The three names that are most like an unknown one. */
export function nearestModels(book: PriceBook, typed: string): string[] {
	const { name } = partsOf(typed.trim().toLowerCase().slice(0, 100));
	const distance = new Map(
		book.prices.map(({ model }) => [model, leven(name, model) - sharedStart(name, model)]),
	);
	return [...distance]
		.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
		.slice(0, 3)
		.map(([model]) => model);
}

/** Names of one family begin alike. */
function sharedStart(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length += 1;
	return length;
}
