/** GPUs that serve a fine-tuned model: how many the calls need, and what they cost. */
import { capacity } from "./capacity.ts";
import { hosting, hoursPerMonth } from "./hosting.ts";
import type { Offer } from "./prices.ts";
import type { Quantities } from "./quantities.ts";
import { exactly, mapRange, none, type Range } from "./range.ts";
import type { Recipe } from "./recipe.ts";
import { gpusPerReplica, replicas } from "./replicas.ts";
import { tunedPrompt } from "./tuned-call.ts";
import type { Worksheet } from "./worksheet.ts";

export interface Served {
	/** US dollars per month for the calls there are, and for one copy. */
	bill: Range;
	single: Range;
	/** Calls per month that one copy serves, at the busiest time. */
	fits: Range;
}

/** A deployment that asks for tokens besides its hourly fee is one, whatever the calls. */
const isOneDeployment = (offer: Offer | undefined): boolean => offer?.input !== undefined;

export function serve(
	quantities: Quantities,
	{ offer, gpu, rent = none }: Recipe,
	sheet: Worksheet,
): Served {
	const { calls, peak, prompt, fixed, kept, output, size, servingUtilization, hoursOn } =
		quantities;
	const month = hoursPerMonth(offer?.provider ?? "");
	const hours = mapRange(hoursOn.value, (on) => Math.min(on, month));
	const bill = (copies: Range, accelerators: Range) => ({
		...{ hours, replicas: copies, accelerators, rate: rent },
	});
	const single = exactly(1);
	if (!gpu || isOneDeployment(offer)) {
		const cost = sheet.work(hosting, bill(single, single));
		return { bill: cost, single: cost, fits: exactly(Number.POSITIVE_INFINITY) };
	}
	const parameters = size.value;
	const accelerators = sheet.work(gpusPerReplica, { parameters, memory: exactly(gpu.memory) });
	const input = sheet.work(tunedPrompt, {
		...{ prompt: prompt.value, fixed: fixed.value, tunedKept: kept.value },
	});
	const served = sheet.work(capacity, {
		...{ utilization: servingUtilization.value, speed: exactly(gpu.tflops), accelerators },
		...{ parameters, input, output: output.value },
	});
	const copies = sheet.work(replicas, {
		...{ calls: calls.value, peak: peak.value, capacity: served, hours },
	});
	return {
		bill: sheet.work(hosting, bill(copies, accelerators)),
		single: sheet.work(hosting, bill(single, accelerators)),
		fits: {
			low: (served.low * hours.low * 3600) / peak.value.high,
			usual: (served.usual * hours.usual * 3600) / peak.value.usual,
			high: (served.high * hours.high * 3600) / peak.value.low,
		},
	};
}
