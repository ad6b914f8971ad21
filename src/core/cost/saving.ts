/** What a way saves a month against prompting as today. */
import { minus, times } from "./expression.ts";
import { type Applied, formula } from "./formula.ts";
import { callInputs, callPrice, promptedCall } from "./prompted-call.ts";
import type { PromptedWay } from "./prompting-ways.ts";
import type { Range } from "./range.ts";
import type { WayId } from "./way.ts";
import { worksheet } from "./worksheet.ts";

/** What both calls share; the rest may be cheaper. */
const shared = ["prompt", "fixed", "output"] as const;
type Shared = (typeof shared)[number];
const isShared = (input: string): input is Shared => (shared as readonly string[]).includes(input);
const { kept, hits, cached, write, inputPrice, outputPrice } = callInputs;

/**
 * S, US dollars per month: today's calls less the same calls made cheaper. One formula, because both share
 * the prompt and the answer.
 * Source: arithmetic.
 */
export const saving = formula({
	symbol: "S",
	says: "saving a month",
	unit: "USD per month",
	source: "arithmetic",
	inputs: {
		// More calls save more, or lose more.
		calls: { symbol: "R", says: "calls a month", unit: "calls per month", moves: "either" },
		...callInputs,
		prompt: { ...callInputs.prompt, moves: "either" },
		fixed: { ...callInputs.fixed, moves: "either" },
		output: { ...callInputs.output, moves: "either" },
		kept2: { ...kept, symbol: "k2", moves: "down" },
		hits2: { ...hits, symbol: "h2", moves: "up" },
		cached2: { ...cached, symbol: "c2", moves: "down" },
		write2: { ...write, symbol: "w2", moves: "down" },
		inputPrice2: { ...inputPrice, symbol: "p_in2", moves: "down" },
		outputPrice2: { ...outputPrice, symbol: "p_out2", moves: "down" },
	},
	is: times(
		"calls",
		minus(
			promptedCall.is,
			callPrice((input) => (isShared(input) ? input : (`${input}2` as const))),
		),
	),
});

export interface Saving {
	way: WayId;
	/** US dollars; below zero where it costs more. */
	perMonth: Range;
	formulas: Applied[];
}

/** Of each prompted way but today's. */
export const savingsOf = ([today, ...others]: readonly PromptedWay[], calls: Range): Saving[] =>
	today ? others.map((other) => savingOf(today, other, calls)) : [];

function savingOf(today: PromptedWay, { way, values: other }: PromptedWay, calls: Range): Saving {
	const values = {
		...{ ...today.values, calls },
		kept2: other.kept,
		hits2: other.hits,
		cached2: other.cached,
		write2: other.write,
		inputPrice2: other.inputPrice,
		outputPrice2: other.outputPrice,
	};
	const sheet = worksheet();
	return { way: way.id, perMonth: sheet.work(saving, values), formulas: sheet.lines };
}
