/** `--data`: answers that are measured instead of given. */
import { type Answers, parseAnswers } from "../core/answers/answers.ts";
import { formatAnswer } from "../core/answers/format-answer.ts";
import { oneLine } from "../core/harmless.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { inspectData } from "../inspect/data/inspect-data.ts";
import { disagreements, measuredAnswers } from "../inspect/data/measured-answers.ts";
import type { World } from "../io/world.ts";

export async function measureData(
	files: readonly string[],
	{ questions }: RuleSet,
	world: World,
): Promise<Result<Answers>> {
	const report = await inspectData({ files, readBytes: world.readBytes });
	if (!report.ok) return report;
	const raw = measuredAnswers(report.value).filter(({ fact }) => Object.hasOwn(questions, fact));
	return raw.length > 0 ? parseAnswers(questions, raw) : good({});
}

/** Says what was measured, and where it does not fit what was said. */
export function tellMeasured(
	files: readonly string[],
	measured: Answers,
	said: Answers,
	world: World,
): void {
	const facts = Object.entries(measured);
	const found = facts.map(([fact, answer]) => `${fact} ${formatAnswer(answer)}`).join("; ");
	const names = oneLine(files.join(", "));
	world.complain(
		facts.length > 0
			? `Measured from ${names}: ${found}.`
			: `Nothing could be measured from ${names}; should-i-finetune inspect data says why.`,
	);
	for (const line of disagreements(said, measured)) world.complain(line);
}
