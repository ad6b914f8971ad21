/** `prices`: what the program believes things cost, with source and date. */
import { formatRaw } from "../core/answers/answers.ts";
import { listed } from "../core/answers/format-answer.ts";
import { matchModel } from "../core/cost/match-model.ts";
import { nearestModels } from "../core/cost/nearest-models.ts";
import type { PriceBook } from "../core/cost/prices.ts";
import type { Problem } from "../core/problems.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadPrices } from "../io/load-prices.ts";
import { formatPrices } from "../report/cost/prices.ts";
import type { pricesFlags } from "./cost-flags.ts";
import type { Given } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

export async function prices(
	models: string[],
	flags: Given<typeof pricesFlags>,
	{ rules, world }: Surroundings,
): Promise<ExitCode> {
	const book = await loadPrices(rules, flags.prices);
	if (!book.ok) return refuse(world, book.problems);
	const unknown = models.filter((name) => !isThere(book.value, name));
	if (unknown.length > 0)
		return refuse(
			world,
			unknown.map((name) => noPrice(name, book.value)),
		);
	const asOf = flags["as-of"] ?? world.today;
	const shown = models.length > 0 ? onlyOf(book.value, models) : book.value;
	world.print(formatPrices(shown, { asOf, shape: flags.format ?? "text", style: world.style }));
	return exit.done;
}

const isProvider = ({ offers }: PriceBook, name: string) =>
	offers.some(({ provider }) => provider === name.toLowerCase());

const isThere = (book: PriceBook, name: string): boolean =>
	isProvider(book, name) ||
	matchModel(book, name) !== undefined ||
	book.offers.some(({ model }) => model === name.toLowerCase());

/** The prices and offers of these models, and of these providers. */
function onlyOf(book: PriceBook, names: readonly string[]): PriceBook {
	const lower = names.map((name) => name.toLowerCase());
	const found = names.flatMap((name) => matchModel(book, name)?.model ?? []);
	const models = [...lower, ...found];
	return {
		...book,
		gpus: [],
		assumptions: {},
		prices: book.prices.filter(({ model }) => models.includes(model)),
		offers: book.offers.filter(
			({ model, provider }) => lower.includes(provider) || (model && models.includes(model)),
		),
	};
}

const noPrice = (name: string, book: PriceBook): Problem => ({
	code: "unknown-model",
	message: `There is no price for ${formatRaw(name)}. The nearest are ${listed(nearestModels(book, name))}.`,
	hint: "should-i-finetune prices lists all; --prices FILE adds your own.",
});
