/** Figures that several commands about eval results take. */
import { formatRaw } from "../core/answers/answers.ts";
import { parseNumber } from "../core/answers/numbers.ts";
import type { EvalJudgment } from "../core/evals/judgment.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";

/** `0.95`, `95%`, or a score in the unit of the metric. */
export function parseTarget(
	given: string | undefined,
	flag = "target",
): Result<number | undefined> {
	if (given === undefined) return good(undefined);
	const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(\s*%)?$/.exec(given.trim()) ?? [];
	const value = Number(digits) / (percent === undefined ? 1 : 100);
	return digits === undefined || !(value > 0) ? bad(badTarget(given, flag)) : good(value);
}

/** A target that no version can reach is a slip: 95 for 95%. */
export function unreachable(
	{ target, measure }: Pick<EvalJudgment, "target" | "measure">,
	flag = "target",
): Problem[] {
	const most = measure?.most;
	if (target === undefined || most === undefined || target <= most) return [];
	const percent =
		most === 1 && target >= 2 && target <= 100
			? `Did you mean ${target}%, or ${target / 100}?`
			: "";
	return [
		{
			code: "bad-flag",
			message: `--${flag} ${target} is more than any version can reach: the best there is, by ${measure?.metric}, is ${most}.`,
			hint: percent || `Give a target of ${most} at most.`,
		},
	];
}

/** Points of 100, as a share. */
export function parseGain(given: string | undefined, flag = "gain"): Result<number | undefined> {
	if (given === undefined) return good(undefined);
	const points = parseNumber(given) ?? 0;
	return points > 0 ? good(points / 100) : bad(badGain(given, flag));
}

const badTarget = (given: string, flag: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(given)} is not a valid --${flag}.`,
	hint: "Write a share such as 0.95 or 95%, or a score in the unit of your metric.",
});

const badGain = (given: string, flag: string): Problem => ({
	code: "bad-flag",
	message: `${formatRaw(given)} is not a valid --${flag}.`,
	hint: "Write points over 0, such as 5: with 100 tests, 5 more that pass.",
});
