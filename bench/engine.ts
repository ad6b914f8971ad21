/** How quickly many answers are decided, one after the other. */
import { decided, generated, interpreted, parts, profiles } from "./engine-runs.ts";
import { medianOf } from "./measure.ts";
import { type Candidate, formatRate, ratesOf } from "./rates.ts";
import type { Row, Suite } from "./results.ts";

/** Evaluations per second. */
export const goal = 15e6;

const verdictAlone = { strength: false };
const whole = { strength: true };

const candidates = (): Candidate[] => [
	generated("generated code, full answers", profiles),
	generated("generated code, 40 % known", parts),
	interpreted("interpreter, full answers"),
	decided("verdict and outlook, full answers", profiles, verdictAlone),
	decided("verdict and outlook, 40 % known", parts, verdictAlone),
	decided("the same with the strength, full answers", profiles, whole),
	decided("the same with the strength, 40 % known", parts, whole),
];

export async function engine(): Promise<Suite> {
	const all = candidates();
	const rates = (await ratesOf(all)).map(medianOf);
	const rows = all.map(({ what }, place): Row => {
		const rate = rates[place] as number;
		const found = formatRate(rate);
		return place > 0
			? { what, found, goal: "" }
			: { what, found, goal: formatRate(goal), reached: rate >= goal };
	});
	const count = profiles.length.toLocaleString("en");
	return {
		title: "Engine",
		rows,
		notes: [
			`Evaluations per second of CPU time on ${count} random profiles: medians of rounds in which each runs once. Code and interpreter start from words, the decisions from cells, by fact.`,
		],
	};
}
