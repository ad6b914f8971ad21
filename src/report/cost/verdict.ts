/** What a comparison comes to, in two sentences. */
import type { BreakEven } from "../../core/cost/compare-costs.ts";
import type { CostData } from "../../core/cost/cost-json.ts";
import { dollars, figures, sayBreakEven, spread } from "./amounts.ts";
import { wayPhrases } from "./names.ts";
import { sayPaybackOf } from "./payback.ts";

export function costHeadline(comparison: CostData): string {
	const found = comparison.breakEven;
	if (!found) return "No way to fine-tune is open to compare with.";
	const { verdict, requestsPerMonth } = found;
	const calls = `${spread(comparison.requestsPerMonth, figures)} calls a month`;
	// People often cost more than everything else: without them it is half the truth.
	const start = isWithoutPeople(comparison) ? "Before people's time, fine-tuning" : "Fine-tuning";
	const says = {
		pays: `${start} pays at ${calls}`,
		"usually-pays": `${start} usually pays at ${calls}`,
		"at-best-pays": `Fine-tuning usually doesn't pay at ${calls}`,
		"too-few-calls": `Fine-tuning doesn't pay at ${calls}`,
		never: "",
	} satisfies Record<BreakEven["verdict"], string>;
	if (verdict === "never") return "Fine-tuning never pays here.";
	return `${says[verdict]}. Break-even: ${sayBreakEven(requestsPerMonth, "")}.`;
}

export function costSummary(comparison: CostData): string[] {
	const found = comparison.breakEven;
	const cheapest = comparison.ways.toSorted(
		(a, b) => a.spreadPerMonth.usual - b.spreadPerMonth.usual,
	)[0];
	return [
		...(found?.verdict === "never"
			? [
					`A call to ${wayPhrases[found.way]} costs as much as ${wayPhrases[found.against]}, or more, so no number of calls pays it back.`,
				]
			: found
				? [`This compares ${wayPhrases[found.way]} with ${wayPhrases[found.against]}.`]
				: []),
		...(cheapest
			? [
					`Cheapest of all: ${wayPhrases[cheapest.id]}, ${spread(cheapest.spreadPerMonth, dollars)} a month. Whether its quality is enough, only your test set can tell.`,
				]
			: []),
		...[sayPaybackOf(comparison)].filter(Boolean),
	];
}

export const isWithoutPeople = ({ assumptions }: CostData): boolean =>
	assumptions.dayRate.value.high === 0;
