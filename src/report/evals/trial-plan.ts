/** What `trial plan` prints: a part of a design document, with files to start from. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { TrialPlan } from "../../core/evals/trial.ts";
import { oneLine } from "../../core/harmless.ts";
import { json } from "../json.ts";
import { bullets, escapeMarkdown, markdownTable } from "../markdown/escape.ts";
import { count } from "../words.ts";

export const trialPlanJson = (plan: TrialPlan): string =>
	json({ schemaVersion: 1, ...plan, baseline: plan.baseline ?? null });

export function trialPlanMarkdown(plan: TrialPlan): string {
	const { difference, differ, tests, table, isMeasured } = plan;
	const points = pointsOf(difference);
	return [
		"# Trial: prompt or fine-tuned model",
		`**Run both on ${formatNumber(tests)} held-out tests.** That finds a difference of ${points} points in 4 of 5 cases, and sees one where there is none in 1 of 20.`,
		`The two are expected to differ on ${pointsOf(differ)}% of the tests (${isMeasured ? "as your last two versions do" : "an assumption"}). If they differ on more, you need more:`,
		markdownTable(
			["Tests that differ", "Tests needed"],
			table.map((row) => [`${pointsOf(row.differ)}%`, formatNumber(row.tests)]),
			["--:", "--:"],
		),
		"## Before you start",
		bullets([baselineLine(plan), ...before]),
		"## When to stop",
		bullets([
			`Look once, after ${count(tests, "test")}: should-i-finetune trial judge --prompt prompt.json --tuned tuned.json --gain ${points}`,
			"Better: fine-tune. Worse, or no difference worth having: keep the prompt.",
			"Cannot tell yet: add the number of tests it names, once. Each further look makes a false result more likely.",
		]),
		"## promptfoo",
		`\`\`\`yaml\n${promptfooSkeleton(plan)}\n\`\`\``,
		"## Inspect AI",
		`\`\`\`python\n${inspectSkeleton}\n\`\`\``,
	].join("\n\n");
}

const pointsOf = (share: number): number => Number((share * 100).toFixed(1));

function baselineLine({ baseline }: TrialPlan): string {
	if (!baseline)
		return "Freeze the baseline: your best prompt, with its model, settings, examples and retrieval. Write down the version of each.";
	const model = baseline.model === undefined ? "" : ` with ${baseline.model}`;
	const luck = baseline.isBestOfSeveral
		? " It was the best of several, so expect a little less on new tests."
		: "";
	return escapeMarkdown(
		`Freeze the baseline: ${baseline.files.join(", ")}${model}, which passes ${pointsOf(baseline.mean)}% of ${count(baseline.tests, "test")}.${luck}`,
	);
}

const before: readonly string[] = [
	"Draw the tests from real requests. None may be in the training data, and nobody may have written a prompt from one.",
	"Give both the same retrieval, tools, post-processing and scorer.",
	"Choose the checkpoint and its settings on a validation set, not on these tests. Only one fine-tuned model is compared.",
	"Write down what counts as an error, such as a timeout. Errors count as missing, not as wrong.",
	"Record cost and response time of both; they decide if quality does not.",
];

const promptfooSkeleton = ({ baseline }: TrialPlan): string =>
	[
		"# promptfoo eval -o prompt.json --filter-providers prompt; the same for tuned.json",
		"prompts: [file://prompt.txt]",
		"providers:",
		`  - { id: ${JSON.stringify(oneLine(baseline?.model ?? "openai:your-model")).replaceAll("`", "")}, label: prompt, config: { temperature: 0 } }`,
		"  - { id: openai:your-fine-tuned-model, label: tuned, config: { temperature: 0 } }",
		"tests: file://held-out.csv",
	].join("\n");

const inspectSkeleton = [
	"# inspect eval trial.py --model openai/your-model; again with your fine-tuned model",
	"from inspect_ai import Task, task",
	"from inspect_ai.dataset import json_dataset",
	"from inspect_ai.scorer import match",
	"from inspect_ai.solver import generate, system_message",
	"",
	"@task",
	"def trial():",
	"    return Task(",
	'        dataset=json_dataset("held-out.jsonl"),',
	'        solver=[system_message("prompt.txt"), generate()],',
	"        scorer=match(),",
	"    )",
].join("\n");
