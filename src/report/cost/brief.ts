/** A cost comparison as a part of a decision's report. */
import { uncapital } from "../../core/answers/format-answer.ts";
import type { CostComparison } from "../../core/cost/compare-costs.ts";
import type { Way } from "../../core/cost/way.ts";
import { callCount, dollars, figures, spread } from "./amounts.ts";
import { wayNames, wayPhrases } from "./names.ts";
import { costHeadline, isWithoutPeople, peopleSentence, soonest } from "./verdict.ts";

/** A comparison with what reports say of it, worked out by whoever loads it: most reports show neither. */
export interface ShownCost {
	comparison: CostComparison;
	brief: CostBrief;
}

export interface CostBrief {
	title: string;
	headline: string;
	/** What the table is of. */
	caption: string;
	rows: { name: string; month: Way["spread"]; cells: [usual: string, low: string, high: string] }[];
	/** What moves the break-even, prices with source and date, and where to read on. */
	lines: string[];
}

export function costBrief(comparison: CostComparison): CostBrief {
	const { ways, calls, quantities } = comparison;
	const horizon = figures(quantities.horizon.value.usual);
	return {
		title: "What it costs",
		// Whether its quality is enough is not a matter of money.
		headline: `In money alone, ${uncapital(costHeadline(comparison))}`,
		caption: `US dollars a month at ${spread(calls, figures)} calls, with one-off costs spread over ${horizon} months`,
		rows: ways.map(({ id, spread: month }) => ({
			name: wayNames[id],
			month,
			cells: [dollars(month.usual), dollars(month.low), dollars(month.high)],
		})),
		lines: [
			...comparison.notes,
			...driverLine(comparison),
			...peopleLine(comparison),
			priceLine(comparison),
		],
	};
}

function driverLine(comparison: CostComparison): string[] {
	const found = soonest(comparison);
	const [first] = found?.drivers ?? [];
	if (!found || !first) return [];
	const { low, high } = first.requestsPerMonth;
	return [
		`The break-even of ${wayPhrases[found.way]} depends most on this: ${first.says}. It alone moves it from ${callCount(low)} calls a month to ${callCount(high)}.`,
	];
}

const peopleLine = (comparison: CostComparison): string[] => {
	const found = soonest(comparison);
	return found && isWithoutPeople(comparison)
		? [peopleSentence(comparison, found).replace("--day-rate", "should-i-finetune cost --day-rate")]
		: [];
};

const priceLine = ({ prices }: CostComparison): string => {
	const listed = prices.map(
		({ what, source, date, isOld }) =>
			`${what} (${source}, ${date}${isOld ? ", over 90 days old" : ""})`,
	);
	return `Prices: ${listed.join("; ")}. Assumptions and formulas: should-i-finetune cost --explain.`;
};
