/** What differs between two decisions, as far as both tell. */
import type { Decision } from "../decision/decision.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import { type DecisionGrounds, decisionGrounds } from "./record.ts";

/** A decision in short. A bare record tells no grounds. */
export interface Outcome extends Partial<DecisionGrounds> {
	/** Name and edition. */
	ruleset: string;
	verdict: Side;
	outlook: Side;
	confidence: number;
}

export interface Differences {
	reasons: ReasonChange[];
	gates: { gate: string; before: string; after: string }[];
	events: { appeared: string[]; vanished: string[] };
}

/** A rule that counts on one side only, or differently. */
interface ReasonChange {
	rule: string;
	before: number | null;
	after: number | null;
}

export const outcomeOf = (rules: RuleSet, decision: Decision): Outcome => ({
	ruleset: `${decision.ruleset.name} ${decision.ruleset.edition}`,
	verdict: decision.verdict,
	outlook: decision.outlook,
	confidence: decision.confidence,
	...decisionGrounds(rules, decision),
});

export function compareOutcomes(before: Outcome, after: Outcome): Differences {
	const [was, is] = [before.events ?? after.events ?? [], after.events ?? []];
	return {
		reasons: changesOf(before.reasons, after.reasons)
			.map(({ key, ...points }) => ({ rule: key, ...points }))
			.sort((a, b) => weightOf(b) - weightOf(a)),
		gates: changesOf(before.gates, after.gates).map(({ key, before, after }) => ({
			gate: key,
			before: before ?? "absent",
			after: after ?? "absent",
		})),
		events: {
			appeared: is.filter((event) => !was.includes(event)),
			vanished: was.filter((event) => !is.includes(event)),
		},
	};
}

const weightOf = ({ before, after }: ReasonChange): number =>
	Math.abs((after ?? 0) - (before ?? 0));

/** The keys whose values differ; none when one side tells nothing. */
function changesOf<T extends string | number>(
	before: Record<string, T> | undefined,
	after: Record<string, T> | undefined,
): { key: string; before: T | null; after: T | null }[] {
	if (!before || !after) return [];
	const [was, is] = [before, after].map((side) => new Map(Object.entries(side)));
	return [...new Set([...Object.keys(before), ...Object.keys(after)])]
		.map((key) => ({ key, before: was?.get(key) ?? null, after: is?.get(key) ?? null }))
		.filter((change) => change.before !== change.after);
}
