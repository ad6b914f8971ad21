/** The rule set as a sum of terms: every rule and ladder step, and which of them count for some answers. */
import type { Judgement } from "../../src/core/decision/judge.ts";
import type { CompiledScore, RuleSet } from "../../src/core/rules/rule-set.ts";

export interface Term {
	/** `cost.latency=strict`, or the id of a rule. */
	id: string;
	weight: number;
	points: number;
}

export const termsOf = ({ scores }: Pick<RuleSet, "scores">): Term[] =>
	scores.flatMap(({ weight, ladders, rules }) => [
		...ladders.flatMap(({ id, steps }) =>
			steps.map(({ label, points }) => ({ id: `${id}=${label}`, weight, points })),
		),
		...rules.map(({ id, points }) => ({ id, weight, points })),
	]);

/** The numbers of the terms that count. */
export function countingTerms(terms: readonly Term[], { scores }: Judgement): number[] {
	return scores.flatMap(({ fired }) =>
		fired.map(({ rule, because }) => {
			if ("when" in rule) return terms.findIndex(({ id }) => id === rule.id);
			const step = rule.steps.find((candidate) => candidate.because === because);
			return terms.findIndex(({ id }) => id === `${rule.id}=${step?.label}`);
		}),
	);
}

/** The same rules with other points, by term number, and another threshold. */
export function withPoints(
	rules: RuleSet,
	{ points, threshold }: { points: readonly number[]; threshold: number },
): RuleSet {
	let next = 0;
	const take = () => points[next++] as number;
	// In the order of termsOf: ladders first, then rules, score by score.
	const scores = rules.scores.map(
		(score): CompiledScore => ({
			...score,
			ladders: score.ladders.map((ladder) => ({
				...ladder,
				steps: ladder.steps.map((step) => ({ ...step, points: take() })),
			})),
			rules: score.rules.map((rule) => ({ ...rule, points: take() })),
		}),
	);
	return { ...rules, scores, verdict: { ...rules.verdict, threshold } };
}
