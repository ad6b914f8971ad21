/** What a sequence of eval runs shows, in sentences: every format prints these. */

import { listed } from "../../core/answers/format-answer.ts";
import { formatNumber } from "../../core/answers/numbers.ts";
import type { Comparison, EvalJudgment, EvalWhy, RunSummary } from "../../core/evals/judgment.ts";
import type { RunNote } from "../../core/evals/run.ts";
import { count } from "../words.ts";
import { formatGain, formatMean, formatP, formatRange, shortNames } from "./figures.ts";

/** The state with its reason, verdict first. */
export function sayState(judgment: EvalJudgment): string {
	const { state, measure, common, mostGain = 0, smallestGain, target = 0, isDated } = judgment;
	// Both are about what came later.
	const given = isDated ? "" : ", if they ran in the order given";
	const tests = count(common, "test");
	const smallest = formatGain(smallestGain, measure);
	const goal = formatMean(target, measure);
	switch (state) {
		case "improving":
			return `Improving${given}: the latest attempts beat the ones before. Keep working on the prompt. (${tests})`;
		case "plateau":
			return `Plateau${given}: none of the last ${judgment.comparisons.length} versions gained as much as ${smallest}; the most it can be is ${formatGain(Math.max(0, mostGain), measure)}, with 95% confidence. (${tests})`;
		case "at-target":
			return `At the target: the best version reaches ${goal}, also at the low end of its interval. (${tests})`;
		case "at-ceiling":
			return `At the ceiling: these tests are too easy to show another gain of ${smallest}. Add harder tests. (${tests})`;
		case "not-comparable":
			return `Not comparable: ${sayWhyNot(judgment)}`;
		case "cannot-tell":
			return `Cannot tell yet: ${unsure[judgment.why](judgment)}`;
	}
}

const sayWhyNot = (judgment: EvalJudgment): string => {
	if (judgment.why === "other-metrics") return "the runs are scored by different metrics.";
	const { comparable, common } = judgment;
	const names = comparable.map((place) => shortNames(judgment)[place] ?? "");
	const hint = names.length > 1 ? ` You can compare ${listed(names, "and")}.` : "";
	const shared = common === 0 ? "no test" : `only ${count(common, "test")}`;
	return `all runs together share ${shared}.${hint}`;
};

const again = ({ moreTests = 0 }: EvalJudgment): string =>
	`run about ${count(moreTests, "more test")}`;

const unsure: Record<EvalWhy, (judgment: EvalJudgment) => string> = {
	"nothing-scored": () => "no test has a pass or a score. Add a scorer and run it again.",
	"one-version": () =>
		"there is only one version. Compare it with another prompt on the same tests.",
	"two-versions": () =>
		"the second version shows no gain, and a single attempt is not a plateau. Try at least one more.",
	"few-tests": (judgment) =>
		`${again(judgment)}. On these ${formatNumber(judgment.common)}, a gain of up to ${formatGain(judgment.mostGain ?? 0, judgment.measure)} is still possible.`,
	"near-target": (judgment) =>
		`the best version reaches ${formatMean(judgment.target ?? 0, judgment.measure)}, but it may be luck. To be sure, ${again(judgment)}.`,
	"other-tests": () => "the runs share too few tests.",
	"other-metrics": () => "the runs are scored by different metrics.",
	shown: () => "",
};

/** How far it is to the target. */
export function sayGap({ gap, target, measure }: EvalJudgment): string | undefined {
	if (!gap || target === undefined) return undefined;
	const goal = formatMean(target, measure);
	const range = (low: number, high: number) => formatRange({ low, high }, measure);
	return gap.points > 0
		? `Short of ${goal} by ${formatGain(gap.points, measure)} (90% interval ${range(gap.low, gap.high)}).`
		: `Past ${goal} by ${formatGain(-gap.points, measure)} (90% interval ${range(-gap.high, -gap.low)}).`;
}

/** Each of the last versions against the best before them. */
export const sayComparisons = (judgment: EvalJudgment): string[] =>
	judgment.comparisons.map((one) =>
		sayComparison(one, judgment, [`version ${one.first + 1}`, `Version ${one.second + 1}`]),
	);

/** One comparison: who wins which tests. */
function sayComparison(
	one: Comparison,
	{ measure }: EvalJudgment,
	names: [string, string],
): string {
	const { won, lost, tests, difference, interval, p, adjusted } = one;
	const among = adjusted > p ? `, ${formatP(adjusted)} among all of these` : "";
	const change = difference >= 0 ? "+" : "−";
	return `${names[1]} against ${names[0]}: ${change}${formatGain(Math.abs(difference), measure)} (95% interval ${formatRange(interval, measure)}), wins ${won} and loses ${lost} of ${count(tests, "test")} (p ${formatP(p)}${among}).`;
}

/** What else to know before anyone relies on the figures. */
export function sayNotes(judgment: EvalJudgment): string[] {
	const { runs, isDated, repeats, optimism, measure, common, fewestTests, smallestGain } = judgment;
	const notes = sayRunNotes(runs, shortNames(judgment));
	const errors = runs.reduce((sum, run) => sum + run.errors, 0);
	if (!isDated && runs.length > 1)
		notes.push(
			"Nothing says when these ran. They are in the order given, files of a folder by name; another order can change the result.",
		);
	if (judgment.comparisons.length > 0 && runs.some(({ tests }) => tests > judgment.common))
		notes.push(
			`The bars show every test of a run; versions are compared on the ${count(judgment.common, "test")} that all of them share.`,
		);
	if (errors > 0)
		notes.push(
			`${count(errors, "answer")} ended in an error, which counts as missing, not as wrong.`,
		);
	for (const { version, isEqual } of judgment.state === "not-comparable" ? [] : repeats)
		notes.push(
			isEqual
				? `The runs of version ${version} are identical: the repeats are no new evidence.`
				: `Version ${version} ran ${judgment.versions[version - 1]?.runs.length} times with the same prompt, model and settings; its runs are averaged for each test.`,
		);
	if (runs.some(({ rows, tests }) => rows > tests))
		notes.push("Some tests ran several times. Each counts once, by its average.");
	if (runs.some(hasPartialPasses))
		notes.push("Pass and score differ: an answer can pass without the full score.");
	if (optimism >= 0.005 * (measure?.range ?? 1))
		notes.push(
			`The best of several looks better than it is, here by about ${formatGain(optimism, measure)}.`,
		);
	if (common > 0 && common < fewestTests && measure?.by === "passes")
		notes.push(
			`On ${count(common, "test")}, a gain of ${formatGain(smallestGain, measure)} is too small to be significant; that takes at least ${fewestTests} tests.`,
		);
	return notes;
}

/** What has to be known of single runs; first of all what is missing in them. */
export function sayRunNotes(runs: readonly RunSummary[], names: readonly string[]): string[] {
	const notes = (Object.keys(noteWords) as RunNote[]).flatMap((note) => {
		const which = runs.flatMap((run, place) =>
			run.notes.includes(note) ? [names[place] ?? ""] : [],
		);
		return which.length > 0 ? [noteWords[note](listed(first(which), "and"), runs)] : [];
	});
	const counted = new Set(runs.map(({ metric }) => metric));
	const others = new Set(runs.flatMap(({ metrics }) => metrics.map(({ name }) => name)));
	for (const metric of counted) others.delete(metric);
	const isGuessed = runs.some((run) => run.notes.includes("columns-guessed"));
	if (others.size > 0 && counted.size === 1 && !isGuessed)
		notes.push(
			`${[...counted][0]} is what counts. Also scored: ${listed(first([...others].sort()), "and")}; choose one with --columns pass=<name>.`,
		);
	return notes;
}

/** More names are not read. */
const first = (names: string[]): string[] =>
	names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;

const hasPartialPasses = ({ rate, score, threshold }: EvalJudgment["runs"][number]): boolean =>
	rate !== undefined &&
	score !== undefined &&
	threshold === undefined &&
	Math.abs(rate - score) > 0.0005 &&
	score <= 1;

const noteWords: Record<RunNote, (which: string, runs: readonly RunSummary[]) => string> = {
	cut: (which, runs) => {
		const read = runs.reduce((sum, { notes, rows }) => sum + (notes.includes("cut") ? rows : 0), 0);
		return `Cut off: ${which}. The file ends in the middle; only the ${count(read, "result")} before that could be read.`;
	},
	cancelled: (which) => `Not finished: ${which}. Only part of the tests ran.`,
	unscored: (which) => `Without a score, and left out: ${which}.`,
	"unverified-layout": (which) =>
		`Unverified layout: ${which}. It was read by the documentation of its tool; check the figures.`,
	"columns-guessed": (_, runs) =>
		`Columns were guessed: ${runs[0]?.metric} is the result. Name another one with --columns pass=<name>.`,
	"rating-threshold": (_, runs) =>
		`Ratings pass at ${runs.find(({ threshold }) => threshold !== undefined)?.threshold} or more.`,
};
