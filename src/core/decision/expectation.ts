/** What a run can be told to expect of a decision: its state, its verdict or its outlook. */
import { type Side, sides } from "../side.ts";
import { states } from "../state.ts";
import type { Decision } from "./decision.ts";

/** An outlook has the words of a verdict. No colon: shells that complete words would break it there. */
const outlookOf = <S extends Side>(side: S) => `outlook-${side}` as const;

export const expectations = [...states, ...sides, ...sides.map(outlookOf)] as const;
export type Expectation = (typeof expectations)[number];

/** Says what is different, if it is. */
export function unmetExpectation(
	{ state, verdict, outlook }: Pick<Decision, "state" | "verdict" | "outlook">,
	expected: Expectation | undefined,
): string | undefined {
	if (expected === undefined || [state, verdict, outlookOf(outlook)].includes(expected))
		return undefined;
	const side = sides.find((one) => expected === outlookOf(one));
	if (side) return `The outlook is ${outlook}, not ${side} as expected.`;
	return (sides as readonly string[]).includes(expected)
		? `The verdict is ${verdict}, not ${expected} as expected.`
		: `The state is ${state}, not ${expected} as expected.`;
}
