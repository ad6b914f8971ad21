/** Counts of what many decisions say. Plain lists, so that threads can hand them on and add them up. */
import type { Decision } from "../decision/decision.ts";
import type { GateState } from "../decision/judge.ts";
import { towardOf } from "../decision/reasons.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { type Side, sides } from "../side.ts";
import { strengths } from "./quick-strength.ts";

export interface Tally {
	decisions: number;
	/** Lines that could not be decided. */
	bad: number;
	/** By the places of `sides` and `strengths`. */
	verdict: number[];
	outlook: number[];
	strength: number[];
	/** By gate, then by the place of `gateStates`. */
	gates: number[][];
	/** By the place in `listCounted`. */
	reasons: number[];
}

export const gateStates: readonly GateState[] = ["open", "closed", "unknown"];

/** A rule or ladder, on one of the sides that it can speak for. */
export interface Counted {
	rule: string;
	criterion: string;
	toward: Side;
}

/** All reasons that a rule set can give. */
export const listCounted = ({ scores }: RuleSet): Counted[] =>
	scores.flatMap(({ id: criterion, ladders, rules }) => [
		...ladders.flatMap(({ id, steps }) =>
			(["fine-tuning", "prompt-engineering"] as const)
				.filter((side) => steps.some(({ points }) => towardOf(points) === side))
				.map((toward) => ({ rule: id, criterion, toward })),
		),
		...rules.flatMap(({ id, points }) => {
			const toward = towardOf(points);
			return toward === "neither" ? [] : [{ rule: id, criterion, toward }];
		}),
	]);

export const emptyTally = (rules: RuleSet): Tally => ({
	decisions: 0,
	bad: 0,
	verdict: sides.map(() => 0),
	outlook: sides.map(() => 0),
	strength: strengths.map(() => 0),
	gates: rules.gates.map(() => gateStates.map(() => 0)),
	reasons: listCounted(rules).map(() => 0),
});

/** Counts what one decision says, or as many that say the same. */
export function count(
	tally: Tally,
	{ verdict, outlook, strength }: Pick<Decision, "verdict" | "outlook" | "strength">,
	times = 1,
): void {
	add(tally.verdict, sides.indexOf(verdict), times);
	add(tally.outlook, sides.indexOf(outlook), times);
	add(tally.strength, strengths.indexOf(strength), times);
}

export const add = (counts: number[], place: number, times = 1): void => {
	counts[place] = (counts[place] ?? 0) + times;
};

/** Adds a tally to another. */
export function addTally(into: Tally, more: Tally): void {
	into.decisions += more.decisions;
	into.bad += more.bad;
	addAll(into.verdict, more.verdict);
	addAll(into.outlook, more.outlook);
	addAll(into.strength, more.strength);
	addAll(into.reasons, more.reasons);
	for (const [gate, states] of into.gates.entries()) addAll(states, more.gates[gate] ?? []);
}

const addAll = (into: number[], more: readonly number[]): void => {
	for (const [place, times] of more.entries()) add(into, place, times);
};
