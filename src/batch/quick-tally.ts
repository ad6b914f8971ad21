/** Counts quick decisions by number, and tells a tally in the end. */
import { reasonsOf } from "../core/bulk/program.ts";
import type { QuickDecider } from "../core/bulk/quick-decide.ts";
import { add, count, listCounted, type Tally } from "../core/bulk/tally.ts";
import { towardOf } from "../core/decision/reasons.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";

export interface QuickTally {
	/** Counts what was decided last, by its number. */
	count(number: number): void;
	/** Adds all that was counted to a tally, and begins anew. */
	move(into: Tally): void;
}

export function makeQuickTally(rules: RuleSet, quick: QuickDecider): QuickTally {
	const numbers = new Map<number, number>();
	const gates = new Map<number, number>();
	const counted = listCounted(rules);
	const reasons = reasonsOf(quick.program);
	const places = reasons.map(({ reason, points }) =>
		counted.findIndex(({ rule, toward }) => rule === reason && toward === towardOf(points)),
	);
	const counts = new Float64Array(reasons.length);
	const width = 2 ** rules.gates.length;

	const stateOf = (key: number, gate: number): number => {
		const bit = 1 << gate;
		if (Math.floor(key / width) & bit) return 0;
		return (key % width) & bit ? 1 : 2;
	};

	return {
		count(number) {
			numbers.set(number, (numbers.get(number) ?? 0) + 1);
			const { open, closed } = quick.gates();
			const key = open * width + closed;
			gates.set(key, (gates.get(key) ?? 0) + 1);
			quick.countReasons(quick.words, 0, counts);
		},
		move(into) {
			for (const [number, times] of numbers) count(into, quick.brief(number), times);
			for (const [key, times] of gates)
				into.gates.forEach((states, gate) => {
					add(states, stateOf(key, gate), times);
				});
			for (const [reason, place] of places.entries())
				add(into.reasons, place, counts[reason] as number);
			numbers.clear();
			gates.clear();
			counts.fill(0);
		},
	};
}
