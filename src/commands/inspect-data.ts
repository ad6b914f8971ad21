/** `inspect data`: what training data is worth. */
import { formatRaw } from "../core/answers/answers.ts";
import { formatNumber } from "../core/answers/numbers.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { failing, type Limit, parseLimits } from "../inspect/data/fail-on.ts";
import type { DataReport } from "../inspect/data/findings/report.ts";
import { defaultPlaces, type InspectOptions, inspectData } from "../inspect/data/inspect-data.ts";
import { showRows } from "../inspect/data/show-rows.ts";
import { sayFinding } from "../inspect/data/views/sentences.ts";
import { formatData } from "../inspect/data/views/views.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { watchInterrupt } from "../io/stop-signals.ts";
import type { World } from "../io/world.ts";
import { flagProblems, type Given, inspectDataFlags } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

export async function inspectTrainingData(
	files: readonly string[],
	flags: Given<typeof inspectDataFlags>,
	{ world }: Pick<Surroundings, "world">,
): Promise<ExitCode> {
	const { validation = [], format = "text", exact = false } = flags;
	const chosen = parseChoices(flags);
	if (!chosen.ok) return refuse(world, chosen.problems);
	const { show, split, limits } = chosen.value;
	const interrupt = watchInterrupt();
	const options: InspectOptions = {
		files,
		validation,
		places: Math.max(defaultPlaces, show),
		tokens: flags["no-tokens"] ? "none" : exact ? "exact" : "sampled",
		readBytes: world.readBytes,
		fix: flags.fix === undefined ? undefined : { file: flags.fix, split, provider: flags.for },
		isStopped: interrupt.isInterrupted,
		...progressOf(world),
	};
	const report = await inspectData(options);
	interrupt.end();
	world.showProgress?.("");
	if (!report.ok) return refuse(world, report.problems);
	const shown = show > 0 ? await showRows(report.value, show, options) : [];
	world.print(formatData(report.value, { format, style: world.style, shown }), format === "github");
	return report.value.isPartial ? exit.interrupted : meetLimits(report.value, limits, world);
}

const mostShown = 100;

interface Choices {
	show: number;
	split: number;
	limits: Limit[];
}

function parseChoices(flags: Given<typeof inspectDataFlags>): Result<Choices> {
	const { show = "0", split = "0", "fail-on": failOn = [], fix } = flags;
	const limits = parseLimits(failOn);
	const number = /^\d{1,3}$/.test(show) ? Number(show) : Number.NaN;
	const problems = flagProblems(inspectDataFlags, flags);
	if (!(number <= mostShown)) problems.push(badNumber(show));
	if (fix === undefined && (flags.for ?? flags.split) !== undefined) problems.push(withoutFix);
	if (!limits.ok) problems.push(...limits.problems);
	return limits.ok && problems.length === 0
		? good({ show: number, split: Number(split) / 100, limits: limits.value })
		: bad(...problems);
}

const withoutFix: Problem = {
	code: "bad-flag",
	message: "--for and --split say how --fix writes, and --fix is missing.",
	hint: "Add --fix clean.jsonl.",
};

const badNumber = (show: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(show)} is not a valid --show.`,
	hint: `Use a whole number from 0 to ${mostShown}.`,
});

function meetLimits(report: DataReport, limits: readonly Limit[], world: World): ExitCode {
	const failed = failing(report.findings, limits);
	for (const finding of failed)
		world.complain(`--fail-on ${finding.code}: ${sayFinding(finding, report)}`);
	const isShort = (report.fixed?.unwritten.length ?? 0) > 0;
	return failed.length > 0 || isShort ? exit.unexpected : exit.done;
}

/** Milliseconds between two looks at the progress. */
const pause = 100;
const megabyte = 1_000_000;

function progressOf({ showProgress }: World): Pick<InspectOptions, "onProgress"> {
	if (!showProgress) return {};
	let last = { time: performance.now(), bytes: 0 };
	let rate: number | undefined;
	return {
		onProgress({ rows, bytes, ofBytes }) {
			const now = performance.now();
			if (now < last.time + pause) return;
			// That of the last second or so: counting tokens is slow, and ends with the sample.
			const recent = (bytes - last.bytes) / (now - last.time);
			rate = rate === undefined ? recent : 0.9 * rate + 0.1 * recent;
			last = { time: now, bytes };
			const parts = [
				`${formatNumber(rows)} rows`,
				`${formatNumber(Math.round((rate * 1000) / megabyte))} MB/s`,
			];
			if (ofBytes !== undefined)
				parts.push(`${formatNumber(Math.ceil(Math.max(0, ofBytes - bytes) / rate / 1000))} s left`);
			showProgress(parts.join(", "));
		},
	};
}
