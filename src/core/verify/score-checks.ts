/** Checks of scores and facts: gap, idle-fact. */

import { conditionShare, parentsOf } from "../diagram/search.ts";
import { all, factsOf, negate } from "../rules/formula.ts";
import { fullCells } from "../rules/rule-set.ts";
import { answersFor, type CheckContext, type Finding, percent } from "./finding.ts";

/** A score with a ladder always says something; one with rules alone may be silent. */
export function checkGaps(checking: CheckContext): Finding[] {
	const { rules, conditions } = checking;
	const full = fullCells(rules);
	return rules.scores.flatMap((score): Finding[] => {
		if (score.ladders.length > 0) return [];
		const silent = all(score.rules.map(({ when }) => negate(when, full)));
		const share = conditionShare(conditions, conditions.intern(silent));
		const witness = answersFor(silent, checking);
		if (!witness) return [];
		return [
			{
				code: "gap",
				about: [score.id],
				message: `No rule of ${score.id} applies to ${percent(share)} of all answers.`,
				suggestion: "Add a ladder, or say under `explained` why no rule needs to apply.",
				at: score.at,
				witness,
			},
		];
	});
}

export function checkFacts({ rules, diagrams, joint }: CheckContext): Finding[] {
	const mattering = new Set<number>(rules.gates.flatMap(({ when }) => factsOf(when)));
	for (const diagram of [...diagrams.scores, joint])
		for (const node of diagram ? parentsOf(diagram).keys() : []) {
			const fact = diagram?.order[diagram.level[node] as number];
			if (fact !== undefined) mattering.add(fact);
		}
	return rules.domains.flatMap(({ fact }, number): Finding[] =>
		mattering.has(number)
			? []
			: [
					{
						code: "idle-fact",
						about: [fact],
						message: `No answer to ${fact} changes a score or a gate.`,
						suggestion:
							"Delete the question, use it in a rule, or say under `explained` what it is for.",
						at: rules.places?.[fact] ?? { file: "rules" },
					},
				],
	);
}
