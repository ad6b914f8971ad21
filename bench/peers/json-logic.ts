/** The rule set in JsonLogic: the points of each score, and then whether all gates are open. */
import type { Condition, Range, ValueRules, ValueScore } from "./value-rules.ts";

export type Logic = string | number | boolean | Logic[] | { [operator: string]: Logic };

/** Whether a value is one of several: which of the two is quicker differs between the engines. */
export type OneOf = "in" | "or";

export function logicOf({ scores, gates }: ValueRules, oneOf: OneOf): Logic[] {
	const read = (condition: Condition) => conditionOf(condition, oneOf);
	return [...scores.map((score) => pointsOf(score, read)), { and: gates.map(read) }];
}

type Read = (condition: Condition) => Logic;

/** A ladder is one chain of conditions, the last step being what is left. */
function pointsOf({ ladders, rules }: ValueScore, read: Read): Logic {
	const steps = ladders.map(
		({ steps }): Logic => ({
			if: steps.flatMap(({ test, points }, place) =>
				place === steps.length - 1 ? [points] : [stepOf(test, read), points],
			),
		}),
	);
	const own = rules.map(({ when, points }): Logic => ({ if: [read(when), points, 0] }));
	return { "+": [...steps, ...own] };
}

/** Of a number, the steps before have taken what lies below. */
function stepOf(test: Condition, read: Read): Logic {
	if (test.kind !== "ranges") return read(test);
	return { "<": [{ var: test.key }, test.ranges[0]?.[1] ?? 0] };
}

function conditionOf(condition: Condition, oneOf: OneOf): Logic {
	const read = (part: Condition) => conditionOf(part, oneOf);
	if ("of" in condition)
		return { [condition.kind === "all" ? "and" : "or"]: condition.of.map(read) };
	const fact = { var: condition.key };
	if (condition.kind === "ranges")
		return joined(
			"or",
			condition.ranges.map((range) => rangeOf(fact, range)),
		);
	const { values } = condition;
	if (oneOf === "in" && values.length > 1) return { in: [fact, values] };
	return joined(
		"or",
		values.map((value) => ({ "===": [fact, value] })),
	);
}

function rangeOf(fact: Logic, [from, to]: Range): Logic {
	const least: Logic[] = from > 0 ? [{ ">=": [fact, from] }] : [];
	const most: Logic[] = Number.isFinite(to) ? [{ "<": [fact, to] }] : [];
	return joined("and", [...least, ...most]);
}

const joined = (operator: "and" | "or", parts: Logic[]): Logic =>
	parts.length === 1 ? (parts[0] as Logic) : { [operator]: parts };
