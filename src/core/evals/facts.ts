/** What the runs say about the questions of an interview. */
import type { EvalJudgment } from "./judgment.ts";
import type { EvalRun } from "./run.ts";

export interface MeasuredFact {
	fact: string;
	/** Every value that the runs leave possible. */
	values: string[];
	/** A clause: from what it follows. */
	why: string;
}

/** With fewer tests someone has looked at a few answers: that is no test set. */
const fewestOfSuite = 30;
/** Failed answers with a reason, of which nearly all have to be of one kind. */
const fewestTold = 10;
const nearlyAll = 0.8;

export function factsOf(judgment: EvalJudgment, runs: readonly EvalRun[]): MeasuredFact[] {
	const { failures, common, state, runs: summaries } = judgment;
	const scored = Math.max(0, ...summaries.map(({ scored, tests }) => (scored > 0 ? tests : 0)));
	const facts: MeasuredFact[] = [];
	if (scored >= fewestOfSuite)
		facts.push({ fact: "evals", values: ["suite"], why: `${scored} scored tests` });
	const prompts = promptsIn(judgment, runs);
	if (prompts > 1 && state !== "not-comparable")
		facts.push({
			fact: "prompting",
			values: [state === "plateau" ? "plateaued" : "systematic"],
			why: `${prompts} prompts on ${common} common test${common === 1 ? "" : "s"}`,
		});
	const gap = gapValues(judgment);
	if (gap.length > 0 && gap.length < 3)
		facts.push({ fact: "quality-gap", values: gap, why: `${common} tests against the target` });
	const { format, slow, told } = failures.kinds;
	if (told >= fewestTold && format >= nearlyAll * told)
		facts.push({
			fact: "failure",
			values: ["convention"],
			why: `${format} of ${told} failed checks are about the format`,
		});
	else if (told >= fewestTold && slow >= nearlyAll * told)
		facts.push({
			fact: "failure",
			values: ["cost-latency"],
			why: `${slow} of ${told} failed checks are about time or cost`,
		});
	return facts;
}

/** Versions that differ in what was sent, and not only in the model. */
function promptsIn({ runs }: EvalJudgment, given: readonly EvalRun[]): number {
	const scored = new Set(runs.flatMap(({ id, scored }) => (scored > 0 ? [id] : [])));
	const prompts = given.flatMap(({ prompt, file, label }) =>
		prompt !== undefined && scored.has(label ? `${file} (${label})` : file) ? [prompt] : [],
	);
	return new Set(prompts).size;
}

/** By the ends of the interval: short by less than 5 points is small. */
function gapValues({ gap, measure, state, smallestGain }: EvalJudgment): string[] {
	if (state === "at-target") return ["met"];
	if (!gap || measure?.by !== "passes") return [];
	return [
		...(gap.low <= 0 ? ["met"] : []),
		...(gap.high > 0 && gap.low < smallestGain ? ["small"] : []),
		...(gap.high >= smallestGain ? ["large"] : []),
	];
}
