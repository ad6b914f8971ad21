/** The facts in groups that belong together, by what the rules do with them. */
import { factWeights } from "../core/rules/fact-weights.ts";
import type { CompiledScore, RuleSet } from "../core/rules/rule-set.ts";
import { capital, spaced } from "../report/words.ts";

interface Group {
	title: string;
	/** What the group is about. */
	asks: string;
	facts: string[];
}

/** Each fact is with the score that it can move most; the first group holds the first fact. */
export function groupFacts(rules: RuleSet): Group[] {
	const { domains, scores } = rules;
	const weights = scores.map((score) => factWeights(rules, [score]));
	const groups = new Map<CompiledScore | undefined, string[]>();
	for (const [number, { fact }] of domains.entries()) {
		const own = weights.map((byFact) => byFact[number] as number);
		const most = Math.max(...own);
		const score = most > 0 ? scores[own.indexOf(most)] : undefined;
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
