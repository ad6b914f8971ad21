/** What a comparison comes to, in two sentences. */
import type { BreakEven, CostComparison } from "../../core/cost/compare-costs.ts";
import { none } from "../../core/cost/range.ts";
import { verdicts } from "../../core/cost/verdicts.ts";
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
		...(found && isWithoutPeople(comparison) ? [peopleSentence(comparison, found)] : []),
	];
}

export const isWithoutPeople = ({ quantities }: CostComparison): boolean =>
	quantities.dayRate.value.high === 0;

/** What is saved, beside the work that it takes; the reader knows what a day costs. */
export function peopleSentence({ ways }: CostComparison, { way, against }: BreakEven): string {
	const [tuned, prompted] = [way, against].map((id) => ways.find((one) => one.id === id));
	const days = spread(tuned?.days.once ?? none, figures);
	const saved = (prompted?.perMonth.usual ?? 0) - (tuned?.perMonth.usual ?? 0);
	const gain = saved > 0 ? `It usually saves ${dollars(saved)} a month, but takes` : "It takes";
	return `${gain} ${days} days of work first, which no figure here includes; --day-rate adds them.`;
}
