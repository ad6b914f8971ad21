/** What you told us that speaks in a row of the lecture's table, in a few words. */

import { isKnown } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { Decision } from "../../core/decision/decision.ts";
import { own } from "../../core/own.ts";
import { factsOf } from "../../core/rules/formula.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { labelOf } from "../words.ts";

/** The answers behind the reasons of each row, those of the strongest reason first. */
export function factsByRow(decision: Decision, rules: RuleSet): Map<string, string[]> {
	const byRow = new Map<string, string[]>();
	for (const { row, speaksFor } of decision.table) {
		const sign = speaksFor === "fine-tuning" ? 1 : -1;
		const speaking = decision.reasons.filter(
			(reason) => reason.row === row && reason.points * sign > 0,
		);
		const facts = new Set(speaking.flatMap(({ rule }) => factsIn(rules, rule)));
		byRow.set(
			row,
			[...facts].flatMap((fact) => sayFact(decision, rules, fact)),
		);
	}
	return byRow;
}

function factsIn({ scores, domains }: RuleSet, id: string): string[] {
	for (const { rules, ladders } of scores) {
		const rule = rules.find((one) => one.id === id);
		const ladder = ladders.find((one) => one.id === id);
		const facts = rule ? factsOf(rule.when) : ladder ? [ladder.fact] : [];
		if (facts.length > 0) return facts.flatMap((fact) => domains[fact]?.fact ?? []);
	}
	return [];
}

function sayFact({ answers }: Decision, rules: RuleSet, fact: string): string[] {
	const answer = own(answers, fact);
	return isKnown(answer) ? [`${labelOf(rules, fact)}: ${formatAnswer(answer)}`] : [];
}
