/** A cost comparison as titled parts, which text and Markdown print alike. */

import { listed } from "../../core/answers/format-answer.ts";
import type { BreakEven } from "../../core/cost/compare-costs.ts";
import { type Explained, significant } from "../../core/cost/formula.ts";
import type { WholeComparison } from "../../core/cost/memory-table.ts";
import type { PriceNote } from "../../core/cost/price-notes.ts";
import { strengths } from "../../core/cost/prices.ts";
import type { Quantity } from "../../core/cost/quantities.ts";
import { mapRange } from "../../core/cost/range.ts";
import type { Way } from "../../core/cost/way.ts";
import { capital } from "../words.ts";
import {
	between,
	callCount,
	callDollars,
	dollars,
	figures,
	percent,
	quantity,
	sayBreakEven,
	spread,
} from "./amounts.ts";
import { formulasOf } from "./formulas.ts";
import { wayNames, wayPhrases } from "./names.ts";
import { retrievalLines } from "./retrieval.ts";

export interface CostSection {
	title: string;
	/** Columns after the first are numbers. */
	table?: { head: string[]; rows: string[][] };
	lines: string[];
}

export function costSections(comparison: WholeComparison, withFormulas: boolean): CostSection[] {
	const sections = [
		monthTable(comparison),
		{ title: "What each way costs", lines: comparison.ways.map(wayLine) },
		{ title: "When fine-tuning pays", lines: breakEvenLines(comparison) },
		...driverTable(comparison),
		{ title: "People", lines: peopleLines(comparison) },
		{ title: "Retrieval", lines: retrievalLines(comparison) },
		{ title: "Memory to train on your own GPU", lines: memoryLines(comparison) },
		{ title: "Good to know", lines: [...comparison.notes, ...oldPriceLines(comparison)] },
		{
			title: "Not compared",
			lines: comparison.leftOut.map(({ id, why }) => `${wayNames[id]}: ${why}.`),
		},
		{ title: "What this rests on", lines: assumptionLines(comparison) },
		{ title: "Prices", lines: comparison.prices.map(priceLine) },
		...(withFormulas ? formulaSections(comparison) : []),
	];
	return sections.filter(({ lines, ...rest }) => lines.length > 0 || "table" in rest);
}

function monthTable({ ways, requestsPerMonth, asOf, assumptions }: WholeComparison): CostSection {
	const horizon = assumptions.horizon.value.usual;
	return {
		title: `A month at ${spread(requestsPerMonth, figures)} calls, in US dollars, with one-off costs spread`,
		table: {
			head: ["US dollars a month", "usual", "lowest", "highest"],
			rows: ways.map(({ id, spreadPerMonth: month }) => [
				wayNames[id],
				...[month.usual, month.low, month.high].map(dollars),
			]),
		},
		lines: [
			`By prices known on ${asOf}. One-off costs are spread over ${figures(horizon)} months, or until the offer ends.`,
		],
	};
}

/** `Fine-tuned, billed by the token: vertex/…; $0.00075 a call; $9 once; lasts 12 months; 99% is tokens.` */
function wayLine({ id, uses, perCall, oneOff, dominates, horizonMonths, endsWith }: Way): string {
	return `${wayNames[id]}: ${[
		uses,
		...(perCall.high === 0 ? [] : [`${spread(perCall, callDollars)} a call`]),
		...(oneOff.high === 0 ? [] : [`${spread(oneOff)} once`]),
		`${percent(dominates.share)} is ${dominates.part}`,
		...(endsWith ? [`only ${figures(horizonMonths.usual)} months, because ${endsWith}`] : []),
	].join("; ")}.`;
}

const breakEvenLines = (comparison: WholeComparison): string[] => [
	...comparison.breakEvens.map((one) => breakEvenLine(one, comparison)),
	...(comparison.breakEvens.length > 0 && comparison.assumptions.dayRate.value.high === 0
		? ["None of this counts days of work, because you gave no --day-rate."]
		: []),
];

const verdictWords = {
	pays: (calls) => `You make ${calls}: it pays.`,
	"usually-pays": (calls) => `You make ${calls}: it usually pays.`,
	"at-best-pays": (calls) => `You make ${calls}: it pays only at best.`,
	"too-few-calls": (calls) => `You make ${calls}: too few.`,
	never: () => "",
} satisfies Record<BreakEven["verdict"], (calls: string) => string>;

function breakEvenLine(
	{ way, against, requestsPerMonth, verdict }: BreakEven,
	{ requestsPerMonth: calls }: WholeComparison,
): string {
	const start = `${wayNames[way]}, against ${wayPhrases[against]}`;
	if (verdict === "never")
		return `${start}: never. A call to the fine-tuned model costs as much, or more.`;
	const says = verdictWords[verdict](spread(calls, figures));
	return `${start}: ${sayBreakEven(requestsPerMonth)}. ${says}`;
}

/** Each uncertain amount alone, the others as usual. */
function driverTable(comparison: WholeComparison): CostSection[] {
	const { breakEven: found, drivers } = comparison;
	if (!found || drivers.length === 0) return [];
	return [
		{
			title: `What moves the break-even most: ${wayPhrases[found.way]} against ${wayPhrases[found.against]}`,
			table: {
				head: ["break-even, calls a month", "at best", "at worst"],
				rows: drivers.map(({ says, unit, value, requestsPerMonth }) => [
					`${capital(says)}, ${between(value, unit)}`,
					callCount(requestsPerMonth.low),
					callCount(requestsPerMonth.high),
				]),
			},
			lines: [],
		},
	];
}

function peopleLines({ assumptions, ways, weeks: left }: WholeComparison): string[] {
	const tuned = ways
		.filter(({ id }) => id.startsWith("tuned"))
		.toSorted((a, b) => b.daysPerMonth.high - a.daysPerMonth.high)[0];
	if (!tuned) return [];
	const { daysOnce: once, daysPerMonth: perMonth } = tuned;
	const weeks = mapRange(once, (days) => days / 5);
	const upkeep = mapRange(perMonth, (days) => days * 12);
	const { label, examples, dayRate } = assumptions;
	const rate = dayRate.value.usual;
	return [
		`First fine-tune and held-out test set: ${spread(once, figures)} days of work, so ${spread(weeks, figures)} weeks for one person.`,
		...(left && left.usual < weeks.high
			? [
					`You have ${spread(left, figures)} weeks: ${left.usual < weeks.low ? "too few for one person" : left.usual < weeks.usual ? "enough for one person only at best" : "usually enough for one person"}.`,
				]
			: []),
		...(rate > 0
			? [`At ${dollars(rate)} a day: ${spread(mapRange(once, (days) => days * rate))} once.`]
			: []),
		...(upkeep.high > 0
			? [`Retraining when the base model retires: ${spread(upkeep, figures)} days a year.`]
			: []),
		label.value.high === 0
			? `Labels: no cost (${label.source}).`
			: `Labels for ${quantity(examples.value, "examples")}, at ${spread(label.value)} each: ${spread(product(examples.value, label.value))}.`,
	];
}

const product = (a: { low: number; usual: number; high: number }, b: typeof a) => ({
	low: a.low * b.low,
	usual: a.usual * b.usual,
	high: a.high * b.high,
});

const methodNames = {
	full: "Full fine-tuning",
	lora: "LoRA",
	qlora: "QLoRA (4-bit)",
} as const;

const memoryLines = ({ memory, assumptions }: WholeComparison): string[] => [
	...memory.map(({ method, gigabytes, fits }) => {
		const size = `${assumptions.size.value.usual}B`;
		const cards =
			fits.length > 0
				? `the smallest GPU it fits on is ${listed(fits, "or")}`
				: "it fits on no single GPU of the price list";
		return `${methodNames[method]} of a model of ${size}: ${spread(gigabytes, figures)} GB; ${cards}.`;
	}),
	"For two rows of 2,048 tokens at a time with activations recomputed, AdamW in bf16, and LoRA of rank 16. Estimated by a formula that 30 measured runs of litgpt, torchtune and PEFT bear out (median error 3%).",
];

const strengthWords = {
	yours: "You said",
	default: "Default",
	measured: "Measured",
	reported: "Reported",
	opinion: "Opinion",
} satisfies Record<Quantity["strength"], string>;

/** Every amount with its source; what you said yourself first. */
function assumptionLines({ assumptions, retrieval }: WholeComparison): string[] {
	const byStrength = (a: Quantity, b: Quantity) =>
		strengths.indexOf(a.strength) - strengths.indexOf(b.strength);
	const { corpus, embeddingPrice, searchPrice, ...others } = assumptions;
	const ofRetrieval = retrieval ? { corpus, embeddingPrice, searchPrice } : {};
	const lines = Object.values<Quantity>({ ...others, ...ofRetrieval })
		.toSorted(byStrength)
		.map(
			({ says, value, unit, source, strength }) =>
				`${capital(says)}: ${quantity(value, unit)}. ${strengthWords[strength]}: ${source}.`,
		);
	// A day rate of yours is both the price of a day and what days cost.
	return [...new Set(lines)];
}

function oldPriceLines({ prices }: WholeComparison): string[] {
	const old = prices.filter(({ isOld }) => isOld).map(({ what }) => what);
	return old.length > 0
		? [`Over 90 days old: the price of ${listed(old)}. Check it before you rely on it.`]
		: [];
}

const priceLine = ({ what, says, source, date, isOld }: PriceNote): string =>
	`${what}: ${says}. Source: ${source}, ${date}.${isOld ? " Over 90 days old." : ""}`;

const formulaSections = (comparison: WholeComparison): CostSection[] =>
	formulasOf(comparison).map(({ title, formulas }) => ({
		title,
		lines: formulas.map(formulaLine),
	}));

function formulaLine({ symbol, says, unit, source, symbols, numbers, value }: Explained): string {
	const range = spread(value, (one) =>
		one === Number.POSITIVE_INFINITY ? "never" : significant(one),
	);
	return `${symbol}, ${says}: ${symbols} = ${numbers} = ${range} ${unit}. Source: ${source}.`;
}
