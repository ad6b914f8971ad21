/** The price list, for people and for programs. */
import { offerName } from "../../core/cost/choose-offers.ts";
import { sayOffer, sayPrice } from "../../core/cost/price-notes.ts";
import { isOld, type PriceBook } from "../../core/cost/prices.ts";
import { oneLine } from "../../core/harmless.ts";
import { mapStrings, toAscii } from "../clean.ts";
import { json } from "../json.ts";
import type { Shape, Style } from "../style.ts";
import { pageOf, paragraph, section } from "../text/page.ts";
import { quantity } from "./amounts.ts";
import type { CostSection } from "./sections.ts";

interface Shown {
	asOf: string;
	shape: Shape;
	style: Style;
}

export function formatPrices(book: PriceBook, { asOf, shape, style }: Shown): string {
	if (shape === "json") return json(pricesJson(book, asOf));
	const page = pageOf(style);
	const show = (raw: string) => (style.unicode ? oneLine(raw) : toAscii(oneLine(raw)));
	return [
		...paragraph(
			page,
			`What is taken as of ${asOf}. Nothing is fetched; --prices FILE replaces it.`,
			"",
		),
		...mapStrings(priceSections(book, asOf), show).flatMap(({ title, lines }) =>
			section(
				page,
				title,
				lines.flatMap((line) => paragraph(page, line, `  ${page.symbols.bullet} `)),
			),
		),
	].join("\n");
}

function priceSections(book: PriceBook, asOf: string): CostSection[] {
	const from = ({ source, date }: { source: string; date: string }) =>
		`Source: ${source}, ${date}.${isOld(date, asOf) ? " Over 90 days old." : ""}`;
	return [
		{
			title: "Models",
			lines: book.prices.map(
				(one) =>
					`${one.model} (${one.seller})${one.from ? ` from ${one.from}` : ""}: ${sayPrice(one)}. ${from(one)}`,
			),
		},
		{
			title: "Fine-tuning offers",
			lines: book.offers.map(
				(one) => `${offerName(one)} (${one.status}): ${sayOffer(one)}. ${from(one)}`,
			),
		},
		{
			title: "GPUs to rent",
			lines: book.gpus.map(
				(one) => `${one.gpu}: ${quantity(one.rent, "USD an hour")}. ${from(one)}`,
			),
		},
		{
			title: "Assumptions",
			lines: Object.entries(book.assumptions).map(
				([id, { says, range, unit, source }]) =>
					`${id}, ${says}: ${quantity(range, unit)}. ${source}.`,
			),
		},
	];
}

/** The book itself, with its age. */
function pricesJson(book: PriceBook, asOf: string) {
	const aged = <T extends { date: string }>(rows: readonly T[]) =>
		rows.map((row) => ({ ...row, isOld: isOld(row.date, asOf) }));
	return {
		schemaVersion: 1,
		asOf,
		prices: aged(book.prices),
		offers: aged(book.offers),
		gpus: aged(book.gpus),
		assumptions: book.assumptions,
	};
}
