/** How soon fine-tuning pays back, in sentences. */
import type { CostData } from "../../core/cost/cost-json.ts";
import { sayPayback } from "../../core/cost/payback.ts";
import type { Range } from "../../core/cost/range.ts";
import { figures, spread } from "./amounts.ts";
import { wayPhrases } from "./names.ts";

export const paysBack = (months: Range): string =>
	months.low === Number.POSITIVE_INFINITY ? "never pays back" : `pays back ${sayPayback(months)}`;

/** `Counting 19 (10 to 50) days of work at $600 a day, a fine-tuned model … pays back in about 9 months.` */
export function sayPaybackOf({ payback, ways, assumptions }: CostData): string {
	const days = ways.find(({ id }) => id === payback?.way)?.daysOnce;
	if (!payback || !days) return "";
	const work = `${spread(days, figures)} days of work at ${spread(assumptions.dayPrice.value)} a day`;
	return `Counting ${work}, ${wayPhrases[payback.way]} ${paysBack(payback.months)} against ${wayPhrases[payback.against]}.`;
}
