/** One way to get the work done, with everything it costs. */
import type { Applied } from "./formula.ts";
import { monthlyBill, spreadBill, totalBill } from "./monthly-bill.ts";
import { none, type Range } from "./range.ts";
import type { Worksheet } from "./worksheet.ts";

export const wayIds = [
	"prompting",
	"prompting-cached",
	"prompting-batch",
	"prompting-trimmed",
	"smaller-model",
	"tuned-per-token",
	"tuned-small",
	"tuned-dedicated",
	"tuned-own-gpu",
] as const;
export type WayId = (typeof wayIds)[number];

export interface Way {
	id: WayId;
	/** The model, and who serves it. */
	uses: string;
	/** US dollars per call, and per month with hosting and upkeep. */
	perCall: Range;
	perMonth: Range;
	/** US dollars once: labels, training run, and days of work where a day has a price. */
	oneOff: Range;
	/** US dollars per month with the one-off cost spread over `horizonMonths`. */
	spreadPerMonth: Range;
	horizonMonths: Range;
	/** What ends the horizon, if not your own plan. */
	endsWith: string | null;
	/** US dollars over those months. */
	total: Range;
	/** Days of work. */
	daysOnce: Range;
	daysPerMonth: Range;
	/** The largest part of `spreadPerMonth`, and its share. */
	dominates: { part: string; share: number };
	/** Each formula with its numbers, to be explained. */
	formulas: Applied[];
}

/** What a way is put together from. */
export interface Parts {
	id: WayId;
	uses: string;
	calls: Range;
	perCall: Range;
	/** US dollars per month. */
	hosting: Range;
	upkeep: Range;
	oneOff: Range;
	months: Range;
	endsWith?: string | undefined;
	/** Days of work: once, and per month. */
	days?: { once: Range; perMonth: Range };
	/** Usual US dollars per month by part, to tell which is the largest. */
	shares: Record<string, number>;
}

export function finishWay(parts: Parts, sheet: Worksheet): Way {
	const { id, uses, calls, perCall, hosting, upkeep, oneOff, months: M } = parts;
	const bill = sheet.work(monthlyBill, { calls, call: perCall, hosting, upkeep });
	const hasStart = oneOff.high > 0;
	return {
		id,
		uses,
		perCall,
		perMonth: bill,
		oneOff,
		spreadPerMonth: hasStart ? sheet.work(spreadBill, { bill, oneOff, months: M }) : bill,
		horizonMonths: M,
		endsWith: parts.endsWith ?? null,
		total: sheet.work(totalBill, { bill, oneOff, months: M }),
		daysOnce: parts.days?.once ?? none,
		daysPerMonth: parts.days?.perMonth ?? none,
		dominates: largest(parts.shares),
		formulas: sheet.lines,
	};
}

function largest(shares: Record<string, number>): Way["dominates"] {
	const total = Object.values(shares).reduce((sum, part) => sum + part, 0);
	const [part = "", cost = 0] = Object.entries(shares).toSorted(([, a], [, b]) => b - a)[0] ?? [];
	return { part, share: total > 0 ? cost / total : 0 };
}
