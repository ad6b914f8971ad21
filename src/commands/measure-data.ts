/** `--data`: answers that are measured instead of given. */
import { type Answers, parseAnswers } from "../core/answers/answers.ts";
import { formatAnswer } from "../core/answers/format-answer.ts";
import type { MeasuredTraining } from "../core/cost/quantities.ts";
import { oneLine } from "../core/harmless.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { inspectData } from "../inspect/data/inspect-data.ts";
import {
	disagreements,
	measuredAnswers,
	measuredTraining,
	sayUncounted,
} from "../inspect/data/measured-answers.ts";
import type { World } from "../io/world.ts";

export interface Measured {
	answers: Answers;
	/** What a run over the files takes. */
	training: MeasuredTraining | undefined;
	/** Why the examples were not counted, where they were not. */
	uncounted?: string | undefined;
}

export async function measureData(
	files: readonly string[],
	{ questions }: RuleSet,
	world: World,
): Promise<Result<Measured>> {
	const report = await inspectData({ files, readBytes: world.readBytes });
	if (!report.ok) return report;
	const raw = measuredAnswers(report.value).filter(({ fact }) => Object.hasOwn(questions, fact));
	const answers = raw.length > 0 ? parseAnswers(questions, raw) : good({});
	if (!answers.ok) return answers;
	return good({
		answers: answers.value,
		training: measuredTraining(report.value),
		uncounted: sayUncounted(report.value),
	});
}

/** Says what was measured, and where it does not fit what was said. */
export function tellMeasured(
	files: readonly string[],
	measured: Measured,
	said: Answers,
	world: World,
): void {
	world.complain(sayMeasured(files, measured));
	for (const line of disagreements(said, measured.answers)) world.complain(line);
}

export function sayMeasured(files: readonly string[], { answers, uncounted }: Measured): string {
	const facts = Object.entries(answers);
	const found = facts.map(([fact, answer]) => `${fact} ${formatAnswer(answer)}`).join("; ");
	const names = oneLine(files.join(", "));
	const why = uncounted === undefined ? "" : ` ${uncounted}`;
	return facts.length > 0
		? `Measured from ${names}: ${found}.${why}`
		: `Nothing could be measured from ${names}; should-i-finetune inspect data says why.`;
}
