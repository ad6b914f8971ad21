/** `trial`: the fair comparison of a prompt and a fine-tuned model, planned and judged. */
import { judgeTrial, planTrial } from "../core/evals/trial.ts";
import { versionsOf } from "../core/evals/versions.ts";
import { good, type Problem } from "../core/problems.ts";
import { readEvals } from "../inspect/evals/read-evals.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { formatTrial } from "../report/evals/trial.ts";
import { trialPlanJson, trialPlanMarkdown } from "../report/evals/trial-plan.ts";
import type { trialJudgeFlags, trialPlanFlags } from "./evals-flags.ts";
import type { Given } from "./flags.ts";
import { parseColumns } from "./inspect-evals.ts";
import { parseGain } from "./parse-figures.ts";
import type { Surroundings } from "./surroundings.ts";

type Around = Pick<Surroundings, "world">;

export async function trialPlan(
	{ baseline = [], gain, format = "markdown" }: Given<typeof trialPlanFlags>,
	{ world }: Around,
): Promise<ExitCode> {
	const difference = parseGain(gain);
	const runs = baseline.length > 0 ? await readEvals(baseline) : good([]);
	const problems = [difference, runs].flatMap((read) => (read.ok ? [] : read.problems));
	if (!difference.ok || !runs.ok) return refuse(world, problems);
	const plan = planTrial(runs.value, difference.value);
	world.print(format === "json" ? trialPlanJson(plan) : trialPlanMarkdown(plan));
	return exit.done;
}

export async function trialJudge(
	{ prompt = [], tuned = [], columns = [], gain, format = "text" }: Given<typeof trialJudgeFlags>,
	{ world }: Around,
): Promise<ExitCode> {
	if (prompt.length === 0 || tuned.length === 0) return refuse(world, [needsBoth]);
	const named = parseColumns(columns);
	const smallest = parseGain(gain);
	if (!named.ok || !smallest.ok)
		return refuse(
			world,
			[named, smallest].flatMap((read) => (read.ok ? [] : read.problems)),
		);
	const sides = [
		await readEvals(prompt, named.value),
		await readEvals(tuned, named.value),
	] as const;
	const [before, after] = sides;
	if (!before.ok || !after.ok)
		return refuse(
			world,
			sides.flatMap((read) => (read.ok ? [] : read.problems)),
		);
	const several = [
		...(versionsOf(before.value).length > 1 ? [severalVersions("prompt")] : []),
		...(versionsOf(after.value).length > 1 ? [severalVersions("tuned")] : []),
	];
	if (several.length > 0) return refuse(world, several);
	const judgment = judgeTrial(before.value, after.value, smallest.value);
	world.print(formatTrial(format, judgment, world.style));
	return exit.done;
}

const needsBoth: Problem = {
	code: "bad-flag",
	message: "A trial compares two runs: --prompt and --tuned are both needed.",
	hint: "Give the results of each on the same tests: --prompt prompt.json --tuned tuned.json.",
};

const severalVersions = (flag: string): Problem => ({
	code: "bad-flag",
	message: `--${flag} holds several versions. Picking the best of several on the same tests is not a fair trial.`,
	hint: "Give the runs of one version; inspect evals compares several.",
});
