/** Answers that cannot both be right, as the rule set knows them. */

import { readSet } from "../answers/answer-set.ts";
import { type Answers, isKnown } from "../answers/answers.ts";
import type { Cells } from "../answers/domain.ts";
import { fillAnswers } from "../answers/format-answer.ts";
import { own } from "../own.ts";
import { isCertain } from "../rules/formula.ts";
import type { CompiledContradiction, RuleSet } from "../rules/rule-set.ts";
import type { Decision } from "./decision.ts";
import { isModel, whatIsNamed } from "./provider-notices.ts";

export const findContradictions = (
	rules: Pick<RuleSet, "contradictions" | "providers">,
	masks: readonly Cells[],
	answers: Answers,
): Decision["contradictions"] =>
	rules.contradictions
		.filter(
			({ condition, amounts, model, provider }) =>
				isCertain(condition, masks) &&
				(!amounts || areSo(amounts, answers)) &&
				(!model || isNamed(model, answers)) &&
				(!provider || isThere(provider, rules, answers)),
		)
		.map(({ facts, says }) => ({ facts, says: fillAnswers(says, answers) }));

type Amounts = NonNullable<CompiledContradiction["amounts"]>;

/** For every number that the answers leave possible. */
function areSo({ of, per = [], above, below }: Amounts, answers: Answers): boolean {
	const whole = rangeOf(answers, of);
	const parts = per.map((fact) => rangeOf(answers, fact));
	const product = (ends: number[]) => ends.reduce((all, end) => all * end, 1);
	// Compared without dividing: a number of calls may be zero.
	return (
		(above === undefined || whole.least > above * product(parts.map(({ most }) => most))) &&
		(below === undefined || whole.most < below * product(parts.map(({ least }) => least)))
	);
}

function rangeOf(answers: Answers, fact: string): { least: number; most: number } {
	const set = readSet(own(answers, fact)?.value ?? "unknown");
	const { least = 0, most = Number.POSITIVE_INFINITY } = set.kind === "range" ? set : {};
	return { least, most };
}

function isNamed(parts: readonly string[], { model }: Answers): boolean {
	const name = isKnown(model) ? String(model.value).toLowerCase() : "";
	// Of several models, another may fit.
	return !/[,;()]/.test(name) && parts.some((part) => isModel(name, part));
}

function isThere(
	ids: readonly string[],
	{ providers }: Pick<RuleSet, "providers">,
	answers: Answers,
): boolean {
	const { named, asked } = whatIsNamed(providers, answers);
	return (
		named !== undefined && ids.some((id) => asked.some((row) => row === own(providers.status, id)))
	);
}
