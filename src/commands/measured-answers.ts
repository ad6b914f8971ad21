/** What eval results say of the questions: the facts of `inspect evals`, as answers. */

import { valuesOf } from "../core/answers/domain.ts";
import { factsOf, type MeasuredFact } from "../core/evals/facts.ts";
import { judgeEvals } from "../core/evals/judge.ts";
import { own } from "../core/own.ts";
import { bad, good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { readEvals } from "../inspect/evals/read-evals.ts";
import type { RawAnswers } from "../io/read-answers.ts";
import { shortNames } from "../report/evals/figures.ts";
import { sayMistakes } from "../report/evals/mistakes.ts";
import { sayRunNotes, sayState } from "../report/evals/sentences.ts";
import { unreachable } from "./parse-figures.ts";

export interface MeasuredAnswers extends RawAnswers {
	/** What the results show, in a sentence, and what is missing in them. */
	headlines: string[];
	/** Lines to read beside a question that the results do not answer by themselves, by fact. */
	evidence: Record<string, string[]>;
}

/** @param target what the best version has to reach */
export async function measuredAnswers(
	files: readonly string[],
	target: number | undefined,
	rules: Pick<RuleSet, "questions">,
): Promise<Result<MeasuredAnswers>> {
	const runs = await readEvals(files);
	if (!runs.ok) return runs;
	const judgment = judgeEvals(runs.value, { target });
	const slips = unreachable(judgment, "eval-target");
	if (slips.length > 0) return bad(...slips);
	const facts = factsOf(judgment, runs.value);
	return good({
		headlines: [sayState(judgment), ...sayRunNotes(judgment.runs, shortNames(judgment))],
		evidence: { failure: sayMistakes(judgment) },
		answers: facts
			.filter((measured) => isAnswer(measured, rules))
			.map(({ fact, values, why }) => ({
				fact,
				value: values.join(","),
				from: `eval results (${why})`,
			})),
	});
}

/** Another rule set may not ask this, or not with these values. */
function isAnswer(
	{ fact, values }: MeasuredFact,
	{ questions }: Pick<RuleSet, "questions">,
): boolean {
	const question = own(questions, fact);
	const known = (question && valuesOf(question)) ?? [];
	return values.every((value) => known.includes(value));
}
