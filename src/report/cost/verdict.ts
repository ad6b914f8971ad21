/** What a comparison comes to, in two sentences. */
import { type BreakEven, type CostComparison, verdicts } from "../../core/cost/compare-costs.ts";
import { dollars, figures, sayBreakEven, spread } from "./amounts.ts";
import { wayPhrases } from "./names.ts";

/** The fine-tuned way that pays soonest, against the hardest rival: a cached prefix where there can be one. */
export function soonest({ breakEvens }: CostComparison): BreakEven | undefined {
	const rivals = breakEvens.filter(({ against }) => against === "prompting-cached");
	return (rivals.length > 0 ? rivals : breakEvens).toSorted(
		(a, b) =>
			verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
			difference(a.requestsPerMonth.usual, b.requestsPerMonth.usual),
	)[0];
}

/** Two that never pay are alike. */
const difference = (a: number, b: number): number => (a === b ? 0 : a - b);

export function costHeadline(comparison: CostComparison): string {
	const found = soonest(comparison);
	if (!found) return "No way to fine-tune is open to compare with.";
	const { verdict, requestsPerMonth } = found;
	const calls = `${spread(comparison.calls, figures)} calls a month`;
	const says = {
		pays: `Fine-tuning pays at ${calls}`,
		"usually-pays": `Fine-tuning usually pays at ${calls}`,
		"at-best-pays": `Fine-tuning usually doesn't pay at ${calls}`,
		"too-few-calls": `Fine-tuning doesn't pay at ${calls}`,
		never: "",
	} satisfies Record<BreakEven["verdict"], string>;
	if (verdict === "never") return "Fine-tuning never pays here.";
	return `${says[verdict]}. Break-even: ${sayBreakEven(requestsPerMonth, "")}.`;
}

export function costSummary(comparison: CostComparison): string[] {
	const found = soonest(comparison);
	const cheapest = comparison.ways.toSorted((a, b) => a.spread.usual - b.spread.usual)[0];
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
					`Cheapest of all: ${wayPhrases[cheapest.id]}, ${spread(cheapest.spread, dollars)} a month. Whether its quality is enough, only your test set can tell.`,
				]
			: []),
		...(comparison.quantities.dayRate.value.high === 0 && comparison.breakEvens.length > 0
			? [
					"Days of work are counted below but not priced; --day-rate adds them, and they often cost more than everything else.",
				]
			: []),
	];
}
