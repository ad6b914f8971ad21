/** Checks against the verdict: idle rules, and what no answers reach. */

import { CLOSED, OPEN } from "../diagram/diagram.ts";
import { bothEnds, exampleAnswers, findWay, type SearchGoal } from "../diagram/search.ts";
import { negate } from "../rules/formula.ts";
import { type CompiledLadder, type CompiledRule, fullCells } from "../rules/rule-set.ts";
import { vetoPoints } from "../rules/veto.ts";
import type { Side } from "../side.ts";
import type { CheckContext, Finding } from "./finding.ts";

/** A rule decides where its points carry the total over the threshold while every gate is open; a veto, with any gates: it decides the outlook. */
export function checkIdle(checking: CheckContext): Finding[] {
	const { rules, joint, conditions } = checking;
	if (!joint) return [];
	const { threshold } = rules.verdict;
	const decides = (condition: number, points: number, ends: SearchGoal["ends"] = [OPEN]) => {
		const [least, most] =
			points > 0 ? [threshold, threshold + points - 1] : [threshold + points, threshold - 1];
		return findWay(joint, conditions, { condition, ends, least, most }) !== undefined;
	};
	return rules.scores.flatMap((score) => [
		...score.rules
			.filter(({ when, points, veto }) => {
				const condition = conditions.intern(when);
				return veto
					? !decides(condition, vetoPoints(rules), bothEnds)
					: !decides(condition, points * score.weight);
			})
			.map(idle),
		...score.ladders
			.filter((ladder) => !ladderDecides(ladder, score.weight, decides, checking))
			.map(idle),
	]);
}

function ladderDecides(
	{ fact, stepOf, steps }: CompiledLadder,
	weight: number,
	decides: (condition: number, points: number) => boolean,
	{ conditions }: CheckContext,
): boolean {
	return steps.some(({ points }, number) => {
		const cells = stepOf.reduce(
			(mask, step, cell) => (step === number ? mask | (1 << cell) : mask),
			0,
		);
		return points !== 0 && decides(conditions.intern({ kind: "in", fact, cells }), points * weight);
	});
}

const idle = ({ id, at }: CompiledRule | CompiledLadder): Finding => ({
	code: "idle",
	about: [id],
	message: `Without ${id} every verdict would be the same.`,
	suggestion: "Delete it, or give it more points.",
	at,
});

/** What `reachable` promises speak about: a name, and the way that must exist. */
export function reachTargets({
	rules,
	conditions,
}: CheckContext): { kind: string; name: string; goal: SearchGoal }[] {
	const { threshold } = rules.verdict;
	const full = fullCells(rules);
	return [
		{ kind: "verdicts", name: "verdict fine-tuning", goal: { ends: [OPEN], least: threshold } },
		{ kind: "outlooks", name: "outlook fine-tuning", goal: { ends: bothEnds, least: threshold } },
		{
			kind: "outlooks",
			name: "outlook prompt-engineering",
			goal: { ends: bothEnds, most: threshold - 1 },
		},
		...rules.gates.flatMap(({ id, when }) => [
			{
				kind: "gates",
				name: `gate ${id} open`,
				goal: { ends: bothEnds, condition: conditions.intern(when) },
			},
			{
				kind: "gates",
				name: `gate ${id} closed`,
				goal: { ends: bothEnds, condition: conditions.intern(negate(when, full)) },
			},
		]),
	];
}

/** Prompt-engineering is reached by a closed gate or by a low total. */
export function canReach(
	checking: CheckContext,
	side: Side | "outlook-fine-tuning",
	condition: number,
) {
	const { rules, joint, conditions } = checking;
	if (!joint) return undefined;
	const { threshold } = rules.verdict;
	const goals: SearchGoal[] =
		side === "prompt-engineering"
			? [{ ends: [CLOSED] }, { ends: [OPEN], most: threshold - 1 }]
			: [{ ends: side === "fine-tuning" ? [OPEN] : bothEnds, least: threshold }];
	for (const goal of goals) {
		const found = findWay(joint, conditions, { ...goal, condition });
		if (found) return exampleAnswers(rules, found);
	}
	return undefined;
}

export function checkReach(checking: CheckContext): Finding[] {
	const { joint, conditions } = checking;
	if (!joint) return [];
	return reachTargets(checking)
		.filter(({ goal }) => !findWay(joint, conditions, goal))
		.map(({ name }) => ({
			code: "unreachable",
			about: [name],
			message: `No answers lead to ${name}.`,
			suggestion: "Check the threshold, the weights and the gates.",
			at: checking.rules.scores[0]?.at ?? { file: "rules" },
		}));
}
