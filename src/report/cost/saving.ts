/** What a step saves, in a sentence with its amounts, their price and its day. */

import type { CostData } from "../../core/cost/cost-json.ts";
import { sayPayback } from "../../core/cost/payback.ts";
import type { Range } from "../../core/cost/range.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { dollars, figures, percent } from "./amounts.ts";
import { wayPhrases } from "./names.ts";

type Saving = NonNullable<Decision["steps"][number]["saving"]>;

/**
 * `Caching the 2,630-token prefix saves about $987 of $2,350 a month ($640 to $1,410), at the price of gpt-5.4 as
 * of 2026-09-23.`
 */
export function saySaving(
	{ saving }: Pick<Decision["steps"][number], "saving">,
	cost: CostData | null,
): string | undefined {
	if (!saving || !cost) return undefined;
	const { perMonth, of, way, against } = saving;
	const base = against === "prompting" ? "" : ` of ${wayPhrases[against]}`;
	const amount = `about ${dollars(perMonth.usual)} of ${dollars(of.usual)} a month${base}${endsOf(perMonth)}`;
	return `${howItSaves(saving, cost)} saves ${amount}, ${priceOf(way, cost)}.${paysBack(way, cost)}`;
}

/** Below zero it costs more. */
const endsOf = ({ low, high }: Range): string => {
	if (dollars(Math.abs(low)) === dollars(Math.abs(high))) return "";
	return ` (${low < 0 ? "at worst nothing" : dollars(low)}${low < 0 ? ", at best" : " to"} ${dollars(high)})`;
};

function howItSaves({ way }: Saving, { ways, assumptions }: CostData): string {
	const { prompt, fixed, trimmed } = assumptions;
	const uses = ways.find(({ id }) => id === way)?.uses ?? "";
	switch (way) {
		case "prompting-cached":
			return `Caching the ${figures(prompt.value.usual * fixed.value.usual)}-token prefix`;
		case "prompting-batch":
			return "Sending every call that can wait as a batch";
		case "prompting-trimmed":
			return `Cutting ${percent(1 - trimmed.value.usual)} of the instructions`;
		case "smaller-model":
			return `Using ${uses} instead (the smaller model assumed here)`;
		default:
			return `Fine-tuning ${uses}`;
	}
}

function priceOf(way: Saving["way"], { model, ways, prices }: CostData): string {
	const uses = ways.find(({ id }) => id === way)?.uses ?? model;
	const dates = prices
		.filter(({ what }) => what === model || what === uses)
		.map(({ date }) => date)
		.toSorted();
	return uses === model
		? `at the price of ${model} as of ${dates[0]}`
		: `at prices as of ${[...new Set(dates)].join(" and ")}`;
}

const paysBack = (way: Saving["way"], { payback }: CostData): string =>
	payback?.way === way
		? ` It pays back ${sayPayback(payback.months)}, people's time included.`
		: "";
