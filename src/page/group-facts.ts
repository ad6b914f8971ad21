/** The facts in groups that belong together, by what the rules do with them. */
import { factsOf } from "../core/rules/formula.ts";
import type { CompiledScore, RuleSet } from "../core/rules/rule-set.ts";
import { capital, spaced } from "../report/words.ts";

export interface Group {
	title: string;
	/** What the group is about. */
	asks: string;
	facts: string[];
}

/** Each fact is with the score that it can move most; the first group holds the first fact. */
export function groupFacts({ domains, scores }: RuleSet): Group[] {
	const groups = new Map<CompiledScore | undefined, string[]>();
	for (const [number, { fact }] of domains.entries()) {
		const score = mostMoved(scores, number);
		groups.set(score, [...(groups.get(score) ?? []), fact]);
	}
	const idle = groups.get(undefined) ?? [];
	groups.delete(undefined);
	return [
		...[...groups].map(([score, facts]) => ({
			title: capital(spaced(score?.id ?? "")),
			asks: score?.asks ?? "",
			facts,
		})),
		...(idle.length > 0
			? [{ title: "Notes", asks: "They add notes to the result and move no points.", facts: idle }]
			: []),
	];
}

function mostMoved(scores: CompiledScore[], fact: number): CompiledScore | undefined {
	const reaches = scores.map((score) => reachOf(score, fact));
	const most = Math.max(...reaches);
	return most > 0 ? scores[reaches.indexOf(most)] : undefined;
}

/** The points that a fact has a part in: a rule's points are shared among its facts. */
function reachOf({ ladders, rules, weight }: CompiledScore, fact: number): number {
	let reach = 0;
	for (const { steps, fact: own } of ladders) {
		const points = steps.map((step) => step.points);
		if (own === fact) reach += Math.max(...points) - Math.min(...points);
	}
	for (const { when, points } of rules) {
		const facts = new Set(factsOf(when));
		if (facts.has(fact)) reach += Math.abs(points) / facts.size;
	}
	return reach * weight;
}
