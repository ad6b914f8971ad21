/** What the candidates have in common. */
import type { Facts, ValueRules } from "./value-rules.ts";

export interface Result {
	/** In the order of the rule set. */
	scores: number[];
	total: number;
	/** Whether all gates are. */
	open: boolean;
}

export interface Peer {
	/** As it is called in the registry. */
	name: string;
	/** What is run of it. */
	how: string;
	start(rules: ValueRules): Promise<(facts: Facts) => Result | Promise<Result>>;
}

/** A package of this folder. Its types are not there unless it is installed, so ours say what is used of it. */
export async function load<T>(name: string): Promise<T> {
	// Whatever a package exports: the comparison of results shows whether it is what was meant.
	return (await import(name)) as T;
}

/** Most languages have no word for a weighted sum: points by score are added up outside, as a user would. */
export function resultOf(scores: number[], weights: readonly number[], open: boolean): Result {
	let total = 0;
	for (let score = 0; score < weights.length; score += 1)
		total += (scores[score] as number) * (weights[score] as number);
	return { scores, total, open };
}
