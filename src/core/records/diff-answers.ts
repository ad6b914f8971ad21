/** Two sets of answers under the same rules: what differs, and what that did. */

import type { Answers } from "../answers/answers.ts";
import { formatAnswer } from "../answers/format-answer.ts";
import { type DecideOptions, decide } from "../decision/decide.ts";
import type { Decision } from "../decision/decision.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { compareOutcomes, type Differences, type Outcome, outcomeOf } from "./compare-decisions.ts";

type DecidedScore = Decision["scores"][number];
type PointRange = Pick<DecidedScore, "points" | "min" | "max">;

export interface AnswersDiff extends Differences {
	before: Outcome;
	after: Outcome;
	answers: AnswerChange[];
	/** Weighted points; every score, whether it differs or not. */
	scores: { criterion: string; before: PointRange; after: PointRange }[];
	total: { before: PointRange; after: PointRange };
}

/** One changed answer, and what it would do alone. */
interface AnswerChange {
	fact: string;
	before: string;
	after: string;
	alone: { points: number; verdict: Decision["verdict"]; outlook: Decision["outlook"] };
}

export function diffAnswers(
	rules: RuleSet,
	[before, after]: [Answers, Answers],
	options: DecideOptions,
): AnswersDiff {
	const [was, is] = [decide(rules, before, options), decide(rules, after, options)];
	const outcomes = [outcomeOf(rules, was), outcomeOf(rules, is)] as const;
	const changed = Object.keys(rules.questions).filter(
		(fact) => saidOf(before, fact) !== saidOf(after, fact),
	);
	return {
		before: outcomes[0],
		after: outcomes[1],
		...compareOutcomes(...outcomes),
		answers: changed.map((fact) => {
			const alone = decide(rules, { ...before, [fact]: own(after, fact) ?? unknown }, options);
			return {
				fact,
				before: formatAnswer(own(before, fact)),
				after: formatAnswer(own(after, fact)),
				alone: {
					points: alone.total.points - was.total.points,
					verdict: alone.verdict,
					outlook: alone.outlook,
				},
			};
		}),
		scores: was.scores.map((score, index) => ({
			criterion: score.criterion,
			before: weightedRange(score),
			after: weightedRange(is.scores[index] as DecidedScore),
		})),
		total: { before: pointRange(was.total), after: pointRange(is.total) },
	};
}

const unknown = { value: "unknown", from: "" };

const saidOf = (answers: Answers, fact: string): string =>
	String(own(answers, fact)?.value ?? "unknown");

const pointRange = ({ points, min, max }: PointRange): PointRange => ({ points, min, max });

const weightedRange = ({ points, min, max, weight }: DecidedScore): PointRange => ({
	points: points * weight,
	min: min * weight,
	max: max * weight,
});
