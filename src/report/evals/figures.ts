/** Figures of eval runs as people read them. */
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import type { Measure } from "../../core/evals/measure.ts";
import type { Interval } from "../../core/statistics/wilson.ts";

type By = Pick<Measure, "by"> | undefined;

/** `68%`, `67.5%`; a score as it is. */
export const formatMean = (mean: number, measure: By): string =>
	measure?.by === "score" ? formatScore(mean) : `${oneDigit(mean * 100)}%`;

export const formatScore = (score: number): string => String(Number(score.toPrecision(3)));

const oneDigit = (value: number): string => {
	const rounded = Number(value.toFixed(1));
	return String(rounded === 0 ? 0 : rounded);
};

/** `4.2 points`, or a difference of scores. */
export function formatGain(gain: number, measure: By): string {
	if (measure?.by === "score") return formatScore(gain);
	const points = oneDigit(gain * 100);
	return `${points} point${points === "1" ? "" : "s"}`;
}

export const formatRange = ({ low, high }: Interval, measure: By): string =>
	`${plain(low, measure)} to ${plain(high, measure)}`;

const plain = (value: number, measure: By): string =>
	(measure?.by === "score" ? formatScore(value) : oneDigit(value * 100)).replace("-", "−");

export const formatP = (p: number): string => (p < 0.001 ? "under 0.001" : p.toFixed(3));

/** As much of a name as there is room for: its start and its end tell names apart. */
export function cutMiddle(name: string, most: number, mark: string): string {
	if (name.length <= most) return name;
	const kept = most - mark.length;
	return name.slice(0, Math.ceil(kept / 2)) + mark + name.slice(name.length - Math.floor(kept / 2));
}

/** A path without what all paths begin with, and without a name that all files have. */
export function shortNames({ runs }: EvalJudgment): string[] {
	const files = [...new Set(runs.map(({ file }) => file))];
	const folders = files.map((file) => file.split(/(?<=[/\\])/).slice(0, -1));
	let shared = 0;
	while (
		folders.every((parts) => parts[shared] !== undefined && parts[shared] === folders[0]?.[shared])
	)
		shared += 1;
	const start = folders[0]?.slice(0, shared).join("").length ?? 0;
	const names = new Set(files.map((file) => file.split(/[/\\]/).at(-1) ?? ""));
	const end = files.length > 1 && names.size === 1 ? 1 + ([...names][0]?.length ?? 0) : 0;
	return runs.map(({ file, label }) => {
		const name = file.slice(start, file.length - end);
		if (!label) return name;
		return files.length === 1 ? label : `${name} (${label})`;
	});
}
