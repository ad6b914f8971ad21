/** Counts of what many decisions say. Plain lists, so that threads can hand them on and add them up. */
import type { Decision } from "../decision/decision.ts";
import type { GateState } from "../decision/judge.ts";
import { towardOf } from "../decision/reasons.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { type Side, sides } from "../side.ts";

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

export const strengths: readonly Decision["strength"][] = ["close", "leaning", "clear"];
export const gateStates: readonly GateState[] = ["open", "closed", "unknown"];

/** A rule or ladder, on one of the sides that it can speak for. */
export interface Counted {
	rule: string;
	criterion: string;
	toward: Side;
}

/** All reasons that a rule set can give, in the order in which its program has them. */
export const listCounted = ({ scores }: RuleSet): Counted[] =>
	scores.flatMap(({ id: criterion, ladders, rules }) => [
		...ladders.flatMap(({ id, stepOf, steps }) =>
			(["fine-tuning", "prompt-engineering"] as const)
				.filter((side) => stepOf.some((step) => towardOf(steps[step]?.points ?? 0) === side))
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

/** Counts what a decision says, but for its reasons. */
export function count(
	tally: Tally,
	said: Pick<Decision, "verdict" | "outlook" | "strength"> & { gates: readonly GateState[] },
): void {
	add(tally.verdict, sides.indexOf(said.verdict));
	add(tally.outlook, sides.indexOf(said.outlook));
	add(tally.strength, strengths.indexOf(said.strength));
	for (const [gate, states] of tally.gates.entries())
		add(states, gateStates.indexOf(said.gates[gate] as GateState));
}

export const add = (counts: number[], place: number, times = 1): void => {
	counts[place] = (counts[place] ?? 0) + times;
};

/** Adds a tally to another. */
export function addTally(into: Tally, more: Tally): void {
	into.decisions += more.decisions;
	into.bad += more.bad;
	for (const part of ["verdict", "outlook", "strength", "reasons"] as const)
		addAll(into[part], more[part]);
	for (const [gate, states] of into.gates.entries()) addAll(states, more.gates[gate] ?? []);
}

const addAll = (into: number[], more: readonly number[]): void => {
	for (const [place, times] of more.entries()) add(into, place, times);
};
