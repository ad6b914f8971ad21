/** A cost comparison as a part of a decision's report. */
import { uncapital } from "../../core/answers/format-answer.ts";
import type { CostData } from "../../core/cost/cost-json.ts";
import type { Way } from "../../core/cost/way.ts";
import { callCount, dollars, figures, spread } from "./amounts.ts";
import { wayNames, wayPhrases } from "./names.ts";
import { sayPaybackOf } from "./payback.ts";
import { retrievalLines } from "./retrieval.ts";
import { costHeadline } from "./verdict.ts";

export interface CostBrief {
	headline: string;
	/** Months until it has paid back, people's time included. */
	payback: string;
	/** What the table is of. */
	caption: string;
	rows: {
		name: string;
		month: Way["spreadPerMonth"];
		cells: [usual: string, low: string, high: string];
	}[];
	/** What moves the break-even, prices with source and date, and where to read on. */
	lines: string[];
}

export function costBrief(comparison: CostData): CostBrief {
	const { ways, requestsPerMonth: calls, assumptions } = comparison;
	const horizon = figures(assumptions.horizon.value.usual);
	return {
		// Whether its quality is enough is not a matter of money.
		headline: `In money alone, ${uncapital(costHeadline(comparison))}`,
		payback: sayPaybackOf(comparison),
		caption: `US dollars a month at ${spread(calls, figures)} calls, with one-off costs spread over ${horizon} months`,
		rows: ways.map(({ id, spreadPerMonth: month }) => ({
			name: wayNames[id],
			month,
			cells: [dollars(month.usual), dollars(month.low), dollars(month.high)],
		})),
		lines: [
			...comparison.notes,
			...driverLine(comparison),
			...[sayPaybackOf(comparison)].filter(Boolean),
			...retrievalLines(comparison),
			priceLine(comparison),
		],
	};
}

function driverLine(comparison: CostData): string[] {
	const {
		breakEven: found,
		drivers: [first],
	} = comparison;
	if (!found || !first) return [];
	const { low, high } = first.requestsPerMonth;
	return [
		`The break-even of ${wayPhrases[found.way]} depends most on this: ${first.says}. It alone moves it from ${callCount(low)} calls a month to ${callCount(high)}.`,
	];
}

const priceLine = ({ prices }: CostData): string => {
	const listed = prices.map(
		({ what, source, date, isOld }) =>
			`${what} (${source}, ${date}${isOld ? ", over 90 days old" : ""})`,
	);
	return `Prices: ${listed.join("; ")}. Assumptions and formulas: should-i-finetune cost --explain.`;
};
