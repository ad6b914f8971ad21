/** How well the cost model gives published bills and measured memory again. */
import { isIndependent, recomputeExamples, tolerance } from "./cost/examples.ts";
import { readPoints } from "./cost/memory.ts";
import { workedCases } from "./cost/worked.ts";
import { medianOf, time } from "./measure.ts";
import type { Row, Suite } from "./results.ts";

export async function cost(): Promise<Suite> {
	const examples = recomputeExamples();
	const { points, others } = readPoints();
	const misses = points.filter(({ isWithin }) => !isWithin);
	const errors = points.map(({ measured, estimate }) => Math.abs(estimate.usual / measured - 1));
	return {
		title: "Costs: published examples, measured memory, worked cases",
		rows: [
			...examples.map(exampleRow),
			{
				what: `memory of ${points.length} measured training runs (${others} others are minimums and estimates of vendors, or tell no length)`,
				found: `${points.length - misses.length} within the band, median error ${percent(medianOf(errors))}`,
				goal: "90% within 0.9 to 1.25 times the estimate",
				reached: misses.length <= points.length / 10,
			},
			...(await workedCases()).map((one): Row => ({ ...one, reached: one.found === one.goal })),
			comparisonTime(await import("./cost/worked.ts")),
		],
		notes: [
			"Rows marked circular, bound or story prove nothing: an input was inferred from the result, or none was published.",
			"Two published examples are computed as they were published, and are wrong: anthropic-tickets prices answers as input (with 700 of 3,700 tokens as answers it would be 65), and the report behind agentbeck-56655 prices a fine-tuned model at the base model's price (19.50 where it costs 39.00).",
			`Memory outside the band: ${misses.map(({ what, measured, estimate }) => `${what}: ${measured.toFixed(1)} GB measured, ${estimate.low.toFixed(1)} to ${estimate.high.toFixed(1)} said`).join("; ") || "none"}.`,
		],
	};
}

function exampleRow({
	id,
	published,
	found,
	off,
	unit,
	...example
}: ReturnType<typeof recomputeExamples>[number]): Row {
	const independent = isIndependent({ id, published, unit, ...example });
	return {
		what: `${id}, ${unit} (${example.check})`,
		found:
			found === undefined
				? "no inputs published"
				: `${Number(found.toPrecision(4))}, ${percent(off ?? 0)} off`,
		goal: String(published),
		...(independent && { reached: Math.abs(off ?? 1) <= tolerance }),
	};
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** The what-if panel compares anew at each change. */
function comparisonTime({ compareWorked }: typeof import("./cost/worked.ts")): Row {
	const { median } = time(compareWorked, { rounds: 15, times: 10 });
	return {
		what: "one comparison of all ways",
		found: `${median.toFixed(2)} ms`,
		goal: "under 16 ms, a frame",
		reached: median < 16,
	};
}
